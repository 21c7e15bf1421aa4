# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class MetadataSelector(_Model):
    """Selects the documents whose metadata field has one of the given values.

    Attributes:
        field (str): Name of the metadata field.
        values (list[str]): Values to look for; a document matches if it has one of them.
    """

    field: str
    """Name of the metadata field."""
    values: list[str]
    """Values to look for; a document matches if it has one of them."""
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
        made.field = rest.pop("field", None)
        made.values = rest.pop("values", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.field is not None:
            made["field"] = self.field
        if self.values is not None:
            made["values"] = self.values
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class MetadataSelectorParam(TypedDict):
    """A `MetadataSelector` as a plain dict, names as in the JSON."""

    field: str
    values: Sequence[str]
