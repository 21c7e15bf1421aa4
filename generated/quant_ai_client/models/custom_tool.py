# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime, unify_spelling
from ..encoding import restore_spelling, wire
from ..types import UNSET, Spelling, Unset
from ..types import Model as _Model
from .custom_tool_response_mode import CustomToolResponseMode
from .json_object import JsonObject


@_define(kw_only=True, eq=False, repr=False)
class CustomTool(_Model):
    """A tool whose code runs as an edge function.

    Attributes:
        name (str): Name of the tool.
        description (str | Unset): What the tool does; the model uses this to decide when to call it.
        edge_function_url (str | Unset): URL of the edge function. The service chooses it and keeps it when
            the tool is redeployed.
        edge_function_code (str | Unset): JavaScript source of the edge function; present in the reply to
            the deployment and when a single tool is read, but not in lists.
        is_async (bool | Unset): True for a tool that runs asynchronously and returns an execution to poll.
        input_schema (JsonObject | Unset): JSON Schema of the tool's input.
        output_schema (JsonObject | Unset | None): JSON Schema of the tool's result, if there is one.
        output_schema_description (str | Unset | None): What the result means, for the model.
        category (str | Unset | None): Label shared by several tools.
        response_mode (CustomToolResponseMode | Unset | None): What happens to the result; None if not set.
        timeout (int | Unset): Timeout of a call in **milliseconds**. Set with `timeout_seconds`, in
            seconds, when the tool is created.
        created_at (datetime | Unset): When the tool was first created.
    """

    name: str
    """Name of the tool."""
    description: str | Unset = UNSET
    """What the tool does; the model uses this to decide when to call it."""
    edge_function_url: str | Unset = UNSET
    """URL of the edge function. The service chooses it and keeps it when the tool is redeployed."""
    edge_function_code: str | Unset = UNSET
    """JavaScript source of the edge function; present in the reply to the deployment and when a single tool is
    read, but not in lists.
    """
    is_async: bool | Unset = UNSET
    """True for a tool that runs asynchronously and returns an execution to poll."""
    input_schema: JsonObject | Unset = UNSET
    """JSON Schema of the tool's input."""
    output_schema: JsonObject | Unset | None = UNSET
    """JSON Schema of the tool's result, if there is one."""
    output_schema_description: str | Unset | None = UNSET
    """What the result means, for the model."""
    category: str | Unset | None = UNSET
    """Label shared by several tools."""
    response_mode: CustomToolResponseMode | Unset | None = UNSET
    """What happens to the result; None if not set."""
    timeout: int | Unset = UNSET
    """Timeout of a call in **milliseconds**. Set with `timeout_seconds`, in seconds, when the tool is created."""
    created_at: datetime | Unset = UNSET
    """When the tool was first created."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _spelling: Spelling | None = _field(default=None, init=False)
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
        made.edge_function_url = rest.pop("edgeFunctionUrl", UNSET)
        made.edge_function_code = rest.pop("edgeFunctionCode", UNSET)
        made.is_async = rest.pop("isAsync", UNSET)
        made.input_schema = rest.pop("inputSchema", UNSET)
        made.output_schema = rest.pop("outputSchema", UNSET)
        made.output_schema_description = rest.pop("outputSchemaDescription", UNSET)
        made.category = rest.pop("category", UNSET)
        made.response_mode = rest.pop("responseMode", UNSET)
        made.timeout = rest.pop("timeout", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.edge_function_url is not UNSET:
            made["edgeFunctionUrl"] = self.edge_function_url
        if self.edge_function_code is not UNSET:
            made["edgeFunctionCode"] = self.edge_function_code
        if self.is_async is not UNSET:
            made["isAsync"] = self.is_async
        if self.input_schema is not UNSET:
            made["inputSchema"] = wire(self.input_schema)
        if self.output_schema is not UNSET:
            made["outputSchema"] = wire(self.output_schema)
        if self.output_schema_description is not UNSET:
            made["outputSchemaDescription"] = self.output_schema_description
        if self.category is not UNSET:
            made["category"] = self.category
        if self.response_mode is not UNSET:
            made["responseMode"] = self.response_mode
        if self.timeout is not UNSET:
            made["timeout"] = self.timeout
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
