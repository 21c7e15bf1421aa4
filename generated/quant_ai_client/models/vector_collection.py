# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class VectorCollection(_Model):
    """A named set of embedded documents. The list leaves `dimensions` out, the reply to a creation leaves
    `document_count` out.

    Attributes:
        collection_id (str): Id of the collection.
        name (str): Name; unique within the organisation.
        description (str | None): What the collection contains.
        document_count (int | None): Number of stored documents; a document split into chunks may count once
            for each chunk.
        embedding_model (str | None): Model that embeds documents and text queries.
        dimensions (int | None): Length of each vector.
        created_at (datetime | None): When the collection was created.
        updated_at (datetime | None): When the collection was last changed.
    """

    collection_id: str
    """Id of the collection."""
    name: str
    """Name; unique within the organisation."""
    description: str | None = None
    """What the collection contains."""
    document_count: int | None = None
    """Number of stored documents; a document split into chunks may count once for each chunk."""
    embedding_model: str | None = None
    """Model that embeds documents and text queries."""
    dimensions: int | None = None
    """Length of each vector."""
    created_at: datetime | None = None
    """When the collection was created."""
    updated_at: datetime | None = None
    """When the collection was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "collection_id": "collectionId",
        "document_count": "documentCount",
        "embedding_model": "embeddingModel",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.collection_id = rest.pop("collectionId", None)
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.document_count = rest.pop("documentCount", None)
        made.embedding_model = rest.pop("embeddingModel", None)
        made.dimensions = rest.pop("dimensions", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.updated_at = to_datetime(rest.pop("updatedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.collection_id is not None:
            made["collectionId"] = self.collection_id
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.document_count is not None:
            made["documentCount"] = self.document_count
        if self.embedding_model is not None:
            made["embeddingModel"] = self.embedding_model
        if self.dimensions is not None:
            made["dimensions"] = self.dimensions
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not None:
            made["updatedAt"] = wire(self.updated_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
