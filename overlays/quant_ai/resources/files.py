"""`files.upload_path` and `files.upload_bytes`: files of any size, the big ones by way of a presigned URL."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import httpx

from quant_ai_client.operation import Operation, Request
from quant_ai_client.resources.async_files import AsyncFiles as GeneratedAsyncFiles
from quant_ai_client.resources.files import Files as GeneratedFiles
from quant_ai_client.types import UNSET

from ..errors import MediaError, ReplyError, status_error
from ..http.replies import body_of
from ..media import sniff

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, MutableMapping
    from os import PathLike

    from quant_ai_client.models import FileUploaded
    from quant_ai_client.types import Unset

    from ..caller import AsyncCaller, SyncCaller
    from ..http.attempts import Exchange
    from ..http.endpoint import Service

DIRECT: Final = 7 * 1024 * 1024
"""Bytes up to which the service takes a file in the request itself."""

_PIECE: Final = 256 * 1024
_TYPES: Final[Mapping[str, str]] = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "mp4": "video/mp4",
    "webm": "video/webm",
    ".md": "text/markdown",
    ".yaml": "text/yaml",
    ".yml": "text/yaml",
    ".js": "text/javascript",
}
_PUT: Final[Operation[None]] = Operation(
    "files_put", "PUT", "(upload URL)", {200: lambda _: None, 201: lambda _: None, 204: lambda _: None}, idempotent=True
)


class _UploadUrl:
    """Stands in for the service where bytes go to a URL that it signed: no token goes along."""

    def __init__(self, service: Service, url: str, content_type: str, size: int, *, is_async: bool) -> None:
        self._url = httpx.URL(service.base_url).join(url)
        self._headers = {"Content-Type": content_type, "Content-Length": str(size)}
        self._is_async = is_async
        self.base_url = f"{self._url.scheme}://{self._url.host}"

    def request(
        self, operation: Operation[Any], request: Request, timeout: MutableMapping[str, float | None]
    ) -> httpx.Request:
        source = request.body
        content: Any = source
        if isinstance(source, Path):
            content = _pieces_async(source) if self._is_async else _pieces(source)
        return httpx.Request(
            operation.method, self._url, headers=self._headers, content=content, extensions={"timeout": timeout}
        )

    def follow(self, target: str, sent: httpx.Request) -> httpx.URL:  # noqa: ARG002
        raise ReplyError("the upload URL redirects, which such URLs do not")


class Files(GeneratedFiles):
    __doc__ = GeneratedFiles.__doc__

    _caller: SyncCaller

    def upload_path(
        self,
        path: str | PathLike[str],
        *,
        content_type: str | None = None,
        filename: str | None = None,
        metadata: Mapping[str, Any] | Unset = UNSET,
    ) -> FileUploaded:
        """Upload a file of any size.

        Up to 7 MB go in one request. More is sent to a presigned URL, a piece at a time and without the token.

        Args:
            path: The file.
            content_type: Its media type; found out by default.
            filename: Name to store it under; its own by default.
            metadata: Facts of your own to find it by.

        Returns:
            What was stored, or for a big file where it was put.

        Raises:
            MediaError: Its media type cannot be found out.
        """
        source = Path(path)
        return self._upload(source, source.stat().st_size, filename or source.name, content_type, metadata)

    def upload_bytes(
        self,
        data: bytes,
        *,
        filename: str,
        content_type: str | None = None,
        metadata: Mapping[str, Any] | Unset = UNSET,
    ) -> FileUploaded:
        """Upload bytes as a file, of any size; see `upload_path`."""
        return self._upload(data, len(data), filename, content_type, metadata)

    def _upload(
        self, source: Path | bytes, size: int, name: str, content_type: str | None, metadata: Any
    ) -> FileUploaded:
        kind = content_type or media_type(source, name)
        if size <= DIRECT:
            data = source.read_bytes() if isinstance(source, Path) else source
            return self.upload(content_type=kind, content=data, filename=name, metadata=metadata)
        place = self.upload(content_type=kind, request_upload_url=True, size=size, filename=name, metadata=metadata)
        transport = self._caller.transport
        there: Any = _UploadUrl(transport.service, _url_of(place), kind, size, is_async=False)
        request = Request(_PUT.path, body=source, content_type=kind)
        _check(type(transport)(there, transport.options, transport.client).send(_PUT, request))
        return place


class AsyncFiles(GeneratedAsyncFiles):
    __doc__ = GeneratedAsyncFiles.__doc__

    _caller: AsyncCaller

    async def upload_path(
        self,
        path: str | PathLike[str],
        *,
        content_type: str | None = None,
        filename: str | None = None,
        metadata: Mapping[str, Any] | Unset = UNSET,
    ) -> FileUploaded:
        """Upload a file of any size; see `Files.upload_path`."""
        import anyio

        source = Path(path)
        size = (await anyio.Path(source).stat()).st_size
        return await self._upload(source, size, filename or source.name, content_type, metadata)

    async def upload_bytes(
        self,
        data: bytes,
        *,
        filename: str,
        content_type: str | None = None,
        metadata: Mapping[str, Any] | Unset = UNSET,
    ) -> FileUploaded:
        """Upload bytes as a file, of any size; see `Files.upload_path`."""
        return await self._upload(data, len(data), filename, content_type, metadata)

    async def _upload(
        self, source: Path | bytes, size: int, name: str, content_type: str | None, metadata: Any
    ) -> FileUploaded:
        import anyio

        kind = content_type
        if kind is None:
            kind = await anyio.to_thread.run_sync(media_type, source, name)
        if size <= DIRECT:
            data = await anyio.Path(source).read_bytes() if isinstance(source, Path) else source
            return await self.upload(content_type=kind, content=data, filename=name, metadata=metadata)
        place = await self.upload(
            content_type=kind, request_upload_url=True, size=size, filename=name, metadata=metadata
        )
        transport = self._caller.transport
        there: Any = _UploadUrl(transport.service, _url_of(place), kind, size, is_async=True)
        request = Request(_PUT.path, body=source, content_type=kind)
        _check(await type(transport)(there, transport.options, transport.client).send(_PUT, request))
        return place


def media_type(source: Path | bytes, name: str) -> str:
    """The media type of a file, by its first bytes, else by its name.

    Raises:
        MediaError: Neither tells.
    """
    if isinstance(source, Path):
        with source.open("rb") as file:
            start = file.read(4096)
    else:
        start = source[:4096]
    found = _TYPES.get(sniff(start) or "") or _TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0]
    if found is None:
        raise MediaError(f"the media type of {name!r} cannot be found out; name it with content_type=")
    return found


def _url_of(place: FileUploaded) -> str:
    if not place.upload_url:
        raise ReplyError(f"the service reserved a place for file {place.file_id}, but gave no URL to send it to")
    return place.upload_url


def _check(exchange: Exchange) -> None:
    if exchange.status_code not in _PUT.replies:
        raise status_error(
            exchange.status_code,
            body_of(exchange.content),
            method=_PUT.method,
            path=_PUT.path,
            attempts=exchange.attempts,
            request_id=exchange.request_id,
        )


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


async def _pieces_async(path: Path) -> AsyncIterator[bytes]:
    import anyio

    async with await anyio.open_file(path, "rb") as file:
        while piece := await file.read(_PIECE):
            yield piece
