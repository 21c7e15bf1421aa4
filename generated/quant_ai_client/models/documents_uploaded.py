# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class DocumentsUploaded(_Model):
    """Reply to an upload of documents."""

    success: bool | Unset = UNSET
    """Always true; a failure is answered with an error status."""
    document_ids: list[str] | Unset = UNSET
    """Ids of what was stored. A document that was split may have an id for each chunk, so do not match them to the
    request by position.
    """
    chunks_created: int | Unset = UNSET
    """How many chunks were embedded and stored."""
    message: str | Unset = UNSET
    """A sentence for people."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            success=get("success", UNSET),
            document_ids=get("documentIds", UNSET),
            chunks_created=get("chunksCreated", UNSET),
            message=get("message", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "success": self.success,
                "documentIds": self.document_ids,
                "chunksCreated": self.chunks_created,
                "message": self.message,
            }
        )


_NAMES = {"success": "success", "documentIds": "document_ids", "chunksCreated": "chunks_created", "message": "message"}
