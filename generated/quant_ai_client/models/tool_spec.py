# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .tool_input_schema import ToolInputSchema, ToolInputSchemaParam


@_define(kw_only=True, eq=False, repr=False)
class ToolSpec(_Model):
    """Description of a tool for the model.

    Attributes:
        name (str): Name of the tool; unique within the request.
        input_schema (ToolInputSchema): The JSON Schema of a tool's input, wrapped in `json`; its top-level
            `type` is `object`.
        description (str | Unset): What the tool does and when to use it. The model decides by this text, so
            be precise.
    """

    name: str
    """Name of the tool; unique within the request."""
    input_schema: ToolInputSchema
    """The JSON Schema of a tool's input, wrapped in `json`; its top-level `type` is `object`."""
    description: str | Unset = UNSET
    """What the tool does and when to use it. The model decides by this text, so be precise."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"input_schema": "inputSchema"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.name = rest.pop("name", UNSET)
        made.input_schema = nested(ToolInputSchema.from_dict, rest.pop("inputSchema", UNSET), "inputSchema")
        made.description = rest.pop("description", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.input_schema, Unset):
            made["inputSchema"] = wire(self.input_schema)
        if self.description is not UNSET:
            made["description"] = self.description
        return made


class ToolSpecParam(TypedDict):
    """A `ToolSpec` as a plain dict, names as in the JSON."""

    name: str
    inputSchema: ToolInputSchema | ToolInputSchemaParam
    description: NotRequired[str]
