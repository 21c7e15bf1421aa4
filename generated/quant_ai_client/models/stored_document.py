# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .document_metadata import DocumentMetadata


@_define(kw_only=True, eq=False, repr=False)
class StoredDocument(_Model):
    """A stored document, or one of its chunks, without its vector.

    Attributes:
        document_id (str): Id of the document or chunk.
        content (str): The stored text.
        key (str | None): The key set at upload, shared by all chunks of a document; None or absent if there
            is none.
        metadata (DocumentMetadata | None): Metadata of a document, returned with every result and usable in
            filters. Four fields have a fixed meaning; you can add others.
        searchable_fields (Any): Which metadata is searched together with the text, as set at upload; absent
            if not set. Its format is not documented.
    """

    document_id: str
    """Id of the document or chunk."""
    content: str
    """The stored text."""
    key: str | None = NOT_SENT
    """The key set at upload, shared by all chunks of a document; None or absent if there is none."""
    metadata: DocumentMetadata | None = None
    """Metadata of a document, returned with every result and usable in filters. Four fields have a fixed meaning;
    you can add others.
    """
    searchable_fields: Any = NOT_SENT
    """Which metadata is searched together with the text, as set at upload; absent if not set. Its format is not
    documented.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"document_id": "documentId", "searchable_fields": "searchableFields"}
    _nullable: ClassVar = {"key": "key", "searchableFields": "searchable_fields"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.document_id = rest.pop("documentId", None)
        made.content = rest.pop("content", None)
        made.key = rest.pop("key", None)
        made.metadata = nested_or_kept(DocumentMetadata.from_dict, rest.pop("metadata", None))
        made.searchable_fields = rest.pop("searchableFields", None)
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
        if self.key is not None:
            made["key"] = self.key
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.searchable_fields is not None:
            made["searchableFields"] = wire(self.searchable_fields)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
