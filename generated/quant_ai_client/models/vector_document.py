# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .document_metadata import DocumentMetadata, DocumentMetadataParam


@_define(kw_only=True, eq=False, repr=False)
class VectorDocument(_Model):
    """A text to store for searching.

    Attributes:
        content (str): The text, plain or Markdown, at least 10 characters: shorter texts match poorly and
            may be refused. The documentation recommends up to 10,000; the reference of the API has no
            limit, and the service's own Drupal module sends whole pages.
        key (str | None): Your own key for the document, up to 512 characters. Uploading with an existing
            key replaces the stored document. At most 512 characters.
        metadata (DocumentMetadata | None): Metadata of a document, returned with every result and usable in
            filters. Four fields have a fixed meaning; you can add others.
        vector (list[float] | None): Your own embedding, stored instead of one created by the service. It
            must have as many numbers as the collection has dimensions, and should come from the
            collection's model.
    """

    content: str
    """The text, plain or Markdown, at least 10 characters: shorter texts match poorly and may be refused. The
    documentation recommends up to 10,000; the reference of the API has no limit, and the service's own Drupal
    module sends whole pages.
    """
    key: str | None = None
    """Your own key for the document, up to 512 characters. Uploading with an existing key replaces the stored
    document. At most 512 characters.
    """
    metadata: DocumentMetadata | None = None
    """Metadata of a document, returned with every result and usable in filters. Four fields have a fixed meaning;
    you can add others.
    """
    vector: list[float] | None = None
    """Your own embedding, stored instead of one created by the service. It must have as many numbers as the
    collection has dimensions, and should come from the collection's model.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.content = rest.pop("content", None)
        made.key = rest.pop("key", None)
        made.metadata = nested_or_kept(DocumentMetadata.from_dict, rest.pop("metadata", None))
        made.vector = rest.pop("vector", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.content is not None:
            made["content"] = self.content
        if self.key is not None:
            made["key"] = self.key
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.vector is not None:
            made["vector"] = self.vector
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class VectorDocumentParam(TypedDict):
    """A `VectorDocument` as a plain dict, names as in the JSON."""

    content: str
    key: NotRequired[str]
    metadata: NotRequired[DocumentMetadata | DocumentMetadataParam | Mapping[str, Any]]
    vector: NotRequired[Sequence[float]]
