# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
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
        query (str | None): The text searched for; None unless the mode is `text`.
        search_mode (VectorSearchMode | None): How the results were found. Known values: "text", "vector",
            "metadata".
        filter (VectorFilter | None): The filter that was applied; None if there was none.
        count (int | None): Number of entries in `results`, not of all matches.
        execution_time_ms (int | None): Time taken by the search, in milliseconds.
        collection_id (str | None): The collection that was searched.
        has_more (bool | None): Whether another page follows; only when listing by metadata.
        next_cursor (str | None): Pass this as `cursor` to get the next page; None or absent on the last
            one.
        pagination (VectorPagination | None): Sorting and page size when listing by metadata; otherwise None
            or absent.
    """

    results: list[VectorHit]
    """The results, best or first in sort order first."""
    query: str | None = NOT_SENT
    """The text searched for; None unless the mode is `text`."""
    search_mode: VectorSearchMode | None = None
    """How the results were found:

    - `text`: by the embedding of a `query`
    - `vector`: by a given `vector`
    - `metadata`: by `filter` alone
    """
    filter: VectorFilter | None = NOT_SENT
    """The filter that was applied; None if there was none."""
    count: int | None = None
    """Number of entries in `results`, not of all matches."""
    execution_time_ms: int | None = None
    """Time taken by the search, in milliseconds."""
    collection_id: str | None = None
    """The collection that was searched."""
    has_more: bool | None = None
    """Whether another page follows; only when listing by metadata."""
    next_cursor: str | None = NOT_SENT
    """Pass this as `cursor` to get the next page; None or absent on the last one."""
    pagination: VectorPagination | None = NOT_SENT
    """Sorting and page size when listing by metadata; otherwise None or absent."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "search_mode": "searchMode",
        "execution_time_ms": "executionTimeMs",
        "collection_id": "collectionId",
        "has_more": "hasMore",
        "next_cursor": "nextCursor",
    }
    _nullable: ClassVar = {
        "query": "query",
        "filter": "filter",
        "nextCursor": "next_cursor",
        "pagination": "pagination",
    }

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.results = each(VectorHit.from_dict, rest.pop("results", None), "results")
        made.query = rest.pop("query", None)
        made.search_mode = rest.pop("searchMode", None)
        made.filter = nested_or_kept(VectorFilter.from_dict, rest.pop("filter", None))
        made.count = rest.pop("count", None)
        made.execution_time_ms = rest.pop("executionTimeMs", None)
        made.collection_id = rest.pop("collectionId", None)
        made.has_more = rest.pop("hasMore", None)
        made.next_cursor = rest.pop("nextCursor", None)
        made.pagination = nested_or_kept(VectorPagination.from_dict, rest.pop("pagination", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.results is not None:
            made["results"] = wire(self.results)
        if self.query is not None:
            made["query"] = self.query
        if self.search_mode is not None:
            made["searchMode"] = self.search_mode
        if self.filter is not None:
            made["filter"] = wire(self.filter)
        if self.count is not None:
            made["count"] = self.count
        if self.execution_time_ms is not None:
            made["executionTimeMs"] = self.execution_time_ms
        if self.collection_id is not None:
            made["collectionId"] = self.collection_id
        if self.has_more is not None:
            made["hasMore"] = self.has_more
        if self.next_cursor is not None:
            made["nextCursor"] = self.next_cursor
        if self.pagination is not None:
            made["pagination"] = wire(self.pagination)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
