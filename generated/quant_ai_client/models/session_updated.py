# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .session_status import SessionStatus


@_define(kw_only=True, eq=False, repr=False)
class SessionUpdated(_Model):
    """The session's totals after an update.

    Attributes:
        session_id (str): Id of the updated session.
        status (SessionStatus | None): Status of a session. Known values: "active", "completed".
        total_messages (int | None): Number of messages in the history, including the appended ones.
        total_tokens (int | None): Tokens that the session has used so far.
        updated_at (datetime | None): When this update was made.
    """

    session_id: str
    """Id of the updated session."""
    status: SessionStatus | None = None
    """Status of a session.

    - `active`: the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. Another update can make it active again.
    """
    total_messages: int | None = None
    """Number of messages in the history, including the appended ones."""
    total_tokens: int | None = None
    """Tokens that the session has used so far."""
    updated_at: datetime | None = None
    """When this update was made."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "session_id": "sessionId",
        "total_messages": "totalMessages",
        "total_tokens": "totalTokens",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.session_id = rest.pop("sessionId", None)
        made.status = rest.pop("status", None)
        made.total_messages = rest.pop("totalMessages", None)
        made.total_tokens = rest.pop("totalTokens", None)
        made.updated_at = to_datetime(rest.pop("updatedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self.status is not None:
            made["status"] = self.status
        if self.total_messages is not None:
            made["totalMessages"] = self.total_messages
        if self.total_tokens is not None:
            made["totalTokens"] = self.total_tokens
        if self.updated_at is not None:
            made["updatedAt"] = wire(self.updated_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
