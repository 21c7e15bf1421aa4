# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class ResponseFormat(_Model):
    """Requests a reply in JSON, which is still returned as a string in `content`. With `json_schema` the reply
    follows that JSON Schema; without it, any JSON may be returned. Requires a model with structured output,
    such as Claude 3.5 Sonnet and Nova Pro.

    Attributes:
        type (Literal['json']): Always `json`. For plain text, leave `response_format` out.
        json_schema (JsonObject | None): Any JSON object; see the field that uses it.
    """

    type: Literal["json"]
    """Always `json`. For plain text, leave `response_format` out."""
    json_schema: JsonObject | None = None
    """Any JSON object; see the field that uses it."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"json_schema": "jsonSchema"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.type = rest.pop("type", None)
        made.json_schema = to_map(rest.pop("jsonSchema", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.json_schema is not None:
            made["jsonSchema"] = wire(self.json_schema)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ResponseFormatParam(TypedDict):
    """A `ResponseFormat` as a plain dict, names as in the JSON."""

    type: Literal["json"]
    jsonSchema: NotRequired[JsonObjectParam]
