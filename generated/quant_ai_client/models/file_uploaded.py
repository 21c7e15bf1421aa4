# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_datetime, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .file_content_type import FileContentType
from .json_object import JsonObject


@_define(kw_only=True, eq=False, repr=False)
class FileUploaded(_Model):
    """A stored file, or an upload URL for one. A direct upload returns `url` and `s3_uri`; with
    `request_upload_url` the reply has `upload_url`, `s3_key` and `expires_in` instead.

    Attributes:
        file_id (str): Id of the file.
        s3_uri (str | None): URI of the file in the platform's storage.
        url (str | None): Download URL, valid for about an hour without a token.
        upload_url (str | None): URL to PUT the content to, without a token. Keep it secret until it has
            expired.
        s3_key (str | None): Key of the file in the platform's storage.
        expires_in (int | None): How long `upload_url` is valid, in seconds.
        filename (str | None): Name of the file.
        content_type (FileContentType | None): Supported media types.
        size (int | None): Size of the content, in bytes.
        metadata (JsonObject | None): Metadata set at upload, with `artifactType` filled in.
        created_at (datetime | None): When the file was uploaded, or its upload URL was created.
    """

    file_id: str
    """Id of the file."""
    s3_uri: str | None = None
    """URI of the file in the platform's storage."""
    url: str | None = None
    """Download URL, valid for about an hour without a token."""
    upload_url: str | None = None
    """URL to PUT the content to, without a token. Keep it secret until it has expired."""
    s3_key: str | None = None
    """Key of the file in the platform's storage."""
    expires_in: int | None = None
    """How long `upload_url` is valid, in seconds."""
    filename: str | None = None
    """Name of the file."""
    content_type: FileContentType | None = None
    """Supported media types:

    - Images: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/svg+xml`
    - Documents: `application/pdf`, `text/plain`, `text/markdown`, `text/html`
    - Code and data: `text/javascript`, `text/css`, `text/yaml`, `application/json`
    - Archives: `application/zip`, `application/gzip`
    - Video: `video/mp4`, `video/webm`
    """
    size: int | None = None
    """Size of the content, in bytes."""
    metadata: JsonObject | None = None
    """Metadata set at upload, with `artifactType` filled in."""
    created_at: datetime | None = None
    """When the file was uploaded, or its upload URL was created."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "file_id": "fileId",
        "s3_uri": "s3Uri",
        "upload_url": "uploadUrl",
        "s3_key": "s3Key",
        "expires_in": "expiresIn",
        "content_type": "contentType",
        "created_at": "createdAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.file_id = rest.pop("fileId", None)
        made.s3_uri = rest.pop("s3Uri", None)
        made.url = rest.pop("url", None)
        made.upload_url = rest.pop("uploadUrl", None)
        made.s3_key = rest.pop("s3Key", None)
        made.expires_in = rest.pop("expiresIn", None)
        made.filename = rest.pop("filename", None)
        made.content_type = rest.pop("contentType", None)
        made.size = rest.pop("size", None)
        made.metadata = to_map(rest.pop("metadata", None))
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.file_id is not None:
            made["fileId"] = self.file_id
        if self.s3_uri is not None:
            made["s3Uri"] = self.s3_uri
        if self.url is not None:
            made["url"] = self.url
        if self.upload_url is not None:
            made["uploadUrl"] = self.upload_url
        if self.s3_key is not None:
            made["s3Key"] = self.s3_key
        if self.expires_in is not None:
            made["expiresIn"] = self.expires_in
        if self.filename is not None:
            made["filename"] = self.filename
        if self.content_type is not None:
            made["contentType"] = self.content_type
        if self.size is not None:
            made["size"] = self.size
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
