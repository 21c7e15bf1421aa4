# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .tool_use_content import ToolUseContent

if TYPE_CHECKING:
    from .tool_use_content import ToolUseContentParam


@_define(kw_only=True, eq=False, repr=False)
class ToolUseBlock(_Model):
    """The model's wish to have a tool run; belongs to `assistant` messages. When you keep the history
    yourself, send it back unchanged, followed by a `user` message with the result.
    """

    tool_use: ToolUseContent
    """The call of a tool, as the model asked for it."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool_use=nested(ToolUseContent.from_dict, get("toolUse", UNSET), "toolUse"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "toolUse": wire(self.tool_use)})


_NAMES = {"toolUse": "tool_use"}


class ToolUseBlockParam(TypedDict):
    """A `ToolUseBlock` as a plain dict, names as in the JSON."""

    toolUse: ToolUseContent | ToolUseContentParam
