# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .vector_filter import VectorFilter, VectorFilterParam
from .vector_sort_field import VectorSortField
from .vector_sort_order import VectorSortOrder


@_define(kw_only=True, eq=False, repr=False)
class VectorQueryRequest(_Model):
    """A search by `query` or `vector`, or, with `list_by_metadata` true, a listing by `filter`. One of the
    three is required. `query` and `vector` cannot be combined, and `list_by_metadata` requires `filter`.
    With `list_by_metadata` true, `query` and `vector` are ignored.

    Attributes:
        query (str | None): Text to search for, 3 to 1,000 characters.
        vector (list[float] | None): An embedding to compare with; it must have as many numbers as the
            collection has dimensions and come from the collection's model.
        limit (int | None): Maximum number of results, or of results per page when listing by metadata. 1 to
            20. Server default: 5.
        threshold (float | None): Minimum similarity of a result, from 0 (any) to 1 (identical direction).
            Lower it if relevant documents are missing. 0 to 1. Server default: 0.7.
        include_embeddings (bool | None): Also return the vector of each result. This makes replies much
            larger. Server default: False.
        filter (VectorFilter | None): Conditions on the metadata of documents. All conditions in `exact` and
            `contains` must match.
        list_by_metadata (bool | None): List the documents that match `filter`, in pages, without comparing
            vectors. Requires `filter`. Server default: False.
        cursor (str | None): The `next_cursor` of the previous page, when listing by metadata. Do not build
            one yourself.
        sort_by (VectorSortField | None): Sort field when listing by metadata. Known values: "created_at",
            "document_id". Server default: "created_at".
        sort_order (VectorSortOrder | None): Sort order when listing by metadata. Known values: "asc",
            "desc". Server default: "desc".
    """

    query: str | None = None
    """Text to search for, 3 to 1,000 characters."""
    vector: list[float] | None = None
    """An embedding to compare with; it must have as many numbers as the collection has dimensions and come from the
    collection's model.
    """
    limit: int | None = None
    """Maximum number of results, or of results per page when listing by metadata. 1 to 20. Server default: 5."""
    threshold: float | None = None
    """Minimum similarity of a result, from 0 (any) to 1 (identical direction). Lower it if relevant documents are
    missing. 0 to 1. Server default: 0.7.
    """
    include_embeddings: bool | None = None
    """Also return the vector of each result. This makes replies much larger. Server default: False."""
    filter: VectorFilter | None = None
    """Conditions on the metadata of documents. All conditions in `exact` and `contains` must match."""
    list_by_metadata: bool | None = None
    """List the documents that match `filter`, in pages, without comparing vectors. Requires `filter`. Server
    default: False.
    """
    cursor: str | None = None
    """The `next_cursor` of the previous page, when listing by metadata. Do not build one yourself."""
    sort_by: VectorSortField | None = None
    """Sort field when listing by metadata. Known values: "created_at", "document_id". Server default: "created_at"."""
    sort_order: VectorSortOrder | None = None
    """Sort order when listing by metadata. Known values: "asc", "desc". Server default: "desc"."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "include_embeddings": "includeEmbeddings",
        "list_by_metadata": "listByMetadata",
        "sort_by": "sortBy",
        "sort_order": "sortOrder",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.query = rest.pop("query", None)
        made.vector = rest.pop("vector", None)
        made.limit = rest.pop("limit", None)
        made.threshold = rest.pop("threshold", None)
        made.include_embeddings = rest.pop("includeEmbeddings", None)
        made.filter = nested_or_kept(VectorFilter.from_dict, rest.pop("filter", None))
        made.list_by_metadata = rest.pop("listByMetadata", None)
        made.cursor = rest.pop("cursor", None)
        made.sort_by = rest.pop("sortBy", None)
        made.sort_order = rest.pop("sortOrder", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.query is not None:
            made["query"] = self.query
        if self.vector is not None:
            made["vector"] = self.vector
        if self.limit is not None:
            made["limit"] = self.limit
        if self.threshold is not None:
            made["threshold"] = self.threshold
        if self.include_embeddings is not None:
            made["includeEmbeddings"] = self.include_embeddings
        if self.filter is not None:
            made["filter"] = wire(self.filter)
        if self.list_by_metadata is not None:
            made["listByMetadata"] = self.list_by_metadata
        if self.cursor is not None:
            made["cursor"] = self.cursor
        if self.sort_by is not None:
            made["sortBy"] = self.sort_by
        if self.sort_order is not None:
            made["sortOrder"] = self.sort_order
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class VectorQueryRequestParam(TypedDict):
    """A `VectorQueryRequest` as a plain dict, names as in the JSON."""

    query: NotRequired[str]
    vector: NotRequired[Sequence[float]]
    limit: NotRequired[int]
    threshold: NotRequired[float]
    includeEmbeddings: NotRequired[bool]
    filter: NotRequired[VectorFilter | VectorFilterParam]
    listByMetadata: NotRequired[bool]
    cursor: NotRequired[str]
    sortBy: NotRequired[VectorSortField]
    sortOrder: NotRequired[VectorSortOrder]
