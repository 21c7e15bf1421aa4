# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .vector_document import VectorDocument, VectorDocumentParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentsUploadRequest(_Model):
    """Documents to store. The chunk settings apply to all of them.

    Attributes:
        documents (list[VectorDocument]): The documents. The documentation recommends up to 100 per request;
            the reference of the API has no limit, and the service's own Drupal module sends all that it
            has.
        auto_chunk (bool | None): Split long documents into chunks, each of which is embedded and found
            separately. Server default: True.
        chunk_size (int | None): Target length of a chunk, in characters. 500 to 2,000. Server default:
            1000.
        chunk_overlap (int | None): Number of characters that a chunk repeats from the previous one, so that
            sentences cut in two can still be found. 0 to 500. Server default: 200.
    """

    documents: list[VectorDocument]
    """The documents. The documentation recommends up to 100 per request; the reference of the API has no limit, and
    the service's own Drupal module sends all that it has.
    """
    auto_chunk: bool | None = None
    """Split long documents into chunks, each of which is embedded and found separately. Server default: True."""
    chunk_size: int | None = None
    """Target length of a chunk, in characters. 500 to 2,000. Server default: 1000."""
    chunk_overlap: int | None = None
    """Number of characters that a chunk repeats from the previous one, so that sentences cut in two can still be
    found. 0 to 500. Server default: 200.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"auto_chunk": "autoChunk", "chunk_size": "chunkSize", "chunk_overlap": "chunkOverlap"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.documents = each(VectorDocument.from_dict, rest.pop("documents", None), "documents")
        made.auto_chunk = rest.pop("autoChunk", None)
        made.chunk_size = rest.pop("chunkSize", None)
        made.chunk_overlap = rest.pop("chunkOverlap", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.documents is not None:
            made["documents"] = wire(self.documents)
        if self.auto_chunk is not None:
            made["autoChunk"] = self.auto_chunk
        if self.chunk_size is not None:
            made["chunkSize"] = self.chunk_size
        if self.chunk_overlap is not None:
            made["chunkOverlap"] = self.chunk_overlap
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class DocumentsUploadRequestParam(TypedDict):
    """A `DocumentsUploadRequest` as a plain dict, names as in the JSON."""

    documents: Sequence[VectorDocument | VectorDocumentParam]
    autoChunk: NotRequired[bool]
    chunkSize: NotRequired[int]
    chunkOverlap: NotRequired[int]
