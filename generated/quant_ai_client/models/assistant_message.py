# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import SentAs
from .tool_uses import ToolUses, decode_tool_uses


@_define(kw_only=True, eq=False, repr=False)
class AssistantMessage(_Model):
    """The text that the model wrote, and its tool calls.

    Attributes:
        content (str): Text of the reply; empty if the model only calls tools.
        role (Literal['assistant'] | None): Always `assistant`.
        tool_use (ToolUses | None): The tool calls of the model: an object for a single call, an array for
            several.
    """

    content: str
    """Text of the reply; empty if the model only calls tools."""
    role: Literal["assistant"] | None = None
    """Always `assistant`."""
    tool_use: ToolUses | None = None
    """The tool calls of the model: an object for a single call, an array for several."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"tool_use": "toolUse"}
    _sent_as: ClassVar = {
        "Message": SentAs(
            constants=(("role", "assistant"),),
            field="content",
            blocks=(("text", "content", ()), ("toolUse", "toolUse", ("executionId", "status", "result"))),
        ),
        "SessionMessage": SentAs(constants=(("role", "assistant"),)),
        "SessionTurn": SentAs(constants=(("role", "assistant"),)),
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.content = rest.pop("content", None)
        made.role = rest.pop("role", None)
        made.tool_use = nested_or_kept(decode_tool_uses, rest.pop("toolUse", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.content is not None:
            made["content"] = self.content
        if self.role is not None:
            made["role"] = self.role
        if self.tool_use is not None:
            made["toolUse"] = wire(self.tool_use)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
