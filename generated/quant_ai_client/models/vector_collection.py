# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class VectorCollection(_Model):
    """A named set of embedded documents. The list leaves out `dimensions`, the reply to a creation leaves out
    `documentCount`.
    """

    collection_id: str
    """Id of the collection, needed in the path of every call about it."""
    name: str
    """Name, unique within the organisation."""
    description: str | Unset = UNSET
    """What the collection holds, for people."""
    document_count: int | Unset = UNSET
    """Number of stored documents; a document split into chunks may count once for each chunk."""
    embedding_model: str | Unset = UNSET
    """The model that embeds documents and text queries."""
    dimensions: int | Unset = UNSET
    """How many numbers each vector has."""
    created_at: datetime | Unset = UNSET
    """When the collection was created."""
    updated_at: datetime | Unset = UNSET
    """When the collection was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            collection_id=get("collectionId", UNSET),
            name=get("name", UNSET),
            description=get("description", UNSET),
            document_count=get("documentCount", UNSET),
            embedding_model=get("embeddingModel", UNSET),
            dimensions=get("dimensions", UNSET),
            created_at=to_datetime(get("createdAt", UNSET)),
            updated_at=to_datetime(get("updatedAt", UNSET)),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "collectionId": self.collection_id,
                "name": self.name,
                "description": self.description,
                "documentCount": self.document_count,
                "embeddingModel": self.embedding_model,
                "dimensions": self.dimensions,
                "createdAt": wire(self.created_at),
                "updatedAt": wire(self.updated_at),
            }
        )


_NAMES = {
    "collectionId": "collection_id",
    "name": "name",
    "description": "description",
    "documentCount": "document_count",
    "embeddingModel": "embedding_model",
    "dimensions": "dimensions",
    "createdAt": "created_at",
    "updatedAt": "updated_at",
}
