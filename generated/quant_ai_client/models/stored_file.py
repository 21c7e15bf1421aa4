# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .file_content_type import FileContentType
    from .json_object import JsonObject


@_define(kw_only=True, eq=False, repr=False)
class StoredFile(_Model):
    """What is known of a stored file, without its content."""

    file_id: str
    """Id of the file."""
    filename: str | Unset = UNSET
    """Name of the file, for people."""
    content_type: FileContentType | Unset = UNSET
    """The media types that can be stored:

    - Images: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/svg+xml`
    - Documents: `application/pdf`, `text/plain`, `text/markdown`, `text/html`
    - Code and data: `text/javascript`, `text/css`, `text/yaml`, `application/json`
    - Archives: `application/zip`, `application/gzip`
    - Video: `video/mp4`, `video/webm`
    """
    size: int | Unset = UNSET
    """Size of the content, in bytes."""
    metadata: JsonObject | Unset = UNSET
    """Facts given at upload; `artifactType` is filled in from the content type where it was left out."""
    created_at: datetime | Unset = UNSET
    """When the file was uploaded."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            file_id=get("fileId", UNSET),
            filename=get("filename", UNSET),
            content_type=get("contentType", UNSET),
            size=get("size", UNSET),
            metadata=get("metadata", UNSET),
            created_at=to_datetime(get("createdAt", UNSET)),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "fileId": self.file_id,
                "filename": self.filename,
                "contentType": self.content_type,
                "size": self.size,
                "metadata": wire(self.metadata),
                "createdAt": wire(self.created_at),
            }
        )


_NAMES = {
    "fileId": "file_id",
    "filename": "filename",
    "contentType": "content_type",
    "size": "size",
    "metadata": "metadata",
    "createdAt": "created_at",
}
