# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.files`, for `**`."""

from __future__ import annotations

from typing import NotRequired

from ..models.file_content_type import FileContentType
from ..models.json_object import JsonObjectParam
from ..types import Base64, TypedDict


class FilesListParams(TypedDict):
    """The keyword arguments of `list()`."""

    filter: NotRequired[str | None]
    limit: NotRequired[int | None]
    cursor: NotRequired[str | None]


class FilesUploadParams(TypedDict):
    """The keyword arguments of `upload()`."""

    content_type: FileContentType
    content: NotRequired[Base64 | None]
    request_upload_url: NotRequired[bool | None]
    size: NotRequired[int | None]
    filename: NotRequired[str | None]
    metadata: NotRequired[JsonObjectParam | None]
