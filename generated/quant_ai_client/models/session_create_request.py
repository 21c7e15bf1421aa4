# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .session_message import SessionMessage

if TYPE_CHECKING:
    from .json_object import JsonObject, JsonObjectParam
    from .session_message import SessionMessageParam


@_define(kw_only=True, eq=False, repr=False)
class SessionCreateRequest(_Model):
    """For whom the session is, how long it lives and what it starts from."""

    user_id: str
    """Your own id of the user who holds the conversation. It is a label to find sessions by, not a permission: every
    token of the organisation with access to AI can read the session.
    """
    session_group: str | Unset = UNSET
    """A label of your choice that several sessions share, such as the name of an application."""
    metadata: JsonObject | Unset = UNSET
    """Any data of your own to keep with the session; the service does not read it."""
    expiration_minutes: int | Unset = UNSET
    """Minutes until the session expires, from 5 to 1440 (24 hours). 5 to 1,440. Server default: 60."""
    initial_messages: list[SessionMessage] | Unset = UNSET
    """Messages to start the history with, oldest first."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            user_id=get("userId", UNSET),
            session_group=get("sessionGroup", UNSET),
            metadata=get("metadata", UNSET),
            expiration_minutes=get("expirationMinutes", UNSET),
            initial_messages=each(SessionMessage.from_dict, get("initialMessages", UNSET), "initialMessages"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "userId": self.user_id,
                "sessionGroup": self.session_group,
                "metadata": wire(self.metadata),
                "expirationMinutes": self.expiration_minutes,
                "initialMessages": wire(self.initial_messages),
            }
        )


_NAMES = {
    "userId": "user_id",
    "sessionGroup": "session_group",
    "metadata": "metadata",
    "expirationMinutes": "expiration_minutes",
    "initialMessages": "initial_messages",
}


class SessionCreateRequestParam(TypedDict):
    """A `SessionCreateRequest` as a plain dict, names as in the JSON."""

    userId: str
    sessionGroup: NotRequired[str]
    metadata: NotRequired[JsonObjectParam]
    expirationMinutes: NotRequired[int]
    initialMessages: NotRequired[Sequence[SessionMessage | SessionMessageParam]]
