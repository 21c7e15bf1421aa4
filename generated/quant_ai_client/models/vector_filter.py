# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject, JsonObjectParam
from .vector_contains_filter import VectorContainsFilter, VectorContainsFilterParam


@_define(kw_only=True, eq=False, repr=False)
class VectorFilter(_Model):
    """Conditions on the metadata of documents. All conditions in `exact` and `contains` must match.

    Attributes:
        exact (JsonObject | Unset): Fields and the values that they must equal.
        contains (VectorContainsFilter | Unset): Array fields, each with values to look for; a field matches
            if it contains any of its values.
    """

    exact: JsonObject | Unset = UNSET
    """Fields and the values that they must equal."""
    contains: VectorContainsFilter | Unset = UNSET
    """Array fields, each with values to look for; a field matches if it contains any of its values."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.exact = rest.pop("exact", UNSET)
        made.contains = rest.pop("contains", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.exact is not UNSET:
            made["exact"] = wire(self.exact)
        if self.contains is not UNSET:
            made["contains"] = wire(self.contains)
        return made


class VectorFilterParam(TypedDict):
    """A `VectorFilter` as a plain dict, names as in the JSON."""

    exact: NotRequired[JsonObjectParam]
    contains: NotRequired[VectorContainsFilterParam]
