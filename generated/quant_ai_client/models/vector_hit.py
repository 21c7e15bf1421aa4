# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, unify_spelling
from ..encoding import restore_spelling, wire
from ..types import UNSET, Spelling, Unset
from ..types import Model as _Model
from .document_metadata import DocumentMetadata


@_define(kw_only=True, eq=False, repr=False)
class VectorHit(_Model):
    """A document or chunk that was found.

    Attributes:
        document_id (str): Id of the document.
        content (str): The stored text.
        similarity (float | Unset): Similarity to the query, from 0 to 1; always 1 when listing by metadata.
        metadata (DocumentMetadata | Unset): Metadata of a document, returned with every result and usable
            in filters. Four fields have a fixed meaning; you can add others.
        embedding (list[float] | Unset): The stored vector, if `include_embeddings` was true.
    """

    document_id: str
    """Id of the document."""
    content: str
    """The stored text."""
    similarity: float | Unset = UNSET
    """Similarity to the query, from 0 to 1; always 1 when listing by metadata."""
    metadata: DocumentMetadata | Unset = UNSET
    """Metadata of a document, returned with every result and usable in filters. Four fields have a fixed meaning;
    you can add others.
    """
    embedding: list[float] | Unset = UNSET
    """The stored vector, if `include_embeddings` was true."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _spelling: Spelling | None = _field(default=None, init=False)
    _wire_names: ClassVar = {"document_id": "documentId"}
    _aliases: ClassVar = {"score": "similarity"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        made.document_id = rest.pop("documentId", UNSET)
        made.content = rest.pop("content", UNSET)
        made.similarity = rest.pop("similarity", UNSET)
        made.metadata = nested(DocumentMetadata.from_dict, rest.pop("metadata", UNSET), "metadata")
        made.embedding = rest.pop("embedding", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.document_id, Unset):
            made["documentId"] = self.document_id
        if not isinstance(self.content, Unset):
            made["content"] = self.content
        if self.similarity is not UNSET:
            made["similarity"] = self.similarity
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        if self.embedding is not UNSET:
            made["embedding"] = self.embedding
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
