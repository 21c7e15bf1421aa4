# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject
from .token_usage import TokenUsage
from .tool_uses import ToolUses, decode_tool_uses


@_define(kw_only=True, eq=False, repr=False)
class ToolRequestEvent(_Model):
    """A tool that you need to run, given by `name` and `input` or by `tool_use`. Run it and send its result in
    the next chat request, as a `tool_result` block.

    Attributes:
        type (Literal['tool_request'] | Unset): The event type, if the frame has no `event`.
        name (str | Unset): Name of the tool, if there is no `tool_use`.
        input (JsonObject | Unset): Any JSON object; see the field that uses it.
        tool_use_id (str | Unset): Id of the call, if there is no `tool_use`. Not always present.
        tool_use (ToolUses | Unset): The tool calls of the model: an object for a single call, an array for
            several.
        stop_reason (str | Unset): Why the model stopped, in the stream's own terms.
        content (str | Unset): The complete text before the tool call; do not append it.
        usage (TokenUsage | Unset): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
    """

    type: Literal["tool_request"] | Unset = UNSET
    """The event type, if the frame has no `event`."""
    name: str | Unset = UNSET
    """Name of the tool, if there is no `tool_use`."""
    input: JsonObject | Unset = UNSET
    """Any JSON object; see the field that uses it."""
    tool_use_id: str | Unset = UNSET
    """Id of the call, if there is no `tool_use`. Not always present."""
    tool_use: ToolUses | Unset = UNSET
    """The tool calls of the model: an object for a single call, an array for several."""
    stop_reason: str | Unset = UNSET
    """Why the model stopped, in the stream's own terms."""
    content: str | Unset = UNSET
    """The complete text before the tool call; do not append it."""
    usage: TokenUsage | Unset = UNSET
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"tool_use_id": "toolUseId", "tool_use": "toolUse", "stop_reason": "stopReason"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.name = rest.pop("name", UNSET)
        made.input = rest.pop("input", UNSET)
        made.tool_use_id = rest.pop("toolUseId", UNSET)
        made.tool_use = nested(decode_tool_uses, rest.pop("toolUse", UNSET), "toolUse")
        made.stop_reason = rest.pop("stopReason", UNSET)
        made.content = rest.pop("content", UNSET)
        made.usage = nested(TokenUsage.from_dict, rest.pop("usage", UNSET), "usage")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.name is not UNSET:
            made["name"] = self.name
        if self.input is not UNSET:
            made["input"] = wire(self.input)
        if self.tool_use_id is not UNSET:
            made["toolUseId"] = self.tool_use_id
        if self.tool_use is not UNSET:
            made["toolUse"] = wire(self.tool_use)
        if self.stop_reason is not UNSET:
            made["stopReason"] = self.stop_reason
        if self.content is not UNSET:
            made["content"] = self.content
        if self.usage is not UNSET:
            made["usage"] = wire(self.usage)
        return made
