# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .token_usage import TokenUsage
from .tool_uses import decode_tool_uses

if TYPE_CHECKING:
    from .json_object import JsonObject
    from .tool_uses import ToolUses


@_define(kw_only=True, eq=False, repr=False)
class ToolRequestEvent(_Model):
    """The tool that is yours to run, by `name` and `input` or in `toolUse`. Run it and send its result in a
    further chat, as a `toolResult` block.
    """

    type: Literal["tool_request"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    name: str | Unset = UNSET
    """Name of the tool, where `toolUse` is missing."""
    input: JsonObject | Unset = UNSET
    """Any JSON object. Which names it may hold, the place where it stands says."""
    tool_use_id: str | Unset = UNSET
    """Id of the call, where `toolUse` is missing. Not every service sends it here."""
    tool_use: ToolUses | Unset = UNSET
    """The tools that a model asks for. One tool is an object, several are an array."""
    stop_reason: str | Unset = UNSET
    """Why the model stopped, in the words of the stream."""
    content: str | Unset = UNSET
    """The text that the model wrote before it asked, as a whole; not a piece to add."""
    usage: TokenUsage | Unset = UNSET
    """What a model's answer used, in tokens: pieces of text of about four characters in English. Input and output have
    different prices.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            type=get("type", UNSET),
            name=get("name", UNSET),
            input=get("input", UNSET),
            tool_use_id=get("toolUseId", UNSET),
            tool_use=nested(decode_tool_uses, get("toolUse", UNSET), "toolUse"),
            stop_reason=get("stopReason", UNSET),
            content=get("content", UNSET),
            usage=nested(TokenUsage.from_dict, get("usage", UNSET), "usage"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "type": self.type,
                "name": self.name,
                "input": wire(self.input),
                "toolUseId": self.tool_use_id,
                "toolUse": wire(self.tool_use),
                "stopReason": self.stop_reason,
                "content": self.content,
                "usage": wire(self.usage),
            }
        )


_NAMES = {
    "type": "type",
    "name": "name",
    "input": "input",
    "toolUseId": "tool_use_id",
    "toolUse": "tool_use",
    "stopReason": "stop_reason",
    "content": "content",
    "usage": "usage",
}
