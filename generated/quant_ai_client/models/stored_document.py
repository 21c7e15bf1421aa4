# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .document_metadata import DocumentMetadata


@_define(kw_only=True, eq=False, repr=False)
class StoredDocument(_Model):
    """A stored document, or one of its chunks, without its vector.

    Attributes:
        document_id (str): Id of the document or chunk.
        content (str): The stored text.
        key (str | Unset | None): The key set at upload, shared by all chunks of a document; None or absent
            if there is none.
        metadata (DocumentMetadata | Unset): Metadata of a document, returned with every result and usable
            in filters. Four fields have a fixed meaning; you can add others.
        searchable_fields (Any | Unset): Which metadata is searched together with the text, as set at
            upload; absent if not set. Its format is not documented.
    """

    document_id: str
    """Id of the document or chunk."""
    content: str
    """The stored text."""
    key: str | Unset | None = UNSET
    """The key set at upload, shared by all chunks of a document; None or absent if there is none."""
    metadata: DocumentMetadata | Unset = UNSET
    """Metadata of a document, returned with every result and usable in filters. Four fields have a fixed meaning;
    you can add others.
    """
    searchable_fields: Any | Unset = UNSET
    """Which metadata is searched together with the text, as set at upload; absent if not set. Its format is not
    documented.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"document_id": "documentId", "searchable_fields": "searchableFields"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.document_id = rest.pop("documentId", UNSET)
        made.content = rest.pop("content", UNSET)
        made.key = rest.pop("key", UNSET)
        made.metadata = nested(DocumentMetadata.from_dict, rest.pop("metadata", UNSET), "metadata")
        made.searchable_fields = rest.pop("searchableFields", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.document_id, Unset):
            made["documentId"] = self.document_id
        if not isinstance(self.content, Unset):
            made["content"] = self.content
        if self.key is not UNSET:
            made["key"] = self.key
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        if self.searchable_fields is not UNSET:
            made["searchableFields"] = wire(self.searchable_fields)
        return made
