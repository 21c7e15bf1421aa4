# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_datetime, unify_spelling, without
from ..encoding import restore_nulls, restore_spelling, wire
from ..types import Model as _Model
from ..types import Spelling
from .session_status import SessionStatus


@_define(kw_only=True, eq=False, repr=False)
class SessionSummary(_Model):
    """A session without its messages.

    Attributes:
        session_id (str): Id of the session.
        title (str | None): A short title, for lists.
        model (str | None): Id of the model used in the conversation.
        created_at (datetime | None): When the session was created.
        updated_at (datetime | None): When the session was last changed.
        expires_at (datetime | None): When the session expires. Not always present.
        status (SessionStatus | None): Status of a session. Known values: "active", "completed".
    """

    session_id: str
    """Id of the session."""
    title: str | None = None
    """A short title, for lists."""
    model: str | None = None
    """Id of the model used in the conversation."""
    created_at: datetime | None = None
    """When the session was created."""
    updated_at: datetime | None = None
    """When the session was last changed."""
    expires_at: datetime | None = None
    """When the session expires. Not always present."""
    status: SessionStatus | None = None
    """Status of a session.

    - `active`: the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. Another update can make it active again.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _spelling: Spelling | None = _field(default=None, alias="_spelling")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.session_id = rest.pop("sessionId", None)
        made.title = rest.pop("title", None)
        made.model = rest.pop("model", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.updated_at = to_datetime(rest.pop("updatedAt", None))
        made.expires_at = to_datetime(rest.pop("expiresAt", None))
        made.status = rest.pop("status", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self.title is not None:
            made["title"] = self.title
        if self.model is not None:
            made["model"] = self.model
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not None:
            made["updatedAt"] = wire(self.updated_at)
        if self.expires_at is not None:
            made["expiresAt"] = wire(self.expires_at)
        if self.status is not None:
            made["status"] = self.status
        if self._nulls:
            restore_nulls(made, self._nulls)
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
