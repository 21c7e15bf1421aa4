# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_map, unify_spelling, without
from ..encoding import restore_nulls, restore_spelling, wire
from ..types import NOT_SENT, Spelling, TypedDict
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
        is_async (bool | None): True for a tool that takes more than about 5 seconds; calls then return an
            execution to poll. Server default: False.
        timeout_seconds (int | None): Timeout of a call in seconds, from 5 to 300. Replies show it as
            `timeout`, in milliseconds. Server default: 30.
        output_schema (JsonObject | None): JSON Schema of the tool's result, as an object, so that the model
            knows what to expect.
        output_schema_description (str | None): What the result means, for the model.
        category (str | None): Label shared by several tools, at most 100 characters.
        response_mode (CustomToolResponseMode | None): What happens to the result; if None or left out, the
            service decides.
    """

    name: str
    """Name of the tool: letters, digits, underscores and hyphens; unique in the organisation."""
    description: str
    """What the tool does and when to use it; the model uses this to decide when to call it."""
    edge_function_code: str
    """JavaScript source of the edge function. It is deployed by this request."""
    input_schema: JsonObject
    """JSON Schema of the tool's input, as an object. A JSON string is rejected with the message "must be an array"."""
    is_async: bool | None = None
    """True for a tool that takes more than about 5 seconds; calls then return an execution to poll. Server default:
    False.
    """
    timeout_seconds: int | None = None
    """Timeout of a call in seconds, from 5 to 300. Replies show it as `timeout`, in milliseconds. Server default:
    30.
    """
    output_schema: JsonObject | None = NOT_SENT
    """JSON Schema of the tool's result, as an object, so that the model knows what to expect."""
    output_schema_description: str | None = NOT_SENT
    """What the result means, for the model."""
    category: str | None = NOT_SENT
    """Label shared by several tools, at most 100 characters."""
    response_mode: CustomToolResponseMode | None = NOT_SENT
    """What happens to the result; if None or left out, the service decides."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _spelling: Spelling | None = _field(default=None, alias="_spelling")
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
    _nullable: ClassVar = {
        "outputSchema": "output_schema",
        "outputSchemaDescription": "output_schema_description",
        "category": "category",
        "responseMode": "response_mode",
    }

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        nulls = nulls_in(rest, cls._nullable)
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.edge_function_code = rest.pop("edgeFunctionCode", None)
        made.input_schema = to_map(rest.pop("inputSchema", None))
        made.is_async = rest.pop("isAsync", None)
        made.timeout_seconds = rest.pop("timeoutSeconds", None)
        made.output_schema = to_map(rest.pop("outputSchema", None))
        made.output_schema_description = rest.pop("outputSchemaDescription", None)
        made.category = rest.pop("category", None)
        made.response_mode = rest.pop("responseMode", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.edge_function_code is not None:
            made["edgeFunctionCode"] = self.edge_function_code
        if self.input_schema is not None:
            made["inputSchema"] = wire(self.input_schema)
        if self.is_async is not None:
            made["isAsync"] = self.is_async
        if self.timeout_seconds is not None:
            made["timeoutSeconds"] = self.timeout_seconds
        if self.output_schema is not None:
            made["outputSchema"] = wire(self.output_schema)
        if self.output_schema_description is not None:
            made["outputSchemaDescription"] = self.output_schema_description
        if self.category is not None:
            made["category"] = self.category
        if self.response_mode is not None:
            made["responseMode"] = self.response_mode
        if self._nulls:
            restore_nulls(made, self._nulls)
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
