# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .session_status import SessionStatus


@_define(kw_only=True, eq=False, repr=False)
class SessionCreated(_Model):
    """A newly created session.

    Attributes:
        session_id (str): Id to pass to chat and session requests.
        status (SessionStatus | Unset): Status of a session. Known values: "active", "completed".
        expires_at (datetime | Unset): When the session expires unless it is extended.
        created_at (datetime | Unset): When the session was created.
    """

    session_id: str
    """Id to pass to chat and session requests."""
    status: SessionStatus | Unset = UNSET
    """Status of a session.

    - `active`: the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. Another update can make it active again.
    """
    expires_at: datetime | Unset = UNSET
    """When the session expires unless it is extended."""
    created_at: datetime | Unset = UNSET
    """When the session was created."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"session_id": "sessionId", "expires_at": "expiresAt", "created_at": "createdAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.session_id = rest.pop("sessionId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.expires_at = to_datetime(rest.pop("expiresAt", UNSET))
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.session_id, Unset):
            made["sessionId"] = self.session_id
        if self.status is not UNSET:
            made["status"] = self.status
        if self.expires_at is not UNSET:
            made["expiresAt"] = wire(self.expires_at)
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        return made
