# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, unify_spelling, without
from ..encoding import restore_nulls, restore_spelling, wire
from ..types import Model as _Model
from ..types import Spelling
from .document_metadata import DocumentMetadata


@_define(kw_only=True, eq=False, repr=False)
class VectorHit(_Model):
    """A document or chunk that was found.

    Attributes:
        document_id (str): Id of the document.
        content (str): The stored text.
        similarity (float | None): Similarity to the query, from 0 to 1; always 1 when listing by metadata.
        metadata (DocumentMetadata | None): Metadata of a document, returned with every result and usable in
            filters. Four fields have a fixed meaning; you can add others.
        embedding (list[float] | None): The stored vector, if `include_embeddings` was true.
    """

    document_id: str
    """Id of the document."""
    content: str
    """The stored text."""
    similarity: float | None = None
    """Similarity to the query, from 0 to 1; always 1 when listing by metadata."""
    metadata: DocumentMetadata | None = None
    """Metadata of a document, returned with every result and usable in filters. Four fields have a fixed meaning;
    you can add others.
    """
    embedding: list[float] | None = None
    """The stored vector, if `include_embeddings` was true."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _spelling: Spelling | None = _field(default=None, alias="_spelling")
    _wire_names: ClassVar = {"document_id": "documentId"}
    _aliases: ClassVar = {"score": "similarity"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.document_id = rest.pop("documentId", None)
        made.content = rest.pop("content", None)
        made.similarity = rest.pop("similarity", None)
        made.metadata = nested_or_kept(DocumentMetadata.from_dict, rest.pop("metadata", None))
        made.embedding = rest.pop("embedding", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.document_id is not None:
            made["documentId"] = self.document_id
        if self.content is not None:
            made["content"] = self.content
        if self.similarity is not None:
            made["similarity"] = self.similarity
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.embedding is not None:
            made["embedding"] = self.embedding
        if self._nulls:
            restore_nulls(made, self._nulls)
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
