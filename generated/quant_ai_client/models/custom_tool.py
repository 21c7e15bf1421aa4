# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .custom_tool_response_mode import CustomToolResponseMode
    from .json_object import JsonObject


@_define(kw_only=True, eq=False, repr=False)
class CustomTool(_Model):
    """A tool whose code runs as an edge function of the organisation. Its name stands in `name`, in `toolName`
    or, as a rule, in both.
    """

    name: str | Unset = UNSET
    """Name by which models call the tool; the same as `toolName`."""
    tool_name: str | Unset = UNSET
    """Name by which models call the tool; the same as `name`."""
    description: str | Unset = UNSET
    """What the tool does; models decide by it when to call the tool."""
    edge_function_url: str | Unset = UNSET
    """Where the code runs. The service chooses it and keeps it when the tool is deployed again."""
    is_async: bool | Unset = UNSET
    """True for a tool that answers with an execution to poll."""
    input_schema: JsonObject | Unset = UNSET
    """JSON Schema of the tool's input."""
    output_schema: JsonObject | Unset | None = UNSET
    """JSON Schema of the tool's result, where one was given."""
    output_schema_description: str | Unset | None = UNSET
    """What the result means, in words for the model."""
    category: str | Unset | None = UNSET
    """Label that several tools share."""
    response_mode: CustomToolResponseMode | Unset | None = UNSET
    """What becomes of the result; null where nothing was set."""
    timeout: int | Unset = UNSET
    """Time after which a call is given up, in **milliseconds**. Set as `timeoutSeconds`, in seconds, when the tool is
    created.
    """
    created_at: datetime | Unset = UNSET
    """When the tool was first created."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            tool_name=get("toolName", UNSET),
            description=get("description", UNSET),
            edge_function_url=get("edgeFunctionUrl", UNSET),
            is_async=get("isAsync", UNSET),
            input_schema=get("inputSchema", UNSET),
            output_schema=get("outputSchema", UNSET),
            output_schema_description=get("outputSchemaDescription", UNSET),
            category=get("category", UNSET),
            response_mode=get("responseMode", UNSET),
            timeout=get("timeout", UNSET),
            created_at=to_datetime(get("createdAt", UNSET)),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "name": self.name,
                "toolName": self.tool_name,
                "description": self.description,
                "edgeFunctionUrl": self.edge_function_url,
                "isAsync": self.is_async,
                "inputSchema": wire(self.input_schema),
                "outputSchema": wire(self.output_schema),
                "outputSchemaDescription": self.output_schema_description,
                "category": self.category,
                "responseMode": self.response_mode,
                "timeout": self.timeout,
                "createdAt": wire(self.created_at),
            }
        )


_NAMES = {
    "name": "name",
    "toolName": "tool_name",
    "description": "description",
    "edgeFunctionUrl": "edge_function_url",
    "isAsync": "is_async",
    "inputSchema": "input_schema",
    "outputSchema": "output_schema",
    "outputSchemaDescription": "output_schema_description",
    "category": "category",
    "responseMode": "response_mode",
    "timeout": "timeout",
    "createdAt": "created_at",
}
