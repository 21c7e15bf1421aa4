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
from .document_metadata import DocumentMetadata

if TYPE_CHECKING:
    from .document_metadata import DocumentMetadataParam


@_define(kw_only=True, eq=False, repr=False)
class VectorDocument(_Model):
    """A text to store and find again."""

    content: str
    """The text, plain or Markdown, up to 10,000 characters. Give it at least 10: shorter text makes poor matches and
    may be refused. 1 to 10,000 characters.
    """
    key: str | Unset = UNSET
    """A name of your own for the document, up to 512 characters. An upload under a key in use replaces what is stored
    there. At most 512 characters.
    """
    metadata: DocumentMetadata | Unset = UNSET
    """Facts about a document, returned with every hit and usable in filters. Four members have an agreed meaning; add
    others as you like.
    """
    vector: list[float] | Unset = UNSET
    """An embedding computed by you, stored instead of one made by the service. It must have as many numbers as the
    collection has dimensions, and should come from the collection's model.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            content=get("content", UNSET),
            key=get("key", UNSET),
            metadata=nested(DocumentMetadata.from_dict, get("metadata", UNSET), "metadata"),
            vector=get("vector", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "content": self.content,
                "key": self.key,
                "metadata": wire(self.metadata),
                "vector": self.vector,
            }
        )


_NAMES = {"content": "content", "key": "key", "metadata": "metadata", "vector": "vector"}


class VectorDocumentParam(TypedDict):
    """A `VectorDocument` as a plain dict, names as in the JSON."""

    content: str
    key: NotRequired[str]
    metadata: NotRequired[DocumentMetadata | DocumentMetadataParam]
    vector: NotRequired[Sequence[float]]
