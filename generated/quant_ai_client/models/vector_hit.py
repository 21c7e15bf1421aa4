# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .document_metadata import DocumentMetadata


@_define(kw_only=True, eq=False, repr=False)
class VectorHit(_Model):
    """A document, or a chunk of one, that was found. The figure of its closeness is called `similarity`;
    `score` is an older name for the same. Read whichever is there.
    """

    document_id: str
    """Id of the document."""
    content: str
    """The stored text."""
    similarity: float | Unset = UNSET
    """Closeness to the query, from 0 to 1; always 1 when listing by metadata. 0 to 1."""
    score: float | Unset = UNSET
    """The same figure under its older name. 0 to 1."""
    metadata: DocumentMetadata | Unset = UNSET
    """Facts about a document, returned with every hit and usable in filters. Four members have an agreed meaning; add
    others as you like.
    """
    embedding: list[float] | Unset = UNSET
    """The stored vector, if `includeEmbeddings` was true."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            document_id=get("documentId", UNSET),
            content=get("content", UNSET),
            similarity=get("similarity", UNSET),
            score=get("score", UNSET),
            metadata=nested(DocumentMetadata.from_dict, get("metadata", UNSET), "metadata"),
            embedding=get("embedding", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "documentId": self.document_id,
                "content": self.content,
                "similarity": self.similarity,
                "score": self.score,
                "metadata": wire(self.metadata),
                "embedding": self.embedding,
            }
        )


_NAMES = {
    "documentId": "document_id",
    "content": "content",
    "similarity": "similarity",
    "score": "score",
    "metadata": "metadata",
    "embedding": "embedding",
}
