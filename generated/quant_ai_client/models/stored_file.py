# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .file_content_type import FileContentType
from .json_object import JsonObject


@_define(kw_only=True, eq=False, repr=False)
class StoredFile(_Model):
    """A stored file, without its content.

    Attributes:
        file_id (str): Id of the file.
        filename (str | Unset): Name of the file.
        content_type (FileContentType | Unset): Supported media types.
        size (int | Unset): Size of the content, in bytes.
        metadata (JsonObject | Unset): Metadata set at upload; a missing `artifactType` is filled in from
            the content type.
        created_at (datetime | Unset): When the file was uploaded.
    """

    file_id: str
    """Id of the file."""
    filename: str | Unset = UNSET
    """Name of the file."""
    content_type: FileContentType | Unset = UNSET
    """Supported media types:

    - Images: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/svg+xml`
    - Documents: `application/pdf`, `text/plain`, `text/markdown`, `text/html`
    - Code and data: `text/javascript`, `text/css`, `text/yaml`, `application/json`
    - Archives: `application/zip`, `application/gzip`
    - Video: `video/mp4`, `video/webm`
    """
    size: int | Unset = UNSET
    """Size of the content, in bytes."""
    metadata: JsonObject | Unset = UNSET
    """Metadata set at upload; a missing `artifactType` is filled in from the content type."""
    created_at: datetime | Unset = UNSET
    """When the file was uploaded."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"file_id": "fileId", "content_type": "contentType", "created_at": "createdAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.file_id = rest.pop("fileId", UNSET)
        made.filename = rest.pop("filename", UNSET)
        made.content_type = rest.pop("contentType", UNSET)
        made.size = rest.pop("size", UNSET)
        made.metadata = rest.pop("metadata", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.file_id, Unset):
            made["fileId"] = self.file_id
        if self.filename is not UNSET:
            made["filename"] = self.filename
        if self.content_type is not UNSET:
            made["contentType"] = self.content_type
        if self.size is not UNSET:
            made["size"] = self.size
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        return made
