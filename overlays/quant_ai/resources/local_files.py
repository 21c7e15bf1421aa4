"""Read local files for an upload, in blocking calls and in async ones."""

from __future__ import annotations

import mimetypes
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..errors import MediaError
from ..media import sniff

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

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
    found = _TYPES.get(sniff(start) or "") or _TYPES.get(Path(name).suffix.lower()) or mimetypes.guess_type(name)[0]
    if found is None:
        raise MediaError(f"the media type of {name!r} cannot be found out; name it with content_type=")
    return found


async def media_type_async(source: Path | bytes, name: str) -> str:
    """The same, in a thread."""
    from anyio import to_thread

    return await to_thread.run_sync(media_type, source, name)


def file_size(path: Path) -> int:
    """The size of a file in bytes."""
    return path.stat().st_size


async def file_size_async(path: Path) -> int:
    """The size of a file in bytes."""
    from anyio import Path as AsyncPath

    return (await AsyncPath(path).stat()).st_size


def content(source: Path | bytes) -> bytes:
    """The content of a file."""
    return source.read_bytes() if isinstance(source, Path) else source


async def content_async(source: Path | bytes) -> bytes:
    """The content of a file."""
    from anyio import Path as AsyncPath

    return await AsyncPath(source).read_bytes() if isinstance(source, Path) else source


def chunks(path: Path) -> Iterator[bytes]:
    """The content of a file in chunks."""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_SIZE):
            yield chunk


async def chunks_async(path: Path) -> AsyncIterator[bytes]:
    """The content of a file in chunks."""
    from anyio import open_file

    async with await open_file(path, "rb") as file:
        while chunk := await file.read(_CHUNK_SIZE):
            yield chunk
