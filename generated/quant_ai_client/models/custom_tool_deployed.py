# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .custom_tool import CustomTool


@_define(kw_only=True, eq=False, repr=False)
class CustomToolDeployed(_Model):
    """A deployed tool.

    Attributes:
        tool (CustomTool): A tool whose code runs as an edge function.
        success (bool | None): Always true; errors have their own HTTP status.
        edge_function_url (str | None): URL of the edge function; the same as in `tool`.
        edge_function_code (str | None): The source that was deployed.
        is_update (bool | None): True if a tool with this name existed and was replaced, false for a new
            tool.
        message (str | None): The confirmation, in words.
    """

    tool: CustomTool
    """A tool whose code runs as an edge function."""
    success: bool | None = None
    """Always true; errors have their own HTTP status."""
    edge_function_url: str | None = None
    """URL of the edge function; the same as in `tool`."""
    edge_function_code: str | None = None
    """The source that was deployed."""
    is_update: bool | None = None
    """True if a tool with this name existed and was replaced, false for a new tool."""
    message: str | None = None
    """The confirmation, in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "edge_function_url": "edgeFunctionUrl",
        "edge_function_code": "edgeFunctionCode",
        "is_update": "isUpdate",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.tool = nested(CustomTool.from_dict, rest.pop("tool", None), "tool")
        made.success = rest.pop("success", None)
        made.edge_function_url = rest.pop("edgeFunctionUrl", None)
        made.edge_function_code = rest.pop("edgeFunctionCode", None)
        made.is_update = rest.pop("isUpdate", None)
        made.message = rest.pop("message", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tool is not None:
            made["tool"] = wire(self.tool)
        if self.success is not None:
            made["success"] = self.success
        if self.edge_function_url is not None:
            made["edgeFunctionUrl"] = self.edge_function_url
        if self.edge_function_code is not None:
            made["edgeFunctionCode"] = self.edge_function_code
        if self.is_update is not None:
            made["isUpdate"] = self.is_update
        if self.message is not None:
            made["message"] = self.message
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
