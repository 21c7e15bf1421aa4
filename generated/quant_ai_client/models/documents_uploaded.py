# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class DocumentsUploaded(_Model):
    """Ids of the stored documents and chunks.

    Attributes:
        success (bool | Unset): Always true; errors have their own HTTP status.
        document_ids (list[str] | Unset): Ids of the stored documents. A split document may have an id for
            each chunk, so do not match them to the request by position.
        chunks_created (int | Unset): Number of chunks that were embedded and stored.
        message (str | Unset): A description of the outcome, in words.
    """

    success: bool | Unset = UNSET
    """Always true; errors have their own HTTP status."""
    document_ids: list[str] | Unset = UNSET
    """Ids of the stored documents. A split document may have an id for each chunk, so do not match them to the
    request by position.
    """
    chunks_created: int | Unset = UNSET
    """Number of chunks that were embedded and stored."""
    message: str | Unset = UNSET
    """A description of the outcome, in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"document_ids": "documentIds", "chunks_created": "chunksCreated"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.success = rest.pop("success", UNSET)
        made.document_ids = rest.pop("documentIds", UNSET)
        made.chunks_created = rest.pop("chunksCreated", UNSET)
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.success is not UNSET:
            made["success"] = self.success
        if self.document_ids is not UNSET:
            made["documentIds"] = self.document_ids
        if self.chunks_created is not UNSET:
            made["chunksCreated"] = self.chunks_created
        if self.message is not UNSET:
            made["message"] = self.message
        return made
