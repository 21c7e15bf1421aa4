# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from .vector_sort_field import VectorSortField
from .vector_sort_order import VectorSortOrder


@_define(kw_only=True, eq=False, repr=False)
class VectorPagination(_Model):
    """Sorting and page size when listing by metadata.

    Attributes:
        sort_by (VectorSortField | None): Sort field when listing by metadata. Known values: "created_at",
            "document_id".
        sort_order (VectorSortOrder | None): Sort order. Known values: "asc", "desc".
        limit (int | None): The page size that was used. 1 to 20.
    """

    sort_by: VectorSortField | None = None
    """Sort field when listing by metadata:

    - `created_at`: the time of the upload
    - `document_id`: the id of the document
    """
    sort_order: VectorSortOrder | None = None
    """Sort order:

    - `asc`: smallest or oldest first
    - `desc`: largest or newest first
    """
    limit: int | None = None
    """The page size that was used. 1 to 20."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"sort_by": "sortBy", "sort_order": "sortOrder"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.sort_by = rest.pop("sortBy", None)
        made.sort_order = rest.pop("sortOrder", None)
        made.limit = rest.pop("limit", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.sort_by is not None:
            made["sortBy"] = self.sort_by
        if self.sort_order is not None:
            made["sortOrder"] = self.sort_order
        if self.limit is not None:
            made["limit"] = self.limit
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
