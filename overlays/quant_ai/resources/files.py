# Derived from async_files.py by `make generate`; do not edit.
"""`client.files`: the generated methods, and uploads of files of any size."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, BinaryIO

from quant_ai_client import models
from quant_ai_client.operation import Request
from quant_ai_client.resources.files import Files as Generated

from ..errors import MediaError
from .local_files import chunks, content, data_of, file_size, local_path, media_type
from .presigned_upload import MAX_INLINE_SIZE, UPLOAD, PresignedUrl, check_upload

if TYPE_CHECKING:
    from pathlib import Path

    from ..caller import Caller


class Files(Generated):
    __doc__ = Generated.__doc__

    if TYPE_CHECKING:
        _caller: Caller

    def upload_path(
        self,
        path: str | PathLike[str],
        *,
        content_type: str | None = None,
        filename: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> models.FileUploaded:
        """Upload a file of any size.

        Files up to 7 MiB are sent in one request. Larger ones are sent to a presigned URL, in chunks and without the
        token.

        Args:
            path: The file.
            content_type: Its media type; found from its content or name by default.
            filename: The name to store it under; its own by default.
            metadata: Custom metadata for filtering.

        Returns:
            The stored file; for a large file, the reply with its upload URL.

        Raises:
            MediaError: It is empty or a folder, or its media type is unknown.

        Example:
            uploaded = client.files.upload_path("report.pdf")
        """
        if hasattr(path, "read"):
            raise MediaError("upload_path takes a path; for an open file there is upload_bytes")
        source = local_path(path)
        size = file_size(source)
        return self._upload(source, size, filename or source.name, content_type, metadata)

    def upload_bytes(
        self,
        data: bytes | bytearray | memoryview | BinaryIO,
        *,
        filename: str,
        content_type: str | None = None,
        metadata: Mapping[str, Any] | None = None,
    ) -> models.FileUploaded:
        """Upload bytes of any size as a file; see `upload_path`.

        Args:
            data: The bytes, or a file that is open in binary mode, which is read from its position on.
            filename: The name to store it under.
            content_type: Its media type; found from its content or name by default.
            metadata: Custom metadata for filtering.

        Returns:
            The stored file; for a large file, the reply with its upload URL.

        Raises:
            MediaError: It is empty or text, or its media type is unknown.

        Example:
            uploaded = client.files.upload_bytes(b"Prune in winter.", filename="notes.txt")
        """
        content = data_of(data, filename)
        return self._upload(content, len(content), filename, content_type, metadata)

    def _upload(
        self, source: Path | bytes, size: int, filename: str, content_type: str | None, metadata: Any
    ) -> models.FileUploaded:
        kind = content_type or media_type(source, filename)
        if size <= MAX_INLINE_SIZE:
            data = content(source)
            return self.upload(content_type=kind, content=data, filename=filename, metadata=metadata)
        place = self.upload(content_type=kind, request_upload_url=True, size=size, filename=filename, metadata=metadata)
        transport = self._caller.transport
        with self._caller.errors_without_token:
            url: Any = PresignedUrl(transport.endpoint, place, size, kind, chunks)
            upload = type(transport)(url, transport.options, transport.client)
            check_upload(upload.send(UPLOAD, Request(UPLOAD.path, body=source)))
        return place
