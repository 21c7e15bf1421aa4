# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .vector_filter import VectorFilter
from .vector_hit import VectorHit
from .vector_pagination import VectorPagination
from .vector_search_mode import VectorSearchMode


@_define(kw_only=True, eq=False, repr=False)
class VectorQueryReply(_Model):
    """The results of a query.

    Attributes:
        results (list[VectorHit]): The results, best or first in sort order first.
        query (str | Unset | None): The text searched for; None unless the mode is `text`.
        search_mode (VectorSearchMode | Unset): How the results were found. Known values: "text", "vector",
            "metadata".
        filter (VectorFilter | Unset | None): The filter that was applied; None if there was none.
        count (int | Unset): Number of entries in `results`, not of all matches.
        execution_time_ms (int | Unset): Time taken by the search, in milliseconds.
        collection_id (str | Unset): The collection that was searched.
        has_more (bool | Unset): Whether another page follows; only when listing by metadata.
        next_cursor (str | Unset | None): Pass this as `cursor` to get the next page; None or absent on the
            last one.
        pagination (VectorPagination | Unset | None): Sorting and page size when listing by metadata;
            otherwise None or absent.
    """

    results: list[VectorHit]
    """The results, best or first in sort order first."""
    query: str | Unset | None = UNSET
    """The text searched for; None unless the mode is `text`."""
    search_mode: VectorSearchMode | Unset = UNSET
    """How the results were found:

    - `text`: by the embedding of a `query`
    - `vector`: by a given `vector`
    - `metadata`: by `filter` alone
    """
    filter: VectorFilter | Unset | None = UNSET
    """The filter that was applied; None if there was none."""
    count: int | Unset = UNSET
    """Number of entries in `results`, not of all matches."""
    execution_time_ms: int | Unset = UNSET
    """Time taken by the search, in milliseconds."""
    collection_id: str | Unset = UNSET
    """The collection that was searched."""
    has_more: bool | Unset = UNSET
    """Whether another page follows; only when listing by metadata."""
    next_cursor: str | Unset | None = UNSET
    """Pass this as `cursor` to get the next page; None or absent on the last one."""
    pagination: VectorPagination | Unset | None = UNSET
    """Sorting and page size when listing by metadata; otherwise None or absent."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "search_mode": "searchMode",
        "execution_time_ms": "executionTimeMs",
        "collection_id": "collectionId",
        "has_more": "hasMore",
        "next_cursor": "nextCursor",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.results = each(VectorHit.from_dict, rest.pop("results", UNSET), "results")
        made.query = rest.pop("query", UNSET)
        made.search_mode = rest.pop("searchMode", UNSET)
        made.filter = nested(VectorFilter.from_dict, rest.pop("filter", UNSET), "filter")
        made.count = rest.pop("count", UNSET)
        made.execution_time_ms = rest.pop("executionTimeMs", UNSET)
        made.collection_id = rest.pop("collectionId", UNSET)
        made.has_more = rest.pop("hasMore", UNSET)
        made.next_cursor = rest.pop("nextCursor", UNSET)
        made.pagination = nested(VectorPagination.from_dict, rest.pop("pagination", UNSET), "pagination")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.results, Unset):
            made["results"] = wire(self.results)
        if self.query is not UNSET:
            made["query"] = self.query
        if self.search_mode is not UNSET:
            made["searchMode"] = self.search_mode
        if self.filter is not UNSET:
            made["filter"] = wire(self.filter)
        if self.count is not UNSET:
            made["count"] = self.count
        if self.execution_time_ms is not UNSET:
            made["executionTimeMs"] = self.execution_time_ms
        if self.collection_id is not UNSET:
            made["collectionId"] = self.collection_id
        if self.has_more is not UNSET:
            made["hasMore"] = self.has_more
        if self.next_cursor is not UNSET:
            made["nextCursor"] = self.next_cursor
        if self.pagination is not UNSET:
            made["pagination"] = wire(self.pagination)
        return made
