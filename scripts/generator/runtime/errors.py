"""The exceptions that the generated functions raise.

ClientError
├── ArgumentError    an argument is not what the spec says; nothing was sent
├── StatusError      the service answered with a status that is not a success, or not a documented one
└── DecodeError      a reply does not have the form that the spec describes
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class ClientError(Exception):
    """Base of the errors of this package."""


class ArgumentError(ClientError, ValueError, TypeError):
    """An argument is not what the spec says. Nothing was sent."""


class StatusError(ClientError):
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
        super().__init__(status_code, content, headers, error)
        self.status_code = status_code
        self.content = content
        self.headers = headers or {}
        self.error = error

    def __str__(self) -> str:
        message = getattr(self.error, "message", None) or self.content[:200].decode(errors="replace")
        return f"the service answered {self.status_code}: {message}" if message else f"status {self.status_code}"


UnexpectedStatus = StatusError
"""Its name in other clients by openapi-python-client."""


class DecodeError(ClientError, ValueError):
    """A reply does not have the form that the spec describes.

    Attributes:
        path: Where in the body: `messages[0].content`; empty for the body itself.
        message: What is wrong there.
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path or 'body'}: {self.message}"

    def inside(self, place: str) -> DecodeError:
        """The same error, seen from one level further out; `place` is a name or an index such as `[0]`."""
        joint = "." if self.path and not self.path.startswith("[") else ""
        return DecodeError(f"{place}{joint}{self.path}", self.message)
