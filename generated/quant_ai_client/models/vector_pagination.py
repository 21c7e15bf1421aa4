# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .vector_sort_field import VectorSortField
    from .vector_sort_order import VectorSortOrder


@_define(kw_only=True, eq=False, repr=False)
class VectorPagination(_Model):
    """How a listing by metadata was sorted and cut."""

    sort_by: VectorSortField | Unset = UNSET
    """What a listing by metadata is sorted by:

    - `created_at`: the time of the upload
    - `document_id`: the id of the document

    Known values: "created_at", "document_id".
    """
    sort_order: VectorSortOrder | Unset = UNSET
    """The direction of a sorting:

    - `asc`: smallest, or oldest, first
    - `desc`: largest, or newest, first

    Known values: "asc", "desc".
    """
    limit: int | Unset = UNSET
    """The page size that was used. 1 to 20."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            sort_by=get("sortBy", UNSET),
            sort_order=get("sortOrder", UNSET),
            limit=get("limit", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "sortBy": self.sort_by, "sortOrder": self.sort_order, "limit": self.limit}
        )


_NAMES = {"sortBy": "sort_by", "sortOrder": "sort_order", "limit": "limit"}
