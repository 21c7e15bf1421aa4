# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Base64, Unset
from ..types import Model as _Model
from .file_content_type import FileContentType
from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class FileUploadRequest(_Model):
    """A file to store. `content` is required unless `request_upload_url` is true.

    Attributes:
        content_type (FileContentType): Supported media types.
        content (str | Unset): The content of the file as base64, up to 7 MB before encoding.
        request_upload_url (bool | Unset): Return a URL to upload the content to, instead of sending it
            here. Server default: False.
        size (int | Unset): Size of the content, in bytes; useful with `request_upload_url`, because the
            service does not have the content yet.
        filename (str | Unset): Name of the file.
        metadata (JsonObject | Unset): Custom metadata for filtering. A missing `artifactType` is filled in
            from the content type.
    """

    content_type: FileContentType
    """Supported media types:

    - Images: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/svg+xml`
    - Documents: `application/pdf`, `text/plain`, `text/markdown`, `text/html`
    - Code and data: `text/javascript`, `text/css`, `text/yaml`, `application/json`
    - Archives: `application/zip`, `application/gzip`
    - Video: `video/mp4`, `video/webm`
    """
    content: str | Unset = UNSET
    """The content of the file as base64, up to 7 MB before encoding."""
    request_upload_url: bool | Unset = UNSET
    """Return a URL to upload the content to, instead of sending it here. Server default: False."""
    size: int | Unset = UNSET
    """Size of the content, in bytes; useful with `request_upload_url`, because the service does not have the
    content yet.
    """
    filename: str | Unset = UNSET
    """Name of the file."""
    metadata: JsonObject | Unset = UNSET
    """Custom metadata for filtering. A missing `artifactType` is filled in from the content type."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"content_type": "contentType", "request_upload_url": "requestUploadUrl"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.content_type = rest.pop("contentType", UNSET)
        made.content = rest.pop("content", UNSET)
        made.request_upload_url = rest.pop("requestUploadUrl", UNSET)
        made.size = rest.pop("size", UNSET)
        made.filename = rest.pop("filename", UNSET)
        made.metadata = rest.pop("metadata", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.content_type, Unset):
            made["contentType"] = self.content_type
        if self.content is not UNSET:
            made["content"] = wire(self.content)
        if self.request_upload_url is not UNSET:
            made["requestUploadUrl"] = self.request_upload_url
        if self.size is not UNSET:
            made["size"] = self.size
        if self.filename is not UNSET:
            made["filename"] = self.filename
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        return made


class FileUploadRequestParam(TypedDict):
    """A `FileUploadRequest` as a plain dict, names as in the JSON."""

    contentType: FileContentType
    content: NotRequired[Base64]
    requestUploadUrl: NotRequired[bool]
    size: NotRequired[int]
    filename: NotRequired[str]
    metadata: NotRequired[JsonObjectParam]
