"""The replies of an operation, and the constants of its module that have them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class SuccessReply:
    """The reply of a success status."""

    status: str
    annotation: str
    decoder: str
    expression: str = ""
    is_file: bool = False
    """Whether the content is not JSON, or not always."""

    @property
    def key(self) -> int:
        """The status; 2 for 2XX, and 0 for `default`."""
        return 0 if self.status == "default" else int(self.status.removesuffix("XX"))


@dataclass
class Constant:
    """A constant of an operation module: OPERATION has all replies, the others those of one method."""

    name: str
    replies: list[SuccessReply]
    accept: str
    annotation: str
    events: dict[str, Any] | None = None
    other_statuses: list[int] = field(default_factory=list)
    """Success statuses of the spec that belong to other methods."""


def constant_name(method: str) -> str:
    """The constant of a method; one that would have a name of the module, such as UUID, ends with an underscore."""
    name = method.upper().rstrip("_")
    return f"{name}_" if name in ("OPERATION", "TYPE_CHECKING", "UNSET", "UUID") else name
