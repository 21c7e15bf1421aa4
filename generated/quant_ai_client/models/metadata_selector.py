# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class MetadataSelector(_Model):
    """Selects the documents in which one metadata field has one of some values."""

    field: str
    """Name of the metadata field."""
    values: list[str]
    """Values to look for; a document needs one of them."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            field=get("field", UNSET),
            values=get("values", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "field": self.field, "values": self.values})


_NAMES = {"field": "field", "values": "values"}


class MetadataSelectorParam(TypedDict):
    """A `MetadataSelector` as a plain dict, names as in the JSON."""

    field: str
    values: Sequence[str]
