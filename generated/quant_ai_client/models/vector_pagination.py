# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .vector_sort_field import VectorSortField
from .vector_sort_order import VectorSortOrder


@_define(kw_only=True, eq=False, repr=False)
class VectorPagination(_Model):
    """Sorting and page size when listing by metadata.

    Attributes:
        sort_by (VectorSortField | Unset): Sort field when listing by metadata. Known values: "created_at",
            "document_id".
        sort_order (VectorSortOrder | Unset): Sort order. Known values: "asc", "desc".
        limit (int | Unset): The page size that was used. 1 to 20.
    """

    sort_by: VectorSortField | Unset = UNSET
    """Sort field when listing by metadata:

    - `created_at`: the time of the upload
    - `document_id`: the id of the document
    """
    sort_order: VectorSortOrder | Unset = UNSET
    """Sort order:

    - `asc`: smallest or oldest first
    - `desc`: largest or newest first
    """
    limit: int | Unset = UNSET
    """The page size that was used. 1 to 20."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"sort_by": "sortBy", "sort_order": "sortOrder"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.sort_by = rest.pop("sortBy", UNSET)
        made.sort_order = rest.pop("sortOrder", UNSET)
        made.limit = rest.pop("limit", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.sort_by is not UNSET:
            made["sortBy"] = self.sort_by
        if self.sort_order is not UNSET:
            made["sortOrder"] = self.sort_order
        if self.limit is not UNSET:
            made["limit"] = self.limit
        return made
