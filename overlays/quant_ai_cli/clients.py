"""The client of a command: of the service, of a mock server, or one that only shows what it would send."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final

from .failures import CommandError, ExitCode
from .profiles import profile, token_from_command

if TYPE_CHECKING:
    from quant_ai import QuantAI

    from .invocation import Invocation

NO_TOKEN: Final = (
    "no API token: create one in the dashboard (https://dashboard.quantcdn.io), then run 'quant-ai configure' or set"
    " QUANT_API_TOKEN; --mock needs none"
)
NO_ORGANISATION: Final = (
    "no organisation: run 'quant-ai configure', set QUANT_ORGANISATION, or pass --organisation; it is the machine name"
    " in the dashboard's URLs"
)


@contextmanager
def connected(options: Invocation) -> Iterator[QuantAI]:
    """A client for one command.

    Raises:
        CommandError: A setting is missing.
    """
    from quant_ai import QuantAI

    if options.mock:
        contrary = {"--base-url": options.base_url, "--profile": options.profile, "--token-stdin": options.token}
        if wrong := [name for name, value in contrary.items() if value]:
            raise CommandError(f"--mock has its own server and token; leave {wrong[0]} out", ExitCode.USAGE)
    with ExitStack() as stack:
        http = _http(options, stack)
        if options.mock and not options.dry_run:
            mock = stack.enter_context(_mock_server())
            organisation = options.organisation or "mock"
            where = {"token": mock.token, "organisation": organisation, "base_url": mock.url}
        else:
            where = _settings(options)
        yield stack.enter_context(QuantAI(**where, **http))


def _settings(options: Invocation) -> dict[str, Any]:
    """Token, organisation and base URL: of options, or else of the environment, or else of the profile."""
    found = {} if options.mock else profile(options.profile)
    organisation = options.organisation or os.environ.get("QUANT_ORGANISATION") or found.get("organisation")
    if not organisation and not options.mock:
        raise CommandError(NO_ORGANISATION, ExitCode.USAGE)
    return {
        "token": "$QUANT_API_TOKEN" if options.dry_run else _token(options, found),
        "organisation": organisation or "mock",
        "base_url": options.base_url or os.environ.get("QUANT_BASE_URL") or found.get("base_url"),
    }


def default_model(options: Invocation) -> str | None:
    """The model of the environment, or else of the profile."""
    given = os.environ.get("QUANT_MODEL")
    return given or (None if options.mock else profile(options.profile).get("model"))


def namespace_default(options: Invocation, argument: str) -> str | None:
    """What a resource is called with if no option says it: of the environment, or else of the profile."""
    given = os.environ.get(f"QUANT_{argument.upper()}")
    return given or (None if options.mock else profile(options.profile).get(argument))


def _token(options: Invocation, found: dict[str, str]) -> str:
    token = options.token or os.environ.get("QUANT_API_TOKEN") or found.get("token")
    if not token and "token_command" in found:
        token = token_from_command(found["token_command"])
    if not token:
        raise CommandError(NO_TOKEN, ExitCode.DENIED)
    options.secrets.add(token)
    return token


def _http(options: Invocation, stack: ExitStack) -> dict[str, Any]:
    """The HTTP client, where a usual one will not do."""
    if not options.dry_run and not options.verbose:
        return {}
    from .shown_requests import logging_client, planning_client

    made = planning_client() if options.dry_run else logging_client(options)
    return {"http_client": stack.enter_context(made)}


@contextmanager
def _mock_server() -> Iterator[Any]:
    from .mock_servers import running

    with running() as mock:
        yield mock
