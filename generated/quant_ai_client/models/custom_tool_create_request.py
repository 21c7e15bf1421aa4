# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, unify_spelling
from ..encoding import restore_spelling, wire
from ..types import UNSET, Spelling, Unset
from ..types import Model as _Model
from .custom_tool_response_mode import CustomToolResponseMode
from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class CustomToolCreateRequest(_Model):
    """A tool to deploy. Its name can also be sent as `tool_name`.

    Attributes:
        name (str): Name of the tool: letters, digits, underscores and hyphens; unique in the organisation.
        description (str): What the tool does and when to use it; the model uses this to decide when to call
            it.
        edge_function_code (str): JavaScript source of the edge function. It is deployed by this request.
        input_schema (JsonObject): JSON Schema of the tool's input, as an object. A JSON string is rejected
            with the message "must be an array".
        is_async (bool | Unset): True for a tool that takes more than about 5 seconds; calls then return an
            execution to poll. Server default: False.
        timeout_seconds (int | Unset): Timeout of a call in seconds, from 5 to 300. Replies show it as
            `timeout`, in milliseconds. Server default: 30.
        output_schema (JsonObject | Unset | None): JSON Schema of the tool's result, as an object, so that
            the model knows what to expect.
        output_schema_description (str | Unset | None): What the result means, for the model.
        category (str | Unset | None): Label shared by several tools, at most 100 characters.
        response_mode (CustomToolResponseMode | Unset | None): What happens to the result; if None or left
            out, the service decides.
    """

    name: str
    """Name of the tool: letters, digits, underscores and hyphens; unique in the organisation."""
    description: str
    """What the tool does and when to use it; the model uses this to decide when to call it."""
    edge_function_code: str
    """JavaScript source of the edge function. It is deployed by this request."""
    input_schema: JsonObject
    """JSON Schema of the tool's input, as an object. A JSON string is rejected with the message "must be an array"."""
    is_async: bool | Unset = UNSET
    """True for a tool that takes more than about 5 seconds; calls then return an execution to poll. Server default:
    False.
    """
    timeout_seconds: int | Unset = UNSET
    """Timeout of a call in seconds, from 5 to 300. Replies show it as `timeout`, in milliseconds. Server default:
    30.
    """
    output_schema: JsonObject | Unset | None = UNSET
    """JSON Schema of the tool's result, as an object, so that the model knows what to expect."""
    output_schema_description: str | Unset | None = UNSET
    """What the result means, for the model."""
    category: str | Unset | None = UNSET
    """Label shared by several tools, at most 100 characters."""
    response_mode: CustomToolResponseMode | Unset | None = UNSET
    """What happens to the result; if None or left out, the service decides."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _spelling: Spelling | None = _field(default=None, init=False)
    _wire_names: ClassVar = {
        "edge_function_code": "edgeFunctionCode",
        "input_schema": "inputSchema",
        "is_async": "isAsync",
        "timeout_seconds": "timeoutSeconds",
        "output_schema": "outputSchema",
        "output_schema_description": "outputSchemaDescription",
        "response_mode": "responseMode",
    }
    _aliases: ClassVar = {"toolName": "name"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.edge_function_code = rest.pop("edgeFunctionCode", UNSET)
        made.input_schema = rest.pop("inputSchema", UNSET)
        made.is_async = rest.pop("isAsync", UNSET)
        made.timeout_seconds = rest.pop("timeoutSeconds", UNSET)
        made.output_schema = rest.pop("outputSchema", UNSET)
        made.output_schema_description = rest.pop("outputSchemaDescription", UNSET)
        made.category = rest.pop("category", UNSET)
        made.response_mode = rest.pop("responseMode", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.description, Unset):
            made["description"] = self.description
        if not isinstance(self.edge_function_code, Unset):
            made["edgeFunctionCode"] = self.edge_function_code
        if not isinstance(self.input_schema, Unset):
            made["inputSchema"] = wire(self.input_schema)
        if self.is_async is not UNSET:
            made["isAsync"] = self.is_async
        if self.timeout_seconds is not UNSET:
            made["timeoutSeconds"] = self.timeout_seconds
        if self.output_schema is not UNSET:
            made["outputSchema"] = wire(self.output_schema)
        if self.output_schema_description is not UNSET:
            made["outputSchemaDescription"] = self.output_schema_description
        if self.category is not UNSET:
            made["category"] = self.category
        if self.response_mode is not UNSET:
            made["responseMode"] = self.response_mode
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made


class CustomToolCreateRequestParam(TypedDict):
    """A `CustomToolCreateRequest` as a plain dict, names as in the JSON."""

    name: str
    description: str
    edgeFunctionCode: str
    inputSchema: JsonObjectParam
    isAsync: NotRequired[bool]
    timeoutSeconds: NotRequired[int]
    outputSchema: NotRequired[JsonObjectParam | None]
    outputSchemaDescription: NotRequired[str | None]
    category: NotRequired[str | None]
    responseMode: NotRequired[CustomToolResponseMode | None]
