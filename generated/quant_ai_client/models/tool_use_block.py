# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .tool_use_content import ToolUseContent, ToolUseContentParam


@_define(kw_only=True, eq=False, repr=False)
class ToolUseBlock(_Model):
    """A tool call by the model, in an `assistant` message. If you keep the history yourself, send it back
    unchanged, followed by a `user` message with the result.

    Attributes:
        tool_use (ToolUseContent): The tool call, as the model made it.
    """

    tool_use: ToolUseContent
    """The tool call, as the model made it."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"tool_use": "toolUse"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.tool_use = nested(ToolUseContent.from_dict, rest.pop("toolUse", None), "toolUse")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tool_use is not None:
            made["toolUse"] = wire(self.tool_use)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ToolUseBlockParam(TypedDict):
    """A `ToolUseBlock` as a plain dict, names as in the JSON."""

    toolUse: ToolUseContent | ToolUseContentParam
