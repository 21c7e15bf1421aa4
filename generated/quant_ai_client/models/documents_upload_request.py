# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .vector_document import VectorDocument, VectorDocumentParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentsUploadRequest(_Model):
    """Documents to store. The chunk settings apply to all of them.

    Attributes:
        documents (list[VectorDocument]): The documents. The documentation recommends up to 100 per request;
            the reference of the API has no limit, and the service's own Drupal module sends all that it
            has.
        auto_chunk (bool | Unset): Split long documents into chunks, each of which is embedded and found
            separately. Server default: True.
        chunk_size (int | Unset): Target length of a chunk, in characters. 500 to 2,000. Server default:
            1000.
        chunk_overlap (int | Unset): Number of characters that a chunk repeats from the previous one, so
            that sentences cut in two can still be found. 0 to 500. Server default: 200.
    """

    documents: list[VectorDocument]
    """The documents. The documentation recommends up to 100 per request; the reference of the API has no limit, and
    the service's own Drupal module sends all that it has.
    """
    auto_chunk: bool | Unset = UNSET
    """Split long documents into chunks, each of which is embedded and found separately. Server default: True."""
    chunk_size: int | Unset = UNSET
    """Target length of a chunk, in characters. 500 to 2,000. Server default: 1000."""
    chunk_overlap: int | Unset = UNSET
    """Number of characters that a chunk repeats from the previous one, so that sentences cut in two can still be
    found. 0 to 500. Server default: 200.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"auto_chunk": "autoChunk", "chunk_size": "chunkSize", "chunk_overlap": "chunkOverlap"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.documents = each(VectorDocument.from_dict, rest.pop("documents", UNSET), "documents")
        made.auto_chunk = rest.pop("autoChunk", UNSET)
        made.chunk_size = rest.pop("chunkSize", UNSET)
        made.chunk_overlap = rest.pop("chunkOverlap", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.documents, Unset):
            made["documents"] = wire(self.documents)
        if self.auto_chunk is not UNSET:
            made["autoChunk"] = self.auto_chunk
        if self.chunk_size is not UNSET:
            made["chunkSize"] = self.chunk_size
        if self.chunk_overlap is not UNSET:
            made["chunkOverlap"] = self.chunk_overlap
        return made


class DocumentsUploadRequestParam(TypedDict):
    """A `DocumentsUploadRequest` as a plain dict, names as in the JSON."""

    documents: Sequence[VectorDocument | VectorDocumentParam]
    autoChunk: NotRequired[bool]
    chunkSize: NotRequired[int]
    chunkOverlap: NotRequired[int]
