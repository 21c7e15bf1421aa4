# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .tool_result_content import ToolResultContent, ToolResultContentParam, decode_tool_result_content


@_define(kw_only=True, eq=False, repr=False)
class ToolOutput(_Model):
    """The result of one tool call.

    Attributes:
        tool_use_id (str): Id of the call, from its `tool_use`.
        content (list[ToolResultContent]): The result, usually one part. A tool without a result still needs
            a text, such as `done`.
    """

    tool_use_id: str
    """Id of the call, from its `tool_use`."""
    content: list[ToolResultContent]
    """The result, usually one part. A tool without a result still needs a text, such as `done`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"tool_use_id": "toolUseId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.tool_use_id = rest.pop("toolUseId", None)
        made.content = each(decode_tool_result_content, rest.pop("content", None), "content")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tool_use_id is not None:
            made["toolUseId"] = self.tool_use_id
        if self.content is not None:
            made["content"] = wire(self.content)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ToolOutputParam(TypedDict):
    """A `ToolOutput` as a plain dict, names as in the JSON."""

    toolUseId: str
    content: Sequence[ToolResultContentParam]
