"""Read a client's settings from arguments and environment variables, and check them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypedDict

import httpx

from quant_ai_client.server import SERVER_URL

from .clock import Clock
from .errors import ArgumentError, ConfigurationError
from .http.additions import QueryValue, checked_headers
from .http.endpoint import Endpoint, origin
from .http.options import CallOptions, positive
from .http.retry import RetryPolicy
from .numeric import is_whole

if TYPE_CHECKING:
    from .http.http_client import HttpClient

TOKEN: Final = "QUANT_API_TOKEN"
ORGANISATION: Final = "QUANT_ORGANISATION"
BASE_URL: Final = "QUANT_BASE_URL"

_DEFAULTS: Final = CallOptions()


class OptionChanges(TypedDict, total=False):
    """The arguments of `with_options`: names of the constructor. None leaves a setting as it is."""

    token: str | None
    organisation: str | None
    base_url: str | None
    timeout: float | httpx.Timeout | None
    deadline: float | None
    idle_timeout: float | None
    max_retries: int | RetryPolicy | None
    strict: bool | None
    max_reply_size: int | None
    clock: Clock | None
    headers: Mapping[str, str | None] | None
    query: Mapping[str, QueryValue] | None
    extra_body: Mapping[str, Any] | None


def endpoint(
    token: str | None,
    organisation: str | None,
    base_url: str | None,
    client: HttpClient,
    headers: Mapping[str, str | None] | None = None,
) -> Endpoint:
    """The endpoint from arguments, and from the environment where an argument is missing.

    Raises:
        ConfigurationError: A setting is missing or invalid.
    """
    found = Endpoint(
        _required(token, "token=", TOKEN, "API token"),
        _required(organisation, "organisation=", ORGANISATION, "organisation"),
        base_url or os.environ.get(BASE_URL) or SERVER_URL,
        checked_headers(headers),
        library=client.library,
        agent=client.agent,
    )
    own = client.client.base_url
    if str(own) and origin(own) != found.origin:
        raise ConfigurationError(f"http_client= has base_url={str(own)!r}; pass base_url= instead")
    client.prepare(*found.origin)
    return found


def options(
    before: CallOptions = _DEFAULTS,
    *,
    timeout: float | httpx.Timeout | None = None,
    deadline: float | None = None,
    idle_timeout: float | None = None,
    max_retries: int | RetryPolicy | None = None,
    strict: bool | None = None,
    max_reply_size: int | None = None,
    clock: Clock | None = None,
    query: Mapping[str, QueryValue] | None = None,
    extra_body: Mapping[str, Any] | None = None,
) -> CallOptions:
    """Call options from arguments, with those of `before` where an argument is None.

    Raises:
        ConfigurationError: A value is invalid.
    """
    changes: dict[str, Any] = {}
    if timeout is not None:
        given: Any = timeout
        if hasattr(given, "as_dict"):  # an httpx.Timeout, or httpx2's
            changes["timeout"] = httpx.Timeout(**given.as_dict())
        else:
            seconds = positive(given, "timeout=")
            changes["timeout"] = httpx.Timeout(seconds, connect=min(seconds, 10.0))
    if deadline is not None:
        changes["deadline"] = positive(deadline, "deadline=")
    if idle_timeout is not None:
        changes["idle_timeout"] = positive(idle_timeout, "idle_timeout=")
    if max_reply_size is not None:
        if not is_whole(max_reply_size) or max_reply_size <= 0:
            raise ConfigurationError(f"max_reply_size= must be a positive number of bytes, got {max_reply_size!r}")
        changes["max_reply_size"] = int(max_reply_size)
    if max_retries is not None:
        if not isinstance(max_retries, RetryPolicy):
            if not is_whole(max_retries):
                raise ConfigurationError(f"max_retries= must be an int or a RetryPolicy, got {max_retries!r}")
            max_retries = before.retry._replace(max_retries=int(max_retries))
        if max_retries.max_retries < 0:
            raise ConfigurationError("max_retries= must be 0 or more")
        changes["retry"] = max_retries
    if strict is not None:
        if not isinstance(strict, bool):
            raise ConfigurationError(f"strict= must be True or False, got {strict!r:.100}")
        changes["strict"] = strict
    if clock is not None:
        if not isinstance(clock, Clock):
            raise ConfigurationError(f"clock= must be an object of a subclass of quant_ai.Clock, got {clock!r:.100}")
        changes["clock"] = clock
    if query is not None or extra_body is not None:
        changes["additions"] = before.additions.changed(query, extra_body)
    return before._replace(**changes) if changes else before


def changed(
    present: Endpoint, present_options: CallOptions, changes: Mapping[str, Any]
) -> tuple[Endpoint, CallOptions]:
    """An endpoint and options with the changes that `with_options` was given.

    Raises:
        ArgumentError: There is no such option.
        ConfigurationError: A value is invalid.
    """
    known = OptionChanges.__annotations__
    for name in (name for name in changes if name not in known):
        from difflib import get_close_matches

        near = get_close_matches(name, known)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise ArgumentError(f"with_options() got an unexpected keyword argument {name!r}{hint}")
    changes = dict(changes)
    token, organisation, base_url = (changes.pop(name, None) for name in ("token", "organisation", "base_url"))
    for name, variable, value in (("token=", TOKEN, token), ("organisation=", ORGANISATION, organisation)):
        if value:
            _required(value, name, variable, name)
    headers = checked_headers(changes.pop("headers", None))
    if token or organisation or base_url or headers:
        present = present.replace(token, organisation, base_url, headers)
    return present, options(present_options, **changes)


def _required(given: str | None, argument: str, variable: str, what: str) -> str:
    value = given or os.environ.get(variable)
    if not value:
        raise ConfigurationError(f"no {what} is given: pass {argument} or set {variable}")
    if not isinstance(value, str):
        raise ConfigurationError(f"{argument} ({variable}) must be a str, not {type(value).__name__}")
    if value.strip() != value:  # often the last newline of a file
        raise ConfigurationError(f"{argument} ({variable}) begins or ends with whitespace")
    if value[0] in "\"'" or value[-1] in "\"'":  # of a file for `docker run --env-file`, which keeps them
        raise ConfigurationError(f"{argument} ({variable}) is in quotes; leave them out")
    if value.startswith(f"{variable}="):
        raise ConfigurationError(f"{argument} ({variable}) begins with {variable}=; leave that out")
    return value
