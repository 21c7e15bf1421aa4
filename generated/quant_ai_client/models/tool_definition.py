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
from .tool_spec import ToolSpec

if TYPE_CHECKING:
    from .tool_spec import ToolSpecParam


@_define(kw_only=True, eq=False, repr=False)
class ToolDefinition(_Model):
    """One tool, wrapped in `toolSpec`."""

    tool_spec: ToolSpec
    """What a model has to know to use a tool."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool_spec=nested(ToolSpec.from_dict, get("toolSpec", UNSET), "toolSpec"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "toolSpec": wire(self.tool_spec)})


_NAMES = {"toolSpec": "tool_spec"}


class ToolDefinitionParam(TypedDict):
    """A `ToolDefinition` as a plain dict, names as in the JSON."""

    toolSpec: ToolSpec | ToolSpecParam
