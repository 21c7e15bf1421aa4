# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .tool_result_content import decode_tool_result_content

if TYPE_CHECKING:
    from .tool_result_content import ToolResultContent, ToolResultContentParam


@_define(kw_only=True, eq=False, repr=False)
class ToolOutput(_Model):
    """The result of one call of a tool."""

    tool_use_id: str
    """Id of the call that this answers, from its `toolUse`."""
    content: list[ToolResultContent]
    """The result, mostly one part. A tool that gives nothing back still needs a text, such as `done`."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool_use_id=get("toolUseId", UNSET),
            content=each(decode_tool_result_content, get("content", UNSET), "content"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "toolUseId": self.tool_use_id, "content": wire(self.content)})


_NAMES = {"toolUseId": "tool_use_id", "content": "content"}


class ToolOutputParam(TypedDict):
    """A `ToolOutput` as a plain dict, names as in the JSON."""

    toolUseId: str
    content: Sequence[ToolResultContentParam]
