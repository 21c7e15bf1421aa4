# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .message import Message

if TYPE_CHECKING:
    from .json_object import JsonObject
    from .session_status import SessionStatus


@_define(kw_only=True, eq=False, repr=False)
class Session(_Model):
    """A session with its messages. Its keys come in one of two spellings: `id`, `created_at` and `updated_at`,
    or `sessionId`, `createdAt` and `updatedAt`.
    """

    id: str | Unset = UNSET
    """Id of the session; some replies call it `sessionId`."""
    session_id: str | Unset = UNSET
    """Id of the session, where the reply does not call it `id`."""
    title: str | Unset = UNSET
    """A short text that tells the session from others, for lists that people read."""
    model: str | Unset = UNSET
    """Id of the model with which the conversation is held."""
    messages: list[Message] | Unset = UNSET
    """The history, oldest message first."""
    created_at: datetime | Unset = UNSET
    """When the session was created; some replies call it `createdAt`."""
    createdAt: datetime | Unset = UNSET
    """When the session was created, where the reply does not call it `created_at`."""
    updated_at: datetime | Unset = UNSET
    """When the session last changed; some replies call it `updatedAt`."""
    updatedAt: datetime | Unset = UNSET
    """When the session last changed, where the reply does not call it `updated_at`."""
    expires_at: datetime | Unset = UNSET
    """When the session expires. Not every reply has it."""
    status: SessionStatus | Unset = UNSET
    """State of a session.

    - `active`: the conversation goes on; the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. An update can make it active again.

    Known values: "active", "completed".
    """
    metadata: JsonObject | Unset = UNSET
    """Any JSON object. Which names it may hold, the place where it stands says."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            id=get("id", UNSET),
            session_id=get("sessionId", UNSET),
            title=get("title", UNSET),
            model=get("model", UNSET),
            messages=each(Message.from_dict, get("messages", UNSET), "messages"),
            created_at=to_datetime(get("created_at", UNSET)),
            createdAt=to_datetime(get("createdAt", UNSET)),
            updated_at=to_datetime(get("updated_at", UNSET)),
            updatedAt=to_datetime(get("updatedAt", UNSET)),
            expires_at=to_datetime(get("expiresAt", UNSET)),
            status=get("status", UNSET),
            metadata=get("metadata", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "id": self.id,
                "sessionId": self.session_id,
                "title": self.title,
                "model": self.model,
                "messages": wire(self.messages),
                "created_at": wire(self.created_at),
                "createdAt": wire(self.createdAt),
                "updated_at": wire(self.updated_at),
                "updatedAt": wire(self.updatedAt),
                "expiresAt": wire(self.expires_at),
                "status": self.status,
                "metadata": wire(self.metadata),
            }
        )


_NAMES = {
    "id": "id",
    "sessionId": "session_id",
    "title": "title",
    "model": "model",
    "messages": "messages",
    "created_at": "created_at",
    "createdAt": "createdAt",
    "updated_at": "updated_at",
    "updatedAt": "updatedAt",
    "expiresAt": "expires_at",
    "status": "status",
    "metadata": "metadata",
}
