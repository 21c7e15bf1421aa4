# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime, unify_spelling
from ..encoding import restore_spelling, wire
from ..types import UNSET, Spelling, Unset
from ..types import Model as _Model
from .session_status import SessionStatus


@_define(kw_only=True, eq=False, repr=False)
class SessionSummary(_Model):
    """A session without its messages.

    Attributes:
        session_id (str): Id of the session.
        title (str | Unset): A short title, for lists.
        model (str | Unset): Id of the model used in the conversation.
        created_at (datetime | Unset): When the session was created.
        updated_at (datetime | Unset): When the session was last changed.
        expires_at (datetime | Unset): When the session expires. Not always present.
        status (SessionStatus | Unset): Status of a session. Known values: "active", "completed".
    """

    session_id: str
    """Id of the session."""
    title: str | Unset = UNSET
    """A short title, for lists."""
    model: str | Unset = UNSET
    """Id of the model used in the conversation."""
    created_at: datetime | Unset = UNSET
    """When the session was created."""
    updated_at: datetime | Unset = UNSET
    """When the session was last changed."""
    expires_at: datetime | Unset = UNSET
    """When the session expires. Not always present."""
    status: SessionStatus | Unset = UNSET
    """Status of a session.

    - `active`: the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. Another update can make it active again.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _spelling: Spelling | None = _field(default=None, init=False)
    _wire_names: ClassVar = {
        "session_id": "sessionId",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "expires_at": "expiresAt",
    }
    _aliases: ClassVar = {"id": "sessionId", "created_at": "createdAt", "updated_at": "updatedAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        made.session_id = rest.pop("sessionId", UNSET)
        made.title = rest.pop("title", UNSET)
        made.model = rest.pop("model", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.updated_at = to_datetime(rest.pop("updatedAt", UNSET))
        made.expires_at = to_datetime(rest.pop("expiresAt", UNSET))
        made.status = rest.pop("status", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.session_id, Unset):
            made["sessionId"] = self.session_id
        if self.title is not UNSET:
            made["title"] = self.title
        if self.model is not UNSET:
            made["model"] = self.model
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        if self.expires_at is not UNSET:
            made["expiresAt"] = wire(self.expires_at)
        if self.status is not UNSET:
            made["status"] = self.status
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
