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
from .session_status import SessionStatus
from .session_turn import SessionTurn, SessionTurnParam


@_define(kw_only=True, eq=False, repr=False)
class SessionUpdateRequest(_Model):
    """The fields to change; those left out keep their values.

    Attributes:
        new_messages (list[SessionTurn] | None): Messages to append to the history, oldest first.
        tokens_used (int | None): Tokens used by the new messages, added to the session's total.
        status (SessionStatus | None): Status of a session. Known values: "active", "completed".
        metadata (JsonObject | None): Custom metadata. It is not documented whether this replaces existing
            metadata or adds to it.
    """

    new_messages: list[SessionTurn] | None = None
    """Messages to append to the history, oldest first."""
    tokens_used: int | None = None
    """Tokens used by the new messages, added to the session's total."""
    status: SessionStatus | None = None
    """Status of a session.

    - `active`: the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. Another update can make it active again.
    """
    metadata: JsonObject | None = None
    """Custom metadata. It is not documented whether this replaces existing metadata or adds to it."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"new_messages": "newMessages", "tokens_used": "tokensUsed"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.new_messages = each_or_kept(SessionTurn.from_dict, rest.pop("newMessages", None))
        made.tokens_used = rest.pop("tokensUsed", None)
        made.status = rest.pop("status", None)
        made.metadata = to_map(rest.pop("metadata", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.new_messages is not None:
            made["newMessages"] = wire(self.new_messages)
        if self.tokens_used is not None:
            made["tokensUsed"] = self.tokens_used
        if self.status is not None:
            made["status"] = self.status
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SessionUpdateRequestParam(TypedDict):
    """A `SessionUpdateRequest` as a plain dict, names as in the JSON."""

    newMessages: NotRequired[Sequence[SessionTurn | SessionTurnParam | AssistantMessage]]
    tokensUsed: NotRequired[int]
    status: NotRequired[SessionStatus]
    metadata: NotRequired[JsonObjectParam]
