# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .custom_tool import CustomTool


@_define(kw_only=True, eq=False, repr=False)
class CustomToolDeployed(_Model):
    """A deployed tool.

    Attributes:
        tool (CustomTool): A tool whose code runs as an edge function.
        success (bool | Unset): Always true; errors have their own HTTP status.
        edge_function_url (str | Unset): URL of the edge function; the same as in `tool`.
        edge_function_code (str | Unset): The source that was deployed.
        is_update (bool | Unset): True if a tool with this name existed and was replaced, false for a new
            tool.
        message (str | Unset): The confirmation, in words.
    """

    tool: CustomTool
    """A tool whose code runs as an edge function."""
    success: bool | Unset = UNSET
    """Always true; errors have their own HTTP status."""
    edge_function_url: str | Unset = UNSET
    """URL of the edge function; the same as in `tool`."""
    edge_function_code: str | Unset = UNSET
    """The source that was deployed."""
    is_update: bool | Unset = UNSET
    """True if a tool with this name existed and was replaced, false for a new tool."""
    message: str | Unset = UNSET
    """The confirmation, in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "edge_function_url": "edgeFunctionUrl",
        "edge_function_code": "edgeFunctionCode",
        "is_update": "isUpdate",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.tool = nested(CustomTool.from_dict, rest.pop("tool", UNSET), "tool")
        made.success = rest.pop("success", UNSET)
        made.edge_function_url = rest.pop("edgeFunctionUrl", UNSET)
        made.edge_function_code = rest.pop("edgeFunctionCode", UNSET)
        made.is_update = rest.pop("isUpdate", UNSET)
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.tool, Unset):
            made["tool"] = wire(self.tool)
        if self.success is not UNSET:
            made["success"] = self.success
        if self.edge_function_url is not UNSET:
            made["edgeFunctionUrl"] = self.edge_function_url
        if self.edge_function_code is not UNSET:
            made["edgeFunctionCode"] = self.edge_function_code
        if self.is_update is not UNSET:
            made["isUpdate"] = self.is_update
        if self.message is not UNSET:
            made["message"] = self.message
        return made
