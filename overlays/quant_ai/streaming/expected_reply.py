"""What a stream needs to know about the type that its reply is read into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from ..errors import QuantAIError, StatusError


class ExpectedReply(Protocol):
    """Reads replies into values of the caller's type."""

    def reply(self, reply: Any, *, complete: bool) -> Any:
        """A reply with its value, or with the error that says why there is none."""
        ...

    def check(self, reply: Any) -> None:
        """Raise that error, if there is one."""
        ...

    def refusal(self, error: StatusError) -> QuantAIError:
        """The error for a request that the service refused."""
        ...
