# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .agent_answer import AgentAnswer


@_define(kw_only=True, eq=False, repr=False)
class AgentChatReply(_Model):
    """The agent's answer and its session.

    Attributes:
        response (AgentAnswer): The agent's answer. Its names differ from those of a chat reply, which has
            `content` and `finish_reason`.
        session_id (str | None): Id to send with the next message of the conversation.
    """

    response: AgentAnswer
    """The agent's answer. Its names differ from those of a chat reply, which has `content` and `finish_reason`."""
    session_id: str | None = None
    """Id to send with the next message of the conversation."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"session_id": "sessionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.response = nested(AgentAnswer.from_dict, rest.pop("response", None), "response")
        made.session_id = rest.pop("sessionId", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.response is not None:
            made["response"] = wire(self.response)
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
