"""Turn files and bytes into content blocks for messages, and generated images into files.

The kind of a file is found from its first bytes, or from its name if they do not tell.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Mapping, Sequence
from errno import EINVAL, ENAMETOOLONG
from inspect import isawaitable, iscoroutine
from itertools import count
from os import PathLike
from pathlib import Path
from stat import S_ISDIR
from typing import Any, BinaryIO, Final, TypeAlias

from quant_ai_client import models

from .errors import MediaError

Source: TypeAlias = "str | PathLike[str] | bytes | bytearray | memoryview | BinaryIO"
"""A path, bytes, or a file that is open in binary mode. A data URI may stand in the place of a path."""

MAX_SIZE: Final = 25 * 1024 * 1024
"""Bytes that one image, video or document may have."""

_IMAGES: Final = ("png", "jpeg", "gif", "webp")
_VIDEOS: Final = ("mp4", "mov", "mkv", "webm")
_DOCUMENTS: Final = ("pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md")
_SUFFIXES: Final[Mapping[str, str]] = {"jpg": "jpeg", "htm": "html", "markdown": "md", "text": "txt", "m4v": "mp4"}
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9\s\-()\[\]]+")
_DATA_URI: Final = re.compile(r"data:[^,]*,")
_URL: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_BASE64: Final = re.compile(r"[A-Za-z0-9+/\s]{64,}=*\s*")


def image_block(source: Source, *, format: str | None = None) -> models.ImageBlock:
    """An image block for a message.

    Args:
        source: A path, a file that is open in binary mode, a data URI, or the bytes of the image.
        format: "png", "jpeg", "gif" or "webp"; detected by default.

    Raises:
        MediaError: It is larger than 25 MiB, or of an unsupported kind.
    """
    data, name = _read(source)
    kind = format or _kind(data, name, _IMAGES, "an image")
    return models.ImageBlock(image=models.ImageContent(format=kind, source=models.BytesSource(bytes=_base64(data))))


def video_block(source: Source, *, format: str | None = None) -> models.VideoBlock:
    """A video block for a message.

    Args:
        source: A path, a file that is open in binary mode, a data URI, or the bytes of the video.
        format: "mp4", "mov", "mkv" or "webm"; detected by default.

    Raises:
        MediaError: It is larger than 25 MiB, or of an unsupported kind.
    """
    data, name = _read(source)
    kind = format or _kind(data, name, _VIDEOS, "a video")
    return models.VideoBlock(video=models.VideoContent(format=kind, source=models.BytesSource(bytes=_base64(data))))


def document_block(source: Source, *, name: str | None = None, format: str | None = None) -> models.DocumentBlock:
    """A document block for a message.

    Args:
        source: A path, a file that is open in binary mode, a data URI, or the bytes of the document.
        name: The name that the model sees; by default the file's name, without characters that models refuse.
        format: "pdf", "csv", "docx", "xlsx", "html", "txt", "md" and so on; detected by default, which for bytes
            works for some kinds only.

    Raises:
        MediaError: It is larger than 25 MiB, or of an unsupported kind.
    """
    data, file_name = _read(source)
    kind = format or _kind(data, file_name, _DOCUMENTS, "a document; if it is one, pass format=")
    shown = name or " ".join(_NOT_IN_NAMES.sub(" ", Path(file_name).stem).split()) or "document"
    return models.DocumentBlock(
        document=models.DocumentContent(format=kind, name=shown, source=models.BytesSource(bytes=_base64(data)))
    )


def save_images(
    reply: models.ImageGenerationReply | Sequence[str], directory: str | PathLike[str], *, stem: str = "image"
) -> list[Path]:
    """Save the images of a reply as files named `image-1.png` and so on, with the extension of their kind.

    No file is overwritten: a number whose name is taken is left out.

    Args:
        reply: A reply of `images.generate`, or its images: plain base64 or data URIs.
        directory: The directory; created if it does not exist.
        stem: The start of the file names.

    Returns:
        The paths, in the order of the images.

    Raises:
        MediaError: An image cannot be decoded, or the stem is no start of a file name. No image is saved then.
    """
    if not stem or stem in (".", "..") or any(each in stem for each in "/\\\0"):
        raise MediaError(f"stem= must be the start of a file name, without a folder, got {stem!r}")
    images = [reply] if isinstance(reply, str) else reply if isinstance(reply, (list, tuple)) else _images_of(reply)
    decoded = [image_bytes(image) for image in images]
    target = Path(directory)
    target.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    numbers = count(1)
    for data in decoded:
        paths.append(next(filter(None, (_create(target, f"{stem}-{number}", data) for number in numbers))))
    return paths


def _create(folder: Path, name: str, data: bytes) -> Path | None:
    """Write a new file; None if there is one of this name, which may be a link to another folder."""
    path = folder / f"{name}.{sniff(data) or 'bin'}"
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return None
    return path


def image_bytes(image: str) -> bytes:
    """Decode an image from plain base64 or a data URI.

    Args:
        image: An item of `images` in a reply of `client.images.generate()`.

    Raises:
        MediaError: It is neither.
    """
    if not isinstance(image, str):
        raise MediaError(f"an image in the reply is not base64 but {image!r:.100}")
    found = _DATA_URI.match(image)
    text = image[found.end() :] if found else image
    try:
        return b64decode("".join(text.split()), validate=True)
    except (Base64Error, ValueError) as error:
        raise MediaError(f"an image in the reply is not base64: {error}") from None


def sniff(data: bytes) -> str | None:
    """The kind of a file by its first bytes; None if they do not tell."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if data[4:8] == b"ftyp":
        return "mov" if data[8:12] == b"qt  " else "mp4"
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        return "webm" if b"webm" in data[:64] else "mkv"
    if data.startswith(b"%PDF-"):
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data else "xlsx" if b"xl/" in data else None
    return None


def _images_of(reply: Any) -> Sequence[str]:
    images: Sequence[str] | None = reply.images
    return images or ()


def read_bytes(source: bytes | bytearray | memoryview | BinaryIO, what: str) -> bytes:
    """The content of bytes or of an open file.

    Args:
        source: The bytes or the file, which is read from its position on.
        what: Its name, for errors.

    Raises:
        MediaError: It is empty, text, or something else.
    """
    data: Any = source
    if not isinstance(source, (bytes, bytearray, memoryview)):
        if not callable(getattr(source, "read", None)):
            text = "text; encode it, as with text.encode()" if isinstance(source, str) else type(source).__name__
            raise MediaError(f"{what} must be bytes or an open file, and is {text}")
        try:
            data = source.read()
        except ValueError as error:  # it is closed, or open for writing
            raise MediaError(f"{what} cannot be read: {error}") from None
    if isawaitable(data):
        if iscoroutine(data):
            data.close()
        raise MediaError(f"{what} is a file that is awaited; pass its bytes, as with await file.read()")
    if isinstance(data, str):
        raise MediaError(f"{what} is open as text; open it in binary mode, as with open(path, 'rb')")
    if not len(data):
        raise MediaError(f"{what} is empty")
    return bytes(data)


def existing_file(path: Path) -> int:
    """The size of a file in bytes.

    Raises:
        MediaError: It is a folder or empty, or the path is no path.
        FileNotFoundError: There is none.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        if _BASE64.fullmatch(str(path)):
            raise MediaError(_NO_BASE64) from None
        raise
    except (OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno not in (ENAMETOOLONG, EINVAL):
            raise
        raise MediaError(_NO_BASE64 if _BASE64.fullmatch(str(path)) else f"this is no path: {error}") from None
    if S_ISDIR(found.st_mode):
        raise MediaError(f"{path.name or path} is a folder")
    if not found.st_size:
        raise MediaError(f"{path.name} is empty")
    return found.st_size


_NO_BASE64: Final = (
    "a text is taken for a path, and this one looks like base64; pass bytes, as with base64.b64decode(text)"
)


def _read(source: Source) -> tuple[bytes, str]:
    if isinstance(source, str) and _DATA_URI.match(source):
        source = image_bytes(source)
    if isinstance(source, str) and (url := _URL.match(source)):
        raise MediaError(f"a URL ({url[0]}...) is not downloaded; download it yourself, and pass its bytes")
    if isinstance(source, (str, PathLike)):
        path = Path(source)
        _check_size(existing_file(path), path.name)
        return path.read_bytes(), path.name
    name = getattr(source, "name", "")
    name = Path(name).name if isinstance(name, str) else ""
    data = read_bytes(source, name or "it")
    _check_size(len(data), name or "it")
    return data, name


def _check_size(size: int, what: str) -> None:
    if size > MAX_SIZE:
        raise MediaError(f"{what} has {size:,} bytes, more than the {MAX_SIZE:,} that one block may have")


def _kind(data: bytes, name: str, kinds: Sequence[str], what: str) -> str:
    found = sniff(data)
    if found is None:
        suffix = Path(name).suffix.lower().removeprefix(".")
        found = _SUFFIXES.get(suffix, suffix)
    if found not in kinds:
        raise MediaError(f"{name or 'it'} is not {what} ({', '.join(kinds)})")
    return found


def _base64(data: bytes) -> str:
    from base64 import b64encode

    return b64encode(data).decode("ascii")
