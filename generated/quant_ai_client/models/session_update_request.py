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
from .session_turn import SessionTurn

if TYPE_CHECKING:
    from .json_object import JsonObject, JsonObjectParam
    from .session_status import SessionStatus
    from .session_turn import SessionTurnParam


@_define(kw_only=True, eq=False, repr=False)
class SessionUpdateRequest(_Model):
    """What to change in the session; members that are left out change nothing."""

    new_messages: list[SessionTurn] | Unset = UNSET
    """Messages to append to the history, oldest first."""
    tokens_used: int | Unset = UNSET
    """Tokens that the new messages took, for the session's total."""
    status: SessionStatus | Unset = UNSET
    """State of a session.

    - `active`: the conversation goes on; the session is listed and can be extended.
    - `completed`: closed by an update, and no longer listed. An update can make it active again.

    Known values: "active", "completed".
    """
    metadata: JsonObject | Unset = UNSET
    """Data of your own to keep with the session. Whether it replaces or adds to what is there is not documented."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            new_messages=each(SessionTurn.from_dict, get("newMessages", UNSET), "newMessages"),
            tokens_used=get("tokensUsed", UNSET),
            status=get("status", UNSET),
            metadata=get("metadata", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "newMessages": wire(self.new_messages),
                "tokensUsed": self.tokens_used,
                "status": self.status,
                "metadata": wire(self.metadata),
            }
        )


_NAMES = {"newMessages": "new_messages", "tokensUsed": "tokens_used", "status": "status", "metadata": "metadata"}


class SessionUpdateRequestParam(TypedDict):
    """A `SessionUpdateRequest` as a plain dict, names as in the JSON."""

    newMessages: NotRequired[Sequence[SessionTurn | SessionTurnParam]]
    tokensUsed: NotRequired[int]
    status: NotRequired[SessionStatus]
    metadata: NotRequired[JsonObjectParam]
