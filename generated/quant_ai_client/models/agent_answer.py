# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .agent_tool_result import AgentToolResult
from .token_usage import TokenUsage


@_define(kw_only=True, eq=False, repr=False)
class AgentAnswer(_Model):
    """The agent's answer. Its names differ from those of a chat reply, which has `content` and
    `finish_reason`.

    Attributes:
        text (str): The answer.
        stop_reason (str | None): Why the model stopped, in the model's own terms; `end_turn` if the answer
            is complete, `content_filter` if a filter policy withheld it. The values are not documented.
        usage (TokenUsage | None): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
        tool_results (list[AgentToolResult] | None): The results of the agent's tools, in the order of the
            calls.
    """

    text: str
    """The answer."""
    stop_reason: str | None = None
    """Why the model stopped, in the model's own terms; `end_turn` if the answer is complete, `content_filter` if a
    filter policy withheld it. The values are not documented.
    """
    usage: TokenUsage | None = None
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    tool_results: list[AgentToolResult] | None = None
    """The results of the agent's tools, in the order of the calls."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"stop_reason": "stopReason", "tool_results": "toolResults"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.text = rest.pop("text", None)
        made.stop_reason = rest.pop("stopReason", None)
        made.usage = nested_or_kept(TokenUsage.from_dict, rest.pop("usage", None))
        made.tool_results = each_or_kept(AgentToolResult.from_dict, rest.pop("toolResults", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.text is not None:
            made["text"] = self.text
        if self.stop_reason is not None:
            made["stopReason"] = self.stop_reason
        if self.usage is not None:
            made["usage"] = wire(self.usage)
        if self.tool_results is not None:
            made["toolResults"] = wire(self.tool_results)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
