# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .json_object import JsonObject
from .token_usage import TokenUsage
from .tool_uses import ToolUses, decode_tool_uses


@_define(kw_only=True, eq=False, repr=False)
class ToolRequestEvent(_Model):
    """A tool that you need to run, given by `name` and `input` or by `tool_use`. Run it and send its result in
    the next chat request, as a `tool_result` block.

    Attributes:
        type (Literal['tool_request'] | None): The event type, if the frame has no `event`.
        name (str | None): Name of the tool, if there is no `tool_use`.
        input (JsonObject | None): Any JSON object; see the field that uses it.
        tool_use_id (str | None): Id of the call, if there is no `tool_use`. Not always present.
        tool_use (ToolUses | None): The tool calls of the model: an object for a single call, an array for
            several.
        stop_reason (str | None): Why the model stopped, in the stream's own terms.
        content (str | None): The complete text before the tool call; do not append it.
        usage (TokenUsage | None): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
    """

    type: Literal["tool_request"] | None = None
    """The event type, if the frame has no `event`."""
    name: str | None = None
    """Name of the tool, if there is no `tool_use`."""
    input: JsonObject | None = None
    """Any JSON object; see the field that uses it."""
    tool_use_id: str | None = None
    """Id of the call, if there is no `tool_use`. Not always present."""
    tool_use: ToolUses | None = None
    """The tool calls of the model: an object for a single call, an array for several."""
    stop_reason: str | None = None
    """Why the model stopped, in the stream's own terms."""
    content: str | None = None
    """The complete text before the tool call; do not append it."""
    usage: TokenUsage | None = None
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"tool_use_id": "toolUseId", "tool_use": "toolUse", "stop_reason": "stopReason"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.type = rest.pop("type", None)
        made.name = rest.pop("name", None)
        made.input = to_map(rest.pop("input", None))
        made.tool_use_id = rest.pop("toolUseId", None)
        made.tool_use = nested_or_kept(decode_tool_uses, rest.pop("toolUse", None))
        made.stop_reason = rest.pop("stopReason", None)
        made.content = rest.pop("content", None)
        made.usage = nested_or_kept(TokenUsage.from_dict, rest.pop("usage", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.name is not None:
            made["name"] = self.name
        if self.input is not None:
            made["input"] = wire(self.input)
        if self.tool_use_id is not None:
            made["toolUseId"] = self.tool_use_id
        if self.tool_use is not None:
            made["toolUse"] = wire(self.tool_use)
        if self.stop_reason is not None:
            made["stopReason"] = self.stop_reason
        if self.content is not None:
            made["content"] = self.content
        if self.usage is not None:
            made["usage"] = wire(self.usage)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
