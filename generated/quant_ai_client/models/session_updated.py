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
class SessionUpdated(_Model):
    """The session's totals after an update.

    Attributes:
        session_id (str): Id of the updated session.
        status (SessionStatus | Unset): Status of a session. Known values: "active", "completed".
        total_messages (int | Unset): Number of messages in the history, including the appended ones.
        total_tokens (int | Unset): Tokens that the session has used so far.
        updated_at (datetime | Unset): When this update was made.
    """

    session_id: str
    """Id of the updated session."""
    status: SessionStatus | Unset = UNSET
    """Status of a session.

    - `active`: the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. Another update can make it active again.
    """
    total_messages: int | Unset = UNSET
    """Number of messages in the history, including the appended ones."""
    total_tokens: int | Unset = UNSET
    """Tokens that the session has used so far."""
    updated_at: datetime | Unset = UNSET
    """When this update was made."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "session_id": "sessionId",
        "total_messages": "totalMessages",
        "total_tokens": "totalTokens",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.session_id = rest.pop("sessionId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.total_messages = rest.pop("totalMessages", UNSET)
        made.total_tokens = rest.pop("totalTokens", UNSET)
        made.updated_at = to_datetime(rest.pop("updatedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.session_id, Unset):
            made["sessionId"] = self.session_id
        if self.status is not UNSET:
            made["status"] = self.status
        if self.total_messages is not UNSET:
            made["totalMessages"] = self.total_messages
        if self.total_tokens is not UNSET:
            made["totalTokens"] = self.total_tokens
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        return made
