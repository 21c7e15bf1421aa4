# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .agent_tool_result import AgentToolResult
from .token_usage import TokenUsage


@_define(kw_only=True, eq=False, repr=False)
class AgentAnswer(_Model):
    """What the agent said. The names differ from those of a chat reply, which has `content` and
    `finishReason`.
    """

    text: str
    """The answer."""
    stop_reason: str | Unset = UNSET
    """Why the model stopped, in the model's own words; `end_turn` where the answer is complete. The values are not
    documented.
    """
    usage: TokenUsage | Unset = UNSET
    """What a model's answer used, in tokens: pieces of text of about four characters in English. Input and output have
    different prices.
    """
    tool_results: list[AgentToolResult] | Unset = UNSET
    """What the tools returned to the agent, in the order of the calls."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            text=get("text", UNSET),
            stop_reason=get("stopReason", UNSET),
            usage=nested(TokenUsage.from_dict, get("usage", UNSET), "usage"),
            tool_results=each(AgentToolResult.from_dict, get("toolResults", UNSET), "toolResults"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "text": self.text,
                "stopReason": self.stop_reason,
                "usage": wire(self.usage),
                "toolResults": wire(self.tool_results),
            }
        )


_NAMES = {"text": "text", "stopReason": "stop_reason", "usage": "usage", "toolResults": "tool_results"}
