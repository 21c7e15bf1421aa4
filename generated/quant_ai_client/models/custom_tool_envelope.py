# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .custom_tool import CustomTool


@_define(kw_only=True, eq=False, repr=False)
class CustomToolEnvelope(_Model):
    """A single custom tool.

    Attributes:
        tool (CustomTool): A tool whose code runs as an edge function.
        success (bool | Unset): Always true; errors have their own HTTP status. Not always present.
    """

    tool: CustomTool
    """A tool whose code runs as an edge function."""
    success: bool | Unset = UNSET
    """Always true; errors have their own HTTP status. Not always present."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.tool = nested(CustomTool.from_dict, rest.pop("tool", UNSET), "tool")
        made.success = rest.pop("success", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.tool, Unset):
            made["tool"] = wire(self.tool)
        if self.success is not UNSET:
            made["success"] = self.success
        return made
