# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .tool_input_schema import ToolInputSchema, ToolInputSchemaParam


@_define(kw_only=True, eq=False, repr=False)
class ToolSpec(_Model):
    """Description of a tool for the model.

    Attributes:
        name (str): Name of the tool; unique within the request.
        input_schema (ToolInputSchema): The JSON Schema of a tool's input, wrapped in `json`; its top-level
            `type` is `object`.
        description (str | None): What the tool does and when to use it. The model decides by this text, so
            be precise.
    """

    name: str
    """Name of the tool; unique within the request."""
    input_schema: ToolInputSchema
    """The JSON Schema of a tool's input, wrapped in `json`; its top-level `type` is `object`."""
    description: str | None = None
    """What the tool does and when to use it. The model decides by this text, so be precise."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"input_schema": "inputSchema"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.name = rest.pop("name", None)
        made.input_schema = nested(ToolInputSchema.from_dict, rest.pop("inputSchema", None), "inputSchema")
        made.description = rest.pop("description", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.input_schema is not None:
            made["inputSchema"] = wire(self.input_schema)
        if self.description is not None:
            made["description"] = self.description
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ToolSpecParam(TypedDict):
    """A `ToolSpec` as a plain dict, names as in the JSON."""

    name: str
    inputSchema: ToolInputSchema | ToolInputSchemaParam
    description: NotRequired[str]
