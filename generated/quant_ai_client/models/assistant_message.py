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
from .tool_uses import ToolUses, decode_tool_uses


@_define(kw_only=True, eq=False, repr=False)
class AssistantMessage(_Model):
    """The text that the model wrote, and its tool calls.

    Attributes:
        content (str): Text of the reply; empty if the model only calls tools.
        role (Literal['assistant'] | Unset): Always `assistant`.
        tool_use (ToolUses | Unset): The tool calls of the model: an object for a single call, an array for
            several.
    """

    content: str
    """Text of the reply; empty if the model only calls tools."""
    role: Literal["assistant"] | Unset = UNSET
    """Always `assistant`."""
    tool_use: ToolUses | Unset = UNSET
    """The tool calls of the model: an object for a single call, an array for several."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"tool_use": "toolUse"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.content = rest.pop("content", UNSET)
        made.role = rest.pop("role", UNSET)
        made.tool_use = nested(decode_tool_uses, rest.pop("toolUse", UNSET), "toolUse")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.content, Unset):
            made["content"] = self.content
        if self.role is not UNSET:
            made["role"] = self.role
        if self.tool_use is not UNSET:
            made["toolUse"] = wire(self.tool_use)
        return made
