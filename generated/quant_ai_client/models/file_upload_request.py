# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from ..types import Base64
    from .file_content_type import FileContentType
    from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class FileUploadRequest(_Model):
    """A file to store. `content` is required unless `requestUploadUrl` is true."""

    content_type: FileContentType
    """The media types that can be stored:

    - Images: `image/png`, `image/jpeg`, `image/gif`, `image/webp`, `image/svg+xml`
    - Documents: `application/pdf`, `text/plain`, `text/markdown`, `text/html`
    - Code and data: `text/javascript`, `text/css`, `text/yaml`, `application/json`
    - Archives: `application/zip`, `application/gzip`
    - Video: `video/mp4`, `video/webm`
    """
    content: str | Unset = UNSET
    """The bytes of the file as base64, up to 7 MB before encoding."""
    request_upload_url: bool | Unset = UNSET
    """Ask for a URL to send the bytes to, instead of sending them here. Server default: false."""
    size: int | Unset = UNSET
    """Size of the content, in bytes; useful with `requestUploadUrl`, where the service cannot see it yet."""
    filename: str | Unset = UNSET
    """Name of the file, for people."""
    metadata: JsonObject | Unset = UNSET
    """Facts of your own to find the file by. A missing `artifactType` is filled in from the content type."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            content_type=get("contentType", UNSET),
            content=get("content", UNSET),
            request_upload_url=get("requestUploadUrl", UNSET),
            size=get("size", UNSET),
            filename=get("filename", UNSET),
            metadata=get("metadata", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "contentType": self.content_type,
                "content": wire(self.content),
                "requestUploadUrl": self.request_upload_url,
                "size": self.size,
                "filename": self.filename,
                "metadata": wire(self.metadata),
            }
        )


_NAMES = {
    "contentType": "content_type",
    "content": "content",
    "requestUploadUrl": "request_upload_url",
    "size": "size",
    "filename": "filename",
    "metadata": "metadata",
}


class FileUploadRequestParam(TypedDict):
    """A `FileUploadRequest` as a plain dict, names as in the JSON."""

    contentType: FileContentType
    content: NotRequired[Base64]
    requestUploadUrl: NotRequired[bool]
    size: NotRequired[int]
    filename: NotRequired[str]
    metadata: NotRequired[JsonObjectParam]
