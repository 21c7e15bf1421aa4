# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .tool_input_schema import ToolInputSchema

if TYPE_CHECKING:
    from .tool_input_schema import ToolInputSchemaParam


@_define(kw_only=True, eq=False, repr=False)
class ToolSpec(_Model):
    """What a model has to know to use a tool."""

    name: str
    """Name by which the model asks for the tool; unique within the request."""
    input_schema: ToolInputSchema
    """The JSON Schema of a tool's input, wrapped in `json`; its `type` at the top is `object`."""
    description: str | Unset = UNSET
    """What the tool does and when to use it. The model chooses by this text, so be precise."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            input_schema=nested(ToolInputSchema.from_dict, get("inputSchema", UNSET), "inputSchema"),
            description=get("description", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "name": self.name,
                "inputSchema": wire(self.input_schema),
                "description": self.description,
            }
        )


_NAMES = {"name": "name", "inputSchema": "input_schema", "description": "description"}


class ToolSpecParam(TypedDict):
    """A `ToolSpec` as a plain dict, names as in the JSON."""

    name: str
    inputSchema: ToolInputSchema | ToolInputSchemaParam
    description: NotRequired[str]
