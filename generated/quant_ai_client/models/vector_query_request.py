# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .vector_filter import VectorFilter

if TYPE_CHECKING:
    from .vector_filter import VectorFilterParam
    from .vector_sort_field import VectorSortField
    from .vector_sort_order import VectorSortOrder


@_define(kw_only=True, eq=False, repr=False)
class VectorQueryRequest(_Model):
    """A search by `query`, by `vector`, or, with `listByMetadata` true, a listing by `filter`. One of the
    three must be there; `query` and `vector` together are refused, and so is `listByMetadata` without
    `filter`. With `listByMetadata` true, a `query` or `vector` beside it is not used.
    """

    query: str | Unset = UNSET
    """What to look for, in plain words, 3 to 1,000 characters. 3 to 1,000 characters."""
    vector: list[float] | Unset = UNSET
    """An embedding to compare with, as many numbers as the collection has dimensions. It must come from the
    collection's model to mean anything.
    """
    limit: int | Unset = UNSET
    """The largest number of results, or of results on a page when listing by metadata. 1 to 20. Server default: 5."""
    threshold: float | Unset = UNSET
    """The least similarity that a result must have, from 0 (anything) to 1 (the same direction). Lower it when good
    documents are missed. 0 to 1. Server default: 0.7.
    """
    include_embeddings: bool | Unset = UNSET
    """Return the vector of each result as well. This makes replies much larger. Server default: false."""
    filter: VectorFilter | Unset = UNSET
    """Conditions on the metadata of documents. All of them must hold, those of `exact` and those of `contains`."""
    list_by_metadata: bool | Unset = UNSET
    """List what `filter` selects, page by page, without comparing vectors. It needs `filter`. Server default: false."""
    cursor: str | Unset = UNSET
    """The `nextCursor` of the page before, when listing by metadata. Do not build one yourself."""
    sort_by: VectorSortField | Unset = UNSET
    """What a listing by metadata is sorted by. Known values: "created_at", "document_id". Server default:
    "created_at".
    """
    sort_order: VectorSortOrder | Unset = UNSET
    """The direction of that sorting. Known values: "asc", "desc". Server default: "desc"."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            query=get("query", UNSET),
            vector=get("vector", UNSET),
            limit=get("limit", UNSET),
            threshold=get("threshold", UNSET),
            include_embeddings=get("includeEmbeddings", UNSET),
            filter=nested(VectorFilter.from_dict, get("filter", UNSET), "filter"),
            list_by_metadata=get("listByMetadata", UNSET),
            cursor=get("cursor", UNSET),
            sort_by=get("sortBy", UNSET),
            sort_order=get("sortOrder", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "query": self.query,
                "vector": self.vector,
                "limit": self.limit,
                "threshold": self.threshold,
                "includeEmbeddings": self.include_embeddings,
                "filter": wire(self.filter),
                "listByMetadata": self.list_by_metadata,
                "cursor": self.cursor,
                "sortBy": self.sort_by,
                "sortOrder": self.sort_order,
            }
        )


_NAMES = {
    "query": "query",
    "vector": "vector",
    "limit": "limit",
    "threshold": "threshold",
    "includeEmbeddings": "include_embeddings",
    "filter": "filter",
    "listByMetadata": "list_by_metadata",
    "cursor": "cursor",
    "sortBy": "sort_by",
    "sortOrder": "sort_order",
}


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
