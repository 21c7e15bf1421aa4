# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .json_object import JsonObject, JsonObjectParam
from .vector_contains_filter import VectorContainsFilter, VectorContainsFilterParam


@_define(kw_only=True, eq=False, repr=False)
class VectorFilter(_Model):
    """Conditions on the metadata of documents. All conditions in `exact` and `contains` must match.

    Attributes:
        exact (JsonObject | None): Fields and the values that they must equal.
        contains (VectorContainsFilter | None): Array fields, each with values to look for; a field matches
            if it contains any of its values.
    """

    exact: JsonObject | None = None
    """Fields and the values that they must equal."""
    contains: VectorContainsFilter | None = None
    """Array fields, each with values to look for; a field matches if it contains any of its values."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.exact = to_map(rest.pop("exact", None))
        made.contains = to_map(rest.pop("contains", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.exact is not None:
            made["exact"] = wire(self.exact)
        if self.contains is not None:
            made["contains"] = wire(self.contains)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class VectorFilterParam(TypedDict):
    """A `VectorFilter` as a plain dict, names as in the JSON."""

    exact: NotRequired[JsonObjectParam]
    contains: NotRequired[VectorContainsFilterParam]
