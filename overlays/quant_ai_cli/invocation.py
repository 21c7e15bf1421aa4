"""The options that every command has, and what was given for them in this run."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NoReturn

import click

FORMATS = ("json", "jsonl", "yaml", "table", "text")
NO_TOKEN_ARGUMENT = (
    "a token is not given as an argument, because other users of the machine can read it: set QUANT_API_TOKEN, pipe it"
    " with --token-stdin, or run 'quant-ai configure'"
)


@dataclass
class Invocation:
    """What the common options say."""

    output: str | None = None
    jq: str | None = None
    raw_output: bool = False
    save_to: str = "."
    color: str | None = None
    profile: str | None = None
    organisation: str | None = None
    base_url: str | None = None
    token: str | None = field(default=None, repr=False)
    """The token from stdin."""
    mock: bool = False
    dry_run: bool = False
    verbose: int = 0
    error_format: str = "text"
    namespace: dict[str, str] = field(default_factory=dict)
    """Options of a resource, such as `--project`, by argument."""
    secrets: set[str] = field(default_factory=set)
    """Tokens, which are kept out of all messages."""

    def __post_init__(self) -> None:
        if token := os.environ.get("QUANT_API_TOKEN"):
            self.secrets.add(token)

    def redacted(self, text: str) -> str:
        """The text without tokens."""
        for secret in self.secrets:
            text = text.replace(secret, "[REDACTED]")
        return text


def invocation() -> Invocation:
    """That of the command that is running."""
    found = click.get_current_context().find_object(Invocation)
    assert found is not None
    return found


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    """Note an option, which may be given before or after the command's name."""
    found = ctx.ensure_object(Invocation)
    name = str(param.name).removeprefix("common_")
    if name == "verbose":
        found.verbose += value or 0
    elif value is not None and value is not False:
        setattr(found, name, value)


def _read_token(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    """Read the first line of stdin; what follows is left for others, such as `--body -`."""
    if value and not ctx.resilient_parsing:
        found = ctx.ensure_object(Invocation)
        line = sys.stdin.buffer.readline() if sys.stdin is not None else b""
        found.token = line.decode("utf-8", "replace").strip()
        if not found.token:
            raise click.UsageError("--token-stdin: stdin has no token")
        found.secrets.add(found.token)


def _refuse_token(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    if value is not None and not ctx.resilient_parsing:
        refuse_token()


def refuse_token() -> NoReturn:
    """Explain where a token comes from."""
    raise click.UsageError(NO_TOKEN_ARGUMENT)


def _option(*declarations: str, callback: Callable[..., None] = _keep, **more: Any) -> click.Option:
    name = declarations[-1].lstrip("-").replace("-", "_")
    return click.Option([f"common_{name}", *declarations], expose_value=False, callback=callback, **more)


COMMON_OPTIONS = (
    _option("-o", "--output", type=click.Choice(FORMATS, case_sensitive=False), help=(
        "Format of the output. By default text and tables on a terminal, JSON into a pipe."
    )),
    _option("--jq", metavar="EXPR", help="Filter the JSON of the reply with a jq expression."),
    _option("-r", "--raw-output", is_flag=True, help="Print strings without quotes, as jq -r does."),
    _option("--save-to", metavar="DIR", help="Folder for pictures and files of replies. Default: the present one."),
    _option("--color", type=click.Choice(["auto", "always", "never"]), help=(
        "Use colours. Default: auto, on a terminal unless NO_COLOR is set."
    )),
    _option("--profile", metavar="NAME", help="Profile of the config file (QUANT_PROFILE)."),
    _option("--org", "--organisation", metavar="NAME", help="Machine name of the organisation (QUANT_ORGANISATION)."),
    _option("--base-url", metavar="URL", help="Another server (QUANT_BASE_URL)."),
    _option("--token-stdin", callback=_read_token, is_flag=True, is_eager=True, help=(
        "Read the token from the first line of stdin."
    )),
    _option("--mock", is_flag=True, help="Run against a mock server, which lives as long as this command."),
    _option("--dry-run", is_flag=True, help="Print the request as a curl command, and do not send it."),
    _option("-v", "--verbose", count=True, help="Log requests to stderr; -vv with headers and what is sent."),
    _option("--error-format", type=click.Choice(["text", "json"]), help="How errors are written to stderr."),
    _option("--token", callback=_refuse_token, hidden=True),
)  # fmt: skip
