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
from .assistant_message import AssistantMessage
from .token_usage import TokenUsage
from .tool_execution_summary import ToolExecutionSummary


@_define(kw_only=True, eq=False, repr=False)
class ExecutionResult(_Model):
    """What an execution has come to. `usage` counts only the turn that wrote the final text, not the turns
    before it that asked for tools.
    """

    response: AssistantMessage
    """What the model wrote, and the tools that it asks for."""
    usage: TokenUsage | Unset = UNSET
    """What a model's answer used, in tokens: pieces of text of about four characters in English. Input and output have
    different prices.
    """
    tool_executions: list[ToolExecutionSummary] | Unset = UNSET
    """The tools that were run on the way."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            response=nested(AssistantMessage.from_dict, get("response", UNSET), "response"),
            usage=nested(TokenUsage.from_dict, get("usage", UNSET), "usage"),
            tool_executions=each(ToolExecutionSummary.from_dict, get("toolExecutions", UNSET), "toolExecutions"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "response": wire(self.response),
                "usage": wire(self.usage),
                "toolExecutions": wire(self.tool_executions),
            }
        )


_NAMES = {"response": "response", "usage": "usage", "toolExecutions": "tool_executions"}
