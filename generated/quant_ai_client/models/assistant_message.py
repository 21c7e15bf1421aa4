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
from .tool_uses import decode_tool_uses

if TYPE_CHECKING:
    from .tool_uses import ToolUses


@_define(kw_only=True, eq=False, repr=False)
class AssistantMessage(_Model):
    """What the model wrote, and the tools that it asks for."""

    content: str
    """Text of the reply; empty when the model only asks for tools."""
    role: Literal["assistant"] | Unset = UNSET
    """Always `assistant`."""
    tool_use: ToolUses | Unset = UNSET
    """The tools that a model asks for. One tool is an object, several are an array."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            content=get("content", UNSET),
            role=get("role", UNSET),
            tool_use=nested(decode_tool_uses, get("toolUse", UNSET), "toolUse"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "content": self.content, "role": self.role, "toolUse": wire(self.tool_use)}
        )


_NAMES = {"content": "content", "role": "role", "toolUse": "tool_use"}
