# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .agent_answer import AgentAnswer


@_define(kw_only=True, eq=False, repr=False)
class AgentChatReply(_Model):
    """An agent's answer and the session that it belongs to."""

    response: AgentAnswer
    """What the agent said. The names differ from those of a chat reply, which has `content` and `finishReason`."""
    session_id: str | Unset = UNSET
    """Id to send with the next message of the conversation."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            response=nested(AgentAnswer.from_dict, get("response", UNSET), "response"),
            session_id=get("sessionId", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "response": wire(self.response), "sessionId": self.session_id})


_NAMES = {"response": "response", "sessionId": "session_id"}
