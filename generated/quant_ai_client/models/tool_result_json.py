# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model

if TYPE_CHECKING:
    from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class ToolResultJson(_Model):
    """A tool's result as data. Where a model does not take it, send the same as text."""

    json: JsonObject
    """Any JSON object. Which names it may hold, the place where it stands says."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            json=get("json", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "json": wire(self.json)})


_NAMES = {"json": "json"}


class ToolResultJsonParam(TypedDict):
    """A `ToolResultJson` as a plain dict, names as in the JSON."""

    json: JsonObjectParam
