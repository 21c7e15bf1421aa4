# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_datetime, to_map, unify_spelling, without
from ..encoding import restore_nulls, restore_spelling, wire
from ..types import NOT_SENT, Spelling
from ..types import Model as _Model
from .custom_tool_response_mode import CustomToolResponseMode
from .json_object import JsonObject


@_define(kw_only=True, eq=False, repr=False)
class CustomTool(_Model):
    """A tool whose code runs as an edge function.

    Attributes:
        name (str): Name of the tool.
        description (str | None): What the tool does; the model uses this to decide when to call it.
        edge_function_url (str | None): URL of the edge function. The service chooses it and keeps it when
            the tool is redeployed.
        edge_function_code (str | None): JavaScript source of the edge function; present in the reply to the
            deployment and when a single tool is read, but not in lists.
        is_async (bool | None): True for a tool that runs asynchronously and returns an execution to poll.
        input_schema (JsonObject | None): JSON Schema of the tool's input.
        output_schema (JsonObject | None): JSON Schema of the tool's result, if there is one.
        output_schema_description (str | None): What the result means, for the model.
        category (str | None): Label shared by several tools.
        response_mode (CustomToolResponseMode | None): What happens to the result; None if not set.
        timeout (int | None): Timeout of a call in **milliseconds**. Set with `timeout_seconds`, in seconds,
            when the tool is created.
        created_at (datetime | None): When the tool was first created.
    """

    name: str
    """Name of the tool."""
    description: str | None = None
    """What the tool does; the model uses this to decide when to call it."""
    edge_function_url: str | None = None
    """URL of the edge function. The service chooses it and keeps it when the tool is redeployed."""
    edge_function_code: str | None = None
    """JavaScript source of the edge function; present in the reply to the deployment and when a single tool is
    read, but not in lists.
    """
    is_async: bool | None = None
    """True for a tool that runs asynchronously and returns an execution to poll."""
    input_schema: JsonObject | None = None
    """JSON Schema of the tool's input."""
    output_schema: JsonObject | None = NOT_SENT
    """JSON Schema of the tool's result, if there is one."""
    output_schema_description: str | None = NOT_SENT
    """What the result means, for the model."""
    category: str | None = NOT_SENT
    """Label shared by several tools."""
    response_mode: CustomToolResponseMode | None = NOT_SENT
    """What happens to the result; None if not set."""
    timeout: int | None = None
    """Timeout of a call in **milliseconds**. Set with `timeout_seconds`, in seconds, when the tool is created."""
    created_at: datetime | None = None
    """When the tool was first created."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _spelling: Spelling | None = _field(default=None, alias="_spelling")
    _wire_names: ClassVar = {
        "edge_function_url": "edgeFunctionUrl",
        "edge_function_code": "edgeFunctionCode",
        "is_async": "isAsync",
        "input_schema": "inputSchema",
        "output_schema": "outputSchema",
        "output_schema_description": "outputSchemaDescription",
        "response_mode": "responseMode",
        "created_at": "createdAt",
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
        made.edge_function_url = rest.pop("edgeFunctionUrl", None)
        made.edge_function_code = rest.pop("edgeFunctionCode", None)
        made.is_async = rest.pop("isAsync", None)
        made.input_schema = to_map(rest.pop("inputSchema", None))
        made.output_schema = to_map(rest.pop("outputSchema", None))
        made.output_schema_description = rest.pop("outputSchemaDescription", None)
        made.category = rest.pop("category", None)
        made.response_mode = rest.pop("responseMode", None)
        made.timeout = rest.pop("timeout", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
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
        if self.edge_function_url is not None:
            made["edgeFunctionUrl"] = self.edge_function_url
        if self.edge_function_code is not None:
            made["edgeFunctionCode"] = self.edge_function_code
        if self.is_async is not None:
            made["isAsync"] = self.is_async
        if self.input_schema is not None:
            made["inputSchema"] = wire(self.input_schema)
        if self.output_schema is not None:
            made["outputSchema"] = wire(self.output_schema)
        if self.output_schema_description is not None:
            made["outputSchemaDescription"] = self.output_schema_description
        if self.category is not None:
            made["category"] = self.category
        if self.response_mode is not None:
            made["responseMode"] = self.response_mode
        if self.timeout is not None:
            made["timeout"] = self.timeout
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
