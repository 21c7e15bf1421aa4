# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class DocumentsUploaded(_Model):
    """Ids of the stored documents and chunks.

    Attributes:
        success (bool | None): Always true; errors have their own HTTP status.
        document_ids (list[str] | None): Ids of the stored documents. A split document may have an id for
            each chunk, so do not match them to the request by position.
        chunks_created (int | None): Number of chunks that were embedded and stored.
        message (str | None): A description of the outcome, in words.
    """

    success: bool | None = None
    """Always true; errors have their own HTTP status."""
    document_ids: list[str] | None = None
    """Ids of the stored documents. A split document may have an id for each chunk, so do not match them to the
    request by position.
    """
    chunks_created: int | None = None
    """Number of chunks that were embedded and stored."""
    message: str | None = None
    """A description of the outcome, in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"document_ids": "documentIds", "chunks_created": "chunksCreated"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.success = rest.pop("success", None)
        made.document_ids = rest.pop("documentIds", None)
        made.chunks_created = rest.pop("chunksCreated", None)
        made.message = rest.pop("message", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.success is not None:
            made["success"] = self.success
        if self.document_ids is not None:
            made["documentIds"] = self.document_ids
        if self.chunks_created is not None:
            made["chunksCreated"] = self.chunks_created
        if self.message is not None:
            made["message"] = self.message
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
