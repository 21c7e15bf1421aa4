"""Read local files for an upload, in blocking calls and in async ones."""

from __future__ import annotations

import mimetypes
from os import fsdecode
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from ..errors import MediaError
from ..media import existing_file, read_bytes, sniff

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping
    from os import PathLike

_CHUNK_SIZE: Final = 256 * 1024
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


def media_type(source: Path | bytes, name: str) -> str:
    """Find the media type of a file from its first bytes, or from its name.

    Raises:
        MediaError: The type cannot be found from either of them.
    """
    if isinstance(source, Path):
        with source.open("rb") as file:
            start = file.read(4096)
    else:
        start = source[:4096]
    found = _TYPES.get(sniff(start) or "") or _TYPES.get(Path(name).suffix.lower())
    if found is None:
        guessed, compression = mimetypes.guess_type(name)
        found = guessed if compression is None else None  # of data.json.gz, it tells the type of what is inside
    if start.startswith(b"\x1f\x8b"):
        found = "application/gzip"
    if found is None:
        raise MediaError(f"the media type of {name!r} is unknown; pass content_type=")
    return found


async def media_type_async(source: Path | bytes, name: str) -> str:
    """The same, in a thread."""
    from anyio import to_thread

    return await to_thread.run_sync(media_type, source, name)


def local_path(path: str | bytes | PathLike[Any]) -> Path:
    """The path of a file, whatever it is written as.

    Raises:
        MediaError: It is something else, such as the number of an open file.
    """
    try:
        return Path(fsdecode(path))
    except TypeError as error:
        raise MediaError(f"this is no path: {error}") from None


def file_size(path: Path) -> int:
    """The size of a file in bytes.

    Raises:
        MediaError: It is a folder, or empty.
    """
    return existing_file(path)


async def file_size_async(path: Path) -> int:
    """The same, in a thread."""
    from anyio import to_thread

    return await to_thread.run_sync(existing_file, path)


def data_of(source: bytes | bytearray | memoryview | BinaryIO, name: str) -> bytes:
    """The content of bytes or of an open file.

    Raises:
        MediaError: It is empty, or text.
    """
    return read_bytes(source, name)


async def data_of_async(source: bytes | bytearray | memoryview | BinaryIO, name: str) -> bytes:
    """The same, in a thread."""
    from anyio import to_thread

    return await to_thread.run_sync(read_bytes, source, name)


def content(source: Path | bytes) -> bytes:
    """The content of a file."""
    return source.read_bytes() if isinstance(source, Path) else source


async def content_async(source: Path | bytes) -> bytes:
    """The content of a file."""
    from anyio import Path as AsyncPath

    return await AsyncPath(source).read_bytes() if isinstance(source, Path) else source


def chunks(path: Path, size: int) -> Iterator[bytes]:
    """The content of a file in chunks.

    Raises:
        MediaError: It has not as many bytes as were announced.
    """
    left = size
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_SIZE):
            left = _left(path, left, chunk)
            yield chunk
    _left(path, left, None)


async def chunks_async(path: Path, size: int) -> AsyncIterator[bytes]:
    """The content of a file in chunks; see `chunks`."""
    from anyio import open_file

    left = size
    async with await open_file(path, "rb") as file:
        while chunk := await file.read(_CHUNK_SIZE):
            left = _left(path, left, chunk)
            yield chunk
    _left(path, left, None)


def _left(path: Path, left: int, chunk: bytes | None) -> int:
    """How many bytes are still to come after a chunk, or after the end."""
    left = left if chunk is None else left - len(chunk)
    if left < 0 or (chunk is None and left):
        raise MediaError(f"{path.name} was changed while it was sent; upload it again")
    return left
