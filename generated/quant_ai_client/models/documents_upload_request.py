# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .vector_document import VectorDocument

if TYPE_CHECKING:
    from .vector_document import VectorDocumentParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentsUploadRequest(_Model):
    """Documents to store. The chunk settings hold for all of them."""

    documents: list[VectorDocument]
    """The documents, 1 to 100 in a request. 1 to 100 items."""
    auto_chunk: bool | Unset = UNSET
    """Split long documents into chunks, each of which is embedded and found by itself. Server default: true."""
    chunk_size: int | Unset = UNSET
    """Length that a chunk aims at, in characters. 500 to 2,000. Server default: 1000."""
    chunk_overlap: int | Unset = UNSET
    """How many characters a chunk repeats from the one before, so that a sentence cut in two can still be found. 0 to
    500. Server default: 200.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            documents=each(VectorDocument.from_dict, get("documents", UNSET), "documents"),
            auto_chunk=get("autoChunk", UNSET),
            chunk_size=get("chunkSize", UNSET),
            chunk_overlap=get("chunkOverlap", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "documents": wire(self.documents),
                "autoChunk": self.auto_chunk,
                "chunkSize": self.chunk_size,
                "chunkOverlap": self.chunk_overlap,
            }
        )


_NAMES = {
    "documents": "documents",
    "autoChunk": "auto_chunk",
    "chunkSize": "chunk_size",
    "chunkOverlap": "chunk_overlap",
}


class DocumentsUploadRequestParam(TypedDict):
    """A `DocumentsUploadRequest` as a plain dict, names as in the JSON."""

    documents: Sequence[VectorDocument | VectorDocumentParam]
    autoChunk: NotRequired[bool]
    chunkSize: NotRequired[int]
    chunkOverlap: NotRequired[int]
