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
class SessionCreated(_Model):
    """A session that has just been opened."""

    session_id: str
    """Id to pass to chats and to the other session calls."""
    status: SessionStatus | Unset = UNSET
    """State of a session.

    - `active`: the conversation goes on; the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. An update can make it active again.

    Known values: "active", "completed".
    """
    expires_at: datetime | Unset = UNSET
    """When the session expires unless it is extended."""
    created_at: datetime | Unset = UNSET
    """When the session was created."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            session_id=get("sessionId", UNSET),
            status=get("status", UNSET),
            expires_at=to_datetime(get("expiresAt", UNSET)),
            created_at=to_datetime(get("createdAt", UNSET)),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "sessionId": self.session_id,
                "status": self.status,
                "expiresAt": wire(self.expires_at),
                "createdAt": wire(self.created_at),
            }
        )


_NAMES = {"sessionId": "session_id", "status": "status", "expiresAt": "expires_at", "createdAt": "created_at"}
