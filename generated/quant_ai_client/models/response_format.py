# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class ResponseFormat(_Model):
    """Requests a reply in JSON, which is still returned as a string in `content`. With `json_schema` the reply
    follows that JSON Schema; without it, any JSON may be returned. Requires a model with structured output,
    such as Claude 3.5 Sonnet and Nova Pro.

    Attributes:
        type (Literal['json']): Always `json`. For plain text, leave `response_format` out.
        json_schema (JsonObject | Unset): Any JSON object; see the field that uses it.
    """

    type: Literal["json"]
    """Always `json`. For plain text, leave `response_format` out."""
    json_schema: JsonObject | Unset = UNSET
    """Any JSON object; see the field that uses it."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"json_schema": "jsonSchema"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.json_schema = rest.pop("jsonSchema", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.type, Unset):
            made["type"] = self.type
        if self.json_schema is not UNSET:
            made["jsonSchema"] = wire(self.json_schema)
        return made


class ResponseFormatParam(TypedDict):
    """A `ResponseFormat` as a plain dict, names as in the JSON."""

    type: Literal["json"]
    jsonSchema: NotRequired[JsonObjectParam]
