# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Base64, Base64Text, TypedDict
from ..types import Model as _Model
from .file_content_type import FileContentType
from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class FileUploadRequest(_Model):
    """A file to store. `content` is required unless `request_upload_url` is true.

    Attributes:
        content_type (FileContentType): Supported media types.
        content (str | None): The content of the file as base64, up to 7 MB before encoding.
        request_upload_url (bool | None): Return a URL to upload the content to, instead of sending it here.
            Server default: False.
        size (int | None): Size of the content, in bytes; useful with `request_upload_url`, because the
            service does not have the content yet.
        filename (str | None): Name of the file.
        metadata (JsonObject | None): Custom metadata for filtering. A missing `artifactType` is filled in
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
    content: Base64Text | None = None
    """The content of the file as base64, up to 7 MB before encoding."""
    request_upload_url: bool | None = None
    """Return a URL to upload the content to, instead of sending it here. Server default: False."""
    size: int | None = None
    """Size of the content, in bytes; useful with `request_upload_url`, because the service does not have the
    content yet.
    """
    filename: str | None = None
    """Name of the file."""
    metadata: JsonObject | None = None
    """Custom metadata for filtering. A missing `artifactType` is filled in from the content type."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"content_type": "contentType", "request_upload_url": "requestUploadUrl"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.content_type = rest.pop("contentType", None)
        made.content = rest.pop("content", None)
        made.request_upload_url = rest.pop("requestUploadUrl", None)
        made.size = rest.pop("size", None)
        made.filename = rest.pop("filename", None)
        made.metadata = to_map(rest.pop("metadata", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.content_type is not None:
            made["contentType"] = self.content_type
        if self.content is not None:
            made["content"] = wire(self.content)
        if self.request_upload_url is not None:
            made["requestUploadUrl"] = self.request_upload_url
        if self.size is not None:
            made["size"] = self.size
        if self.filename is not None:
            made["filename"] = self.filename
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class FileUploadRequestParam(TypedDict):
    """A `FileUploadRequest` as a plain dict, names as in the JSON."""

    contentType: FileContentType
    content: NotRequired[Base64]
    requestUploadUrl: NotRequired[bool]
    size: NotRequired[int]
    filename: NotRequired[str]
    metadata: NotRequired[JsonObjectParam]
