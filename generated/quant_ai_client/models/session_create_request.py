# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject, JsonObjectParam
from .session_message import SessionMessage, SessionMessageParam


@_define(kw_only=True, eq=False, repr=False)
class SessionCreateRequest(_Model):
    """The user of the session, its expiry and its first messages.

    Attributes:
        user_id (str): Your own id of the user. It is a label for finding sessions, not a permission: every
            token of the organisation with access to AI can read the session.
        session_group (str | Unset): A label shared by several sessions, such as the name of an application.
        metadata (JsonObject | Unset): Custom metadata to keep with the session; the service does not use
            it.
        expiration_minutes (int | Unset): Minutes until the session expires, from 5 to 1440 (24 hours).
            Server default: 60.
        initial_messages (list[SessionMessage] | Unset): Messages at the start of the history, oldest first.
    """

    user_id: str
    """Your own id of the user. It is a label for finding sessions, not a permission: every token of the
    organisation with access to AI can read the session.
    """
    session_group: str | Unset = UNSET
    """A label shared by several sessions, such as the name of an application."""
    metadata: JsonObject | Unset = UNSET
    """Custom metadata to keep with the session; the service does not use it."""
    expiration_minutes: int | Unset = UNSET
    """Minutes until the session expires, from 5 to 1440 (24 hours). Server default: 60."""
    initial_messages: list[SessionMessage] | Unset = UNSET
    """Messages at the start of the history, oldest first."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "user_id": "userId",
        "session_group": "sessionGroup",
        "expiration_minutes": "expirationMinutes",
        "initial_messages": "initialMessages",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.user_id = rest.pop("userId", UNSET)
        made.session_group = rest.pop("sessionGroup", UNSET)
        made.metadata = rest.pop("metadata", UNSET)
        made.expiration_minutes = rest.pop("expirationMinutes", UNSET)
        made.initial_messages = each(SessionMessage.from_dict, rest.pop("initialMessages", UNSET), "initialMessages")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.user_id, Unset):
            made["userId"] = self.user_id
        if self.session_group is not UNSET:
            made["sessionGroup"] = self.session_group
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        if self.expiration_minutes is not UNSET:
            made["expirationMinutes"] = self.expiration_minutes
        if self.initial_messages is not UNSET:
            made["initialMessages"] = wire(self.initial_messages)
        return made


class SessionCreateRequestParam(TypedDict):
    """A `SessionCreateRequest` as a plain dict, names as in the JSON."""

    userId: str
    sessionGroup: NotRequired[str]
    metadata: NotRequired[JsonObjectParam]
    expirationMinutes: NotRequired[int]
    initialMessages: NotRequired[Sequence[SessionMessage | SessionMessageParam]]
