"""Exit codes, and errors as one line on stderr."""

from __future__ import annotations

import enum
import json
import sys
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import click

from . import terminal

if TYPE_CHECKING:
    from .invocation import Invocation


class ExitCode(enum.IntEnum):
    """How a command ended."""

    OK = 0
    SERVICE = 1
    USAGE = 2
    DENIED = 3
    NOT_FOUND = 4
    INCOMPLETE = 5
    RATE_LIMIT = 6
    NO_CONNECTION = 7
    INTERRUPTED = 130


class CommandError(Exception):
    """A command cannot go on. The text says why, and what to do."""

    def __init__(self, text: str, code: ExitCode) -> None:
        super().__init__(text)
        self.code = code


def exit_code(error: BaseException) -> ExitCode:
    """The exit code for an error."""
    if isinstance(error, CommandError):
        return error.code
    if isinstance(error, click.UsageError):
        return ExitCode.USAGE
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return ExitCode.INTERRUPTED
    from quant_ai import errors
    from quant_ai_client.errors import ArgumentError

    if isinstance(error, (errors.AuthenticationError, errors.PermissionDeniedError)):
        return ExitCode.DENIED
    if isinstance(error, errors.NotFoundError):
        return ExitCode.NOT_FOUND
    if isinstance(error, errors.RateLimitError):
        return ExitCode.RATE_LIMIT
    incomplete = (errors.StreamIncompleteError, errors.StreamIdleError, errors.PollTimeout)
    if isinstance(error, incomplete) or (isinstance(error, errors.NoReplyError) and error.partial is not None):
        return ExitCode.INCOMPLETE
    if isinstance(error, errors.NoReplyError):
        return ExitCode.NO_CONNECTION
    if isinstance(error, (errors.ConfigurationError, errors.MediaError, ArgumentError, OSError, UnicodeError)):
        return ExitCode.USAGE
    return ExitCode.SERVICE


def report(error: BaseException, options: Invocation, arguments: list[str]) -> ExitCode:
    """Write an error to stderr, and return its exit code."""
    code = exit_code(error)
    text = options.redacted(_text(error))
    if options.error_format == "json" or _wants_json(arguments):
        terminal.write_error(options.redacted(json.dumps({"error": _facts(error, text, code)})) + "\n")
    elif code != ExitCode.INTERRUPTED:
        name = terminal.painted("quant-ai:", terminal.RED, color=terminal.uses_color(options.color, sys.stderr))
        terminal.write_error(f"{name} {text}\n")
    return code


def is_expected(error: BaseException) -> bool:
    """Whether an error is one that users can do something about, and not a fault of this program."""
    from quant_ai.errors import QuantAIError
    from quant_ai_client.errors import ArgumentError

    usual = (CommandError, click.ClickException, click.Abort, KeyboardInterrupt, OSError, UnicodeError)
    return isinstance(error, (*usual, QuantAIError, ArgumentError))


def _text(error: BaseException) -> str:
    from quant_ai.errors import one_line

    if isinstance(error, click.UsageError):
        text = one_line(_usage(error))
        if error.ctx is None:
            return text
        return f"{text}{'' if text.endswith(('.', '?')) else '.'} See '{error.ctx.command_path} --help'."
    if isinstance(error, OSError) and error.strerror and error.filename:
        return one_line(f"{error.filename}: {error.strerror}")
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return "interrupted"
    if isinstance(error, UnicodeError):
        return "an argument or a reply is not valid Unicode"
    return one_line(str(error)) or type(error).__name__


def _usage(error: click.UsageError) -> str:
    """What is wrong with the arguments; for an unknown option, the one that is spelt most alike."""
    if not isinstance(error, click.NoSuchOption):
        return error.format_message()
    near = f" Did you mean {error.possibilities[0]!r}?" if error.possibilities else ""
    return f"{error.message}{near}"


def _facts(error: BaseException, text: str, code: ExitCode) -> dict[str, Any]:
    found: dict[str, Any] = {"type": type(error).__name__, "message": text, "exit_code": int(code)}
    for name in ("status_code", "code", "request_id", "errors", "retry_after"):
        value = getattr(error, name, None)
        if value and not isinstance(value, ExitCode):
            found[name] = dict(value) if name == "errors" else value
    return found


def _wants_json(arguments: list[str]) -> bool:
    """Whether errors are wanted as JSON; a mistake in the arguments may have kept them from being parsed."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    given = arguments[:end]
    return "--error-format=json" in given or ("--error-format", "json") in pairwise(given)
