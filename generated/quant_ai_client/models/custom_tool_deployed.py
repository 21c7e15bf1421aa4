# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .custom_tool import CustomTool


@_define(kw_only=True, eq=False, repr=False)
class CustomToolDeployed(_Model):
    """A tool after its deployment."""

    tool: CustomTool
    """A tool whose code runs as an edge function of the organisation. Its name stands in `name`, in `toolName` or, as
    a rule, in both.
    """
    success: bool | Unset = UNSET
    """True, as failures answer with an error status."""
    edge_function_url: str | Unset = UNSET
    """Where the deployed code runs; the same as in `tool`."""
    edge_function_code: str | Unset = UNSET
    """The source that was deployed."""
    is_update: bool | Unset = UNSET
    """True where a tool of this name existed and was replaced, false for a new one."""
    message: str | Unset = UNSET
    """The confirmation, in words for people."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool=nested(CustomTool.from_dict, get("tool", UNSET), "tool"),
            success=get("success", UNSET),
            edge_function_url=get("edgeFunctionUrl", UNSET),
            edge_function_code=get("edgeFunctionCode", UNSET),
            is_update=get("isUpdate", UNSET),
            message=get("message", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "tool": wire(self.tool),
                "success": self.success,
                "edgeFunctionUrl": self.edge_function_url,
                "edgeFunctionCode": self.edge_function_code,
                "isUpdate": self.is_update,
                "message": self.message,
            }
        )


_NAMES = {
    "tool": "tool",
    "success": "success",
    "edgeFunctionUrl": "edge_function_url",
    "edgeFunctionCode": "edge_function_code",
    "isUpdate": "is_update",
    "message": "message",
}
