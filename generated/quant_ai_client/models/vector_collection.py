# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class VectorCollection(_Model):
    """A named set of embedded documents. The list leaves `dimensions` out, the reply to a creation leaves
    `document_count` out.

    Attributes:
        collection_id (str): Id of the collection.
        name (str): Name; unique within the organisation.
        description (str | Unset): What the collection contains.
        document_count (int | Unset): Number of stored documents; a document split into chunks may count
            once for each chunk.
        embedding_model (str | Unset): Model that embeds documents and text queries.
        dimensions (int | Unset): Length of each vector.
        created_at (datetime | Unset): When the collection was created.
        updated_at (datetime | Unset): When the collection was last changed.
    """

    collection_id: str
    """Id of the collection."""
    name: str
    """Name; unique within the organisation."""
    description: str | Unset = UNSET
    """What the collection contains."""
    document_count: int | Unset = UNSET
    """Number of stored documents; a document split into chunks may count once for each chunk."""
    embedding_model: str | Unset = UNSET
    """Model that embeds documents and text queries."""
    dimensions: int | Unset = UNSET
    """Length of each vector."""
    created_at: datetime | Unset = UNSET
    """When the collection was created."""
    updated_at: datetime | Unset = UNSET
    """When the collection was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
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
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.collection_id = rest.pop("collectionId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.document_count = rest.pop("documentCount", UNSET)
        made.embedding_model = rest.pop("embeddingModel", UNSET)
        made.dimensions = rest.pop("dimensions", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.updated_at = to_datetime(rest.pop("updatedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.collection_id, Unset):
            made["collectionId"] = self.collection_id
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.document_count is not UNSET:
            made["documentCount"] = self.document_count
        if self.embedding_model is not UNSET:
            made["embeddingModel"] = self.embedding_model
        if self.dimensions is not UNSET:
            made["dimensions"] = self.dimensions
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        return made
