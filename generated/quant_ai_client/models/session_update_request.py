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
from .session_status import SessionStatus
from .session_turn import SessionTurn, SessionTurnParam


@_define(kw_only=True, eq=False, repr=False)
class SessionUpdateRequest(_Model):
    """The fields to change; those left out keep their values.

    Attributes:
        new_messages (list[SessionTurn] | Unset): Messages to append to the history, oldest first.
        tokens_used (int | Unset): Tokens used by the new messages, added to the session's total.
        status (SessionStatus | Unset): Status of a session. Known values: "active", "completed".
        metadata (JsonObject | Unset): Custom metadata. It is not documented whether this replaces existing
            metadata or adds to it.
    """

    new_messages: list[SessionTurn] | Unset = UNSET
    """Messages to append to the history, oldest first."""
    tokens_used: int | Unset = UNSET
    """Tokens used by the new messages, added to the session's total."""
    status: SessionStatus | Unset = UNSET
    """Status of a session.

    - `active`: the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. Another update can make it active again.
    """
    metadata: JsonObject | Unset = UNSET
    """Custom metadata. It is not documented whether this replaces existing metadata or adds to it."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"new_messages": "newMessages", "tokens_used": "tokensUsed"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.new_messages = each(SessionTurn.from_dict, rest.pop("newMessages", UNSET), "newMessages")
        made.tokens_used = rest.pop("tokensUsed", UNSET)
        made.status = rest.pop("status", UNSET)
        made.metadata = rest.pop("metadata", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.new_messages is not UNSET:
            made["newMessages"] = wire(self.new_messages)
        if self.tokens_used is not UNSET:
            made["tokensUsed"] = self.tokens_used
        if self.status is not UNSET:
            made["status"] = self.status
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        return made


class SessionUpdateRequestParam(TypedDict):
    """A `SessionUpdateRequest` as a plain dict, names as in the JSON."""

    newMessages: NotRequired[Sequence[SessionTurn | SessionTurnParam]]
    tokensUsed: NotRequired[int]
    status: NotRequired[SessionStatus]
    metadata: NotRequired[JsonObjectParam]
