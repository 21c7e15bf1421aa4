# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .agent_tool_result import AgentToolResult
from .token_usage import TokenUsage


@_define(kw_only=True, eq=False, repr=False)
class AgentAnswer(_Model):
    """The agent's answer. Its names differ from those of a chat reply, which has `content` and
    `finish_reason`.

    Attributes:
        text (str): The answer.
        stop_reason (str | Unset): Why the model stopped, in the model's own terms; `end_turn` if the answer
            is complete, `content_filter` if a filter policy withheld it. The values are not documented.
        usage (TokenUsage | Unset): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
        tool_results (list[AgentToolResult] | Unset): The results of the agent's tools, in the order of the
            calls.
    """

    text: str
    """The answer."""
    stop_reason: str | Unset = UNSET
    """Why the model stopped, in the model's own terms; `end_turn` if the answer is complete, `content_filter` if a
    filter policy withheld it. The values are not documented.
    """
    usage: TokenUsage | Unset = UNSET
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    tool_results: list[AgentToolResult] | Unset = UNSET
    """The results of the agent's tools, in the order of the calls."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"stop_reason": "stopReason", "tool_results": "toolResults"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.text = rest.pop("text", UNSET)
        made.stop_reason = rest.pop("stopReason", UNSET)
        made.usage = nested(TokenUsage.from_dict, rest.pop("usage", UNSET), "usage")
        made.tool_results = each(AgentToolResult.from_dict, rest.pop("toolResults", UNSET), "toolResults")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.text, Unset):
            made["text"] = self.text
        if self.stop_reason is not UNSET:
            made["stopReason"] = self.stop_reason
        if self.usage is not UNSET:
            made["usage"] = wire(self.usage)
        if self.tool_results is not UNSET:
            made["toolResults"] = wire(self.tool_results)
        return made
