# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .json_object import JsonObject, JsonObjectParam
    from .vector_contains_filter import VectorContainsFilter, VectorContainsFilterParam


@_define(kw_only=True, eq=False, repr=False)
class VectorFilter(_Model):
    """Conditions on the metadata of documents. All of them must hold, those of `exact` and those of
    `contains`.
    """

    exact: JsonObject | Unset = UNSET
    """Fields that must equal the value given, all of them."""
    contains: VectorContainsFilter | Unset = UNSET
    """Array fields by name, each with the values to look for; a field passes if it contains any of its values."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            exact=get("exact", UNSET),
            contains=get("contains", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "exact": wire(self.exact), "contains": wire(self.contains)})


_NAMES = {"exact": "exact", "contains": "contains"}


class VectorFilterParam(TypedDict):
    """A `VectorFilter` as a plain dict, names as in the JSON."""

    exact: NotRequired[JsonObjectParam]
    contains: NotRequired[VectorContainsFilterParam]
