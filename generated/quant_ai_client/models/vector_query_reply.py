# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .vector_filter import VectorFilter
from .vector_hit import VectorHit
from .vector_pagination import VectorPagination

if TYPE_CHECKING:
    from .vector_search_mode import VectorSearchMode


@_define(kw_only=True, eq=False, repr=False)
class VectorQueryReply(_Model):
    """The results of a query, and how they came about."""

    results: list[VectorHit]
    """What was found, best or first by sorting at the top."""
    query: str | Unset | None = UNSET
    """The text that was searched for; null unless the mode is `text`."""
    search_mode: VectorSearchMode | Unset = UNSET
    """How results were found:

    - `text`: by the embedding of a `query`
    - `vector`: by the `vector` sent
    - `metadata`: by `filter` alone

    Known values: "text", "vector", "metadata".
    """
    filter: VectorFilter | Unset | None = UNSET
    """The filter that was applied; null if there was none."""
    count: int | Unset = UNSET
    """Number of entries in `results`, not of all matches."""
    execution_time_ms: int | Unset = UNSET
    """Time that the search took, in milliseconds."""
    collection_id: str | Unset = UNSET
    """The collection that was searched."""
    has_more: bool | Unset = UNSET
    """Whether another page follows; only when listing by metadata."""
    next_cursor: str | Unset | None = UNSET
    """What to send as `cursor` for the next page; null or absent on the last one."""
    pagination: VectorPagination | Unset | None = UNSET
    """Sorting and page size of a listing by metadata; null or absent otherwise."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            results=each(VectorHit.from_dict, get("results", UNSET), "results"),
            query=get("query", UNSET),
            search_mode=get("searchMode", UNSET),
            filter=nested(VectorFilter.from_dict, get("filter", UNSET), "filter"),
            count=get("count", UNSET),
            execution_time_ms=get("executionTimeMs", UNSET),
            collection_id=get("collectionId", UNSET),
            has_more=get("hasMore", UNSET),
            next_cursor=get("nextCursor", UNSET),
            pagination=nested(VectorPagination.from_dict, get("pagination", UNSET), "pagination"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "results": wire(self.results),
                "query": self.query,
                "searchMode": self.search_mode,
                "filter": wire(self.filter),
                "count": self.count,
                "executionTimeMs": self.execution_time_ms,
                "collectionId": self.collection_id,
                "hasMore": self.has_more,
                "nextCursor": self.next_cursor,
                "pagination": wire(self.pagination),
            }
        )


_NAMES = {
    "results": "results",
    "query": "query",
    "searchMode": "search_mode",
    "filter": "filter",
    "count": "count",
    "executionTimeMs": "execution_time_ms",
    "collectionId": "collection_id",
    "hasMore": "has_more",
    "nextCursor": "next_cursor",
    "pagination": "pagination",
}
