# Copied from scripts/generator/runtime/errors.py. Do not edit: change that, and run `make generate`.
"""The exceptions that the generated functions raise, and the base class of those of packages built on them.

QuantAIError
├── ArgumentError    an argument is not what the spec says; nothing was sent
├── StatusError      the service answered with a status that is not a success, or not a documented one
└── DecodeError      a reply does not have the form that the spec describes
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

MAX_MESSAGE: Final = 500


class QuantAIError(Exception):
    """The base class of all errors. Its text is one line."""

    def __init__(self, text: str = "", /, **state: Any) -> None:
        super().__init__(one_line(text))
        # BaseException pickles args and __dict__, so the state goes into __dict__.
        self.__dict__.update(state)


class ArgumentError(QuantAIError, ValueError, TypeError):
    """An argument is not what the spec says. Nothing was sent."""


class StatusError(QuantAIError):
    """The service did not answer with a documented success.

    Attributes:
        status_code: The status, whether it is a registered one or not.
        content: The body as it came.
        headers: The headers of the reply.
        error: The body as the error model of the spec; None if it does not have that form.
    """

    def __init__(
        self, status_code: int, content: bytes = b"", headers: Mapping[str, str] | None = None, error: Any = None
    ) -> None:
        Exception.__init__(self, status_code, content, headers, error)
        self.status_code = status_code
        self.content = content
        self.headers = headers or {}
        self.error = error

    def __str__(self) -> str:
        message = getattr(self.error, "message", None) or self.content[:200].decode(errors="replace")
        return f"the service answered {self.status_code}: {message}" if message else f"status {self.status_code}"


UnexpectedStatus = StatusError
"""Its name in other clients by openapi-python-client."""


class DecodeError(QuantAIError, ValueError):
    """A reply does not have the form that the spec describes.

    Attributes:
        path: Where in the body: `messages[0].content`; empty for the body itself.
        message: What is wrong there.
    """

    def __init__(self, path: str, message: str) -> None:
        Exception.__init__(self, path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path or 'body'}: {self.message}"

    def inside(self, place: str) -> DecodeError:
        """The same error, seen from one level further out; `place` is a name or an index such as `[0]`."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return DecodeError(f"{place}{joint}{self.path}", self.message)


# What moves a terminal's cursor, changes its colours or the direction of its text, or ends a line of a log.
_CONTROLS: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def printable(text: str) -> str:
    """The text without control characters, which could affect a terminal."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def one_line(text: str) -> str:
    """The text on one line, without control characters, cut if it is long."""
    line = printable(" ".join(text.split()))
    return line if len(line) <= MAX_MESSAGE else line[: MAX_MESSAGE - 1] + "…"
