# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .custom_tool_response_mode import CustomToolResponseMode
    from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class CustomToolCreateRequest(_Model):
    """A tool to deploy. Its name goes into `name` or `toolName`: one of the two is needed, and if both are
    given they should be the same.
    """

    description: str
    """What the tool does and when to use it; models decide by it when to call the tool."""
    edge_function_code: str
    """JavaScript source of the edge function. It is deployed as part of this call."""
    input_schema: JsonObject
    """JSON Schema of the tool's input, as an object. A string of JSON is refused, with the words "must be an array"."""
    name: str | Unset = UNSET
    """Name by which models call the tool, of letters, digits, underscores and hyphens; unique in the organisation."""
    tool_name: str | Unset = UNSET
    """Another word for `name`, with the same rules."""
    is_async: bool | Unset = UNSET
    """True for a tool that takes more than about 5 seconds; it then answers with an execution to poll. Server default:
    false.
    """
    timeout_seconds: int | Unset = UNSET
    """Seconds after which a call is given up, from 5 to 300. Replies show it as `timeout`, in milliseconds. 5 to 300.
    Server default: 30.
    """
    output_schema: JsonObject | Unset | None = UNSET
    """JSON Schema of the tool's result, as an object, so that the model knows what to expect."""
    output_schema_description: str | Unset | None = UNSET
    """What the result means, in words for the model."""
    category: str | Unset | None = UNSET
    """Label of your choice that several tools share, of at most 100 characters. At most 100 characters."""
    response_mode: CustomToolResponseMode | Unset | None = UNSET
    """What becomes of the result; null or left out, the service decides."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            description=get("description", UNSET),
            edge_function_code=get("edgeFunctionCode", UNSET),
            input_schema=get("inputSchema", UNSET),
            name=get("name", UNSET),
            tool_name=get("toolName", UNSET),
            is_async=get("isAsync", UNSET),
            timeout_seconds=get("timeoutSeconds", UNSET),
            output_schema=get("outputSchema", UNSET),
            output_schema_description=get("outputSchemaDescription", UNSET),
            category=get("category", UNSET),
            response_mode=get("responseMode", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "description": self.description,
                "edgeFunctionCode": self.edge_function_code,
                "inputSchema": wire(self.input_schema),
                "name": self.name,
                "toolName": self.tool_name,
                "isAsync": self.is_async,
                "timeoutSeconds": self.timeout_seconds,
                "outputSchema": wire(self.output_schema),
                "outputSchemaDescription": self.output_schema_description,
                "category": self.category,
                "responseMode": self.response_mode,
            }
        )


_NAMES = {
    "description": "description",
    "edgeFunctionCode": "edge_function_code",
    "inputSchema": "input_schema",
    "name": "name",
    "toolName": "tool_name",
    "isAsync": "is_async",
    "timeoutSeconds": "timeout_seconds",
    "outputSchema": "output_schema",
    "outputSchemaDescription": "output_schema_description",
    "category": "category",
    "responseMode": "response_mode",
}


class CustomToolCreateRequestParam(TypedDict):
    """A `CustomToolCreateRequest` as a plain dict, names as in the JSON."""

    description: str
    edgeFunctionCode: str
    inputSchema: JsonObjectParam
    name: NotRequired[str]
    toolName: NotRequired[str]
    isAsync: NotRequired[bool]
    timeoutSeconds: NotRequired[int]
    outputSchema: NotRequired[JsonObjectParam | None]
    outputSchemaDescription: NotRequired[str | None]
    category: NotRequired[str | None]
    responseMode: NotRequired[CustomToolResponseMode | None]
