# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .session_status import SessionStatus


@_define(kw_only=True, eq=False, repr=False)
class SessionUpdated(_Model):
    """The session after an update, in numbers."""

    session_id: str
    """Id of the updated session."""
    status: SessionStatus | Unset = UNSET
    """State of a session.

    - `active`: the conversation goes on; the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. An update can make it active again.

    Known values: "active", "completed".
    """
    total_messages: int | Unset = UNSET
    """Messages in the history, the appended ones included."""
    total_tokens: int | Unset = UNSET
    """Tokens that the session has used so far."""
    updated_at: datetime | Unset = UNSET
    """When this update was made."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            session_id=get("sessionId", UNSET),
            status=get("status", UNSET),
            total_messages=get("totalMessages", UNSET),
            total_tokens=get("totalTokens", UNSET),
            updated_at=to_datetime(get("updatedAt", UNSET)),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "sessionId": self.session_id,
                "status": self.status,
                "totalMessages": self.total_messages,
                "totalTokens": self.total_tokens,
                "updatedAt": wire(self.updated_at),
            }
        )


_NAMES = {
    "sessionId": "session_id",
    "status": "status",
    "totalMessages": "total_messages",
    "totalTokens": "total_tokens",
    "updatedAt": "updated_at",
}
