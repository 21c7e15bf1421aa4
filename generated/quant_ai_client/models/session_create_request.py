# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .assistant_message import AssistantMessage
from .json_object import JsonObject, JsonObjectParam
from .session_message import SessionMessage, SessionMessageParam


@_define(kw_only=True, eq=False, repr=False)
class SessionCreateRequest(_Model):
    """The user of the session, its expiry and its first messages.

    Attributes:
        user_id (str): Your own id of the user. It is a label for finding sessions, not a permission: every
            token of the organisation with access to AI can read the session.
        session_group (str | None): A label shared by several sessions, such as the name of an application.
        metadata (JsonObject | None): Custom metadata to keep with the session; the service does not use it.
        expiration_minutes (int | None): Minutes until the session expires, from 5 to 1440 (24 hours).
            Server default: 60.
        initial_messages (list[SessionMessage] | None): Messages at the start of the history, oldest first.
    """

    user_id: str
    """Your own id of the user. It is a label for finding sessions, not a permission: every token of the
    organisation with access to AI can read the session.
    """
    session_group: str | None = None
    """A label shared by several sessions, such as the name of an application."""
    metadata: JsonObject | None = None
    """Custom metadata to keep with the session; the service does not use it."""
    expiration_minutes: int | None = None
    """Minutes until the session expires, from 5 to 1440 (24 hours). Server default: 60."""
    initial_messages: list[SessionMessage] | None = None
    """Messages at the start of the history, oldest first."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "user_id": "userId",
        "session_group": "sessionGroup",
        "expiration_minutes": "expirationMinutes",
        "initial_messages": "initialMessages",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.user_id = rest.pop("userId", None)
        made.session_group = rest.pop("sessionGroup", None)
        made.metadata = to_map(rest.pop("metadata", None))
        made.expiration_minutes = rest.pop("expirationMinutes", None)
        made.initial_messages = each_or_kept(SessionMessage.from_dict, rest.pop("initialMessages", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.user_id is not None:
            made["userId"] = self.user_id
        if self.session_group is not None:
            made["sessionGroup"] = self.session_group
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.expiration_minutes is not None:
            made["expirationMinutes"] = self.expiration_minutes
        if self.initial_messages is not None:
            made["initialMessages"] = wire(self.initial_messages)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SessionCreateRequestParam(TypedDict):
    """A `SessionCreateRequest` as a plain dict, names as in the JSON."""

    userId: str
    sessionGroup: NotRequired[str]
    metadata: NotRequired[JsonObjectParam]
    expirationMinutes: NotRequired[int]
    initialMessages: NotRequired[Sequence[SessionMessage | SessionMessageParam | AssistantMessage]]
