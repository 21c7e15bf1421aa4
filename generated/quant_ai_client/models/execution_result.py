# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, nested, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .assistant_message import AssistantMessage
from .finish_reason import FinishReason
from .token_usage import TokenUsage
from .tool_execution_summary import ToolExecutionSummary


@_define(kw_only=True, eq=False, repr=False)
class ExecutionResult(_Model):
    """The result of an execution. `usage` only counts the turn that wrote the final text, not the earlier
    turns with tool calls.

    Attributes:
        response (AssistantMessage): The text that the model wrote, and its tool calls.
        finish_reason (FinishReason | None): Why the model stopped. Not documented for executions; inferred
            from other chats, where it distinguishes a withheld text from an empty one. Known values:
            "stop", "length", "content_filter", "tool_use".
        usage (TokenUsage | None): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
        tool_executions (list[ToolExecutionSummary] | None): The tools that were run.
    """

    response: AssistantMessage
    """The text that the model wrote, and its tool calls."""
    finish_reason: FinishReason | None = None
    """Why the model stopped. Not documented for executions; inferred from other chats, where it distinguishes a
    withheld text from an empty one. Known values: "stop", "length", "content_filter", "tool_use".
    """
    usage: TokenUsage | None = None
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    tool_executions: list[ToolExecutionSummary] | None = None
    """The tools that were run."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"finish_reason": "finishReason", "tool_executions": "toolExecutions"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.response = nested(AssistantMessage.from_dict, rest.pop("response", None), "response")
        made.finish_reason = rest.pop("finishReason", None)
        made.usage = nested_or_kept(TokenUsage.from_dict, rest.pop("usage", None))
        made.tool_executions = each_or_kept(ToolExecutionSummary.from_dict, rest.pop("toolExecutions", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.response is not None:
            made["response"] = wire(self.response)
        if self.finish_reason is not None:
            made["finishReason"] = self.finish_reason
        if self.usage is not None:
            made["usage"] = wire(self.usage)
        if self.tool_executions is not None:
            made["toolExecutions"] = wire(self.tool_executions)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
