"""Turn files and bytes into content blocks for messages, and generated images into files.

The kind of a file is found from its first bytes, or from its name if they do not tell.
"""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as Base64Error
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .errors import MediaError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike

    from quant_ai_client.models import DocumentBlock, ImageBlock, ImageGenerationReply, VideoBlock

Source: TypeAlias = "str | PathLike[str] | bytes"
"""A path, or bytes."""

MAX_SIZE: Final = 25 * 1024 * 1024
"""Bytes that one image, video or document may have."""

_IMAGES: Final = ("png", "jpeg", "gif", "webp")
_VIDEOS: Final = ("mp4", "mov", "mkv", "webm")
_DOCUMENTS: Final = ("pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md")
_SUFFIXES: Final[Mapping[str, str]] = {"jpg": "jpeg", "htm": "html", "markdown": "md", "text": "txt", "m4v": "mp4"}
_NOT_IN_NAMES: Final = re.compile(r"[^A-Za-z0-9\s\-()\[\]]+")
_DATA_URI: Final = re.compile(r"data:[^,]*,")


def image_block(source: Source, *, format: str | None = None) -> ImageBlock:
    """An image block for a message.

    Args:
        source: A path, or the bytes of the image.
        format: "png", "jpeg", "gif" or "webp"; detected by default.

    Raises:
        MediaError: It is larger than 25 MiB, or of another kind.
    """
    from quant_ai_client.models import BytesSource, ImageBlock, ImageContent

    data, name = _read(source)
    kind = format or _kind(data, name, _IMAGES, "an image")
    return ImageBlock(image=ImageContent(format=kind, source=BytesSource(bytes=_base64(data))))


def video_block(source: Source, *, format: str | None = None) -> VideoBlock:
    """A video block for a message.

    Args:
        source: A path, or the bytes of the video.
        format: "mp4", "mov", "mkv" or "webm"; detected by default.

    Raises:
        MediaError: It is larger than 25 MiB, or of another kind.
    """
    from quant_ai_client.models import BytesSource, VideoBlock, VideoContent

    data, name = _read(source)
    kind = format or _kind(data, name, _VIDEOS, "a video")
    return VideoBlock(video=VideoContent(format=kind, source=BytesSource(bytes=_base64(data))))


def document_block(source: Source, *, name: str | None = None, format: str | None = None) -> DocumentBlock:
    """A document block for a message.

    Args:
        source: A path, or the bytes of the document.
        name: The name that the model sees; by default the file's name, without characters that models refuse.
        format: "pdf", "csv", "docx", "xlsx", "html", "txt", "md" and so on; detected by default, which for bytes
            works for some kinds only.

    Raises:
        MediaError: It is larger than 25 MiB, or of another kind.
    """
    from quant_ai_client.models import BytesSource, DocumentBlock, DocumentContent

    data, file_name = _read(source)
    kind = format or _kind(data, file_name, _DOCUMENTS, "a document; name its format= if it is one")
    shown = name or _NOT_IN_NAMES.sub(" ", Path(file_name).stem).strip() or "document"
    return DocumentBlock(document=DocumentContent(format=kind, name=shown, source=BytesSource(bytes=_base64(data))))


def save_images(
    reply: ImageGenerationReply | Sequence[str], directory: str | PathLike[str], *, stem: str = "image"
) -> list[Path]:
    """Save the images of a reply as files named `image-1.png` and so on, with the extension of their kind.

    Args:
        reply: A reply of `images.generate`, or its images: plain base64 or data URIs.
        directory: The directory; created if it does not exist.
        stem: The start of the file names.

    Returns:
        The paths, in the order of the images.

    Raises:
        MediaError: An image cannot be decoded. No image is saved then.
    """
    images = reply if isinstance(reply, (list, tuple)) else _images_of(reply)
    decoded = [image_bytes(image) for image in images]
    target = Path(directory)
    target.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    for number, data in enumerate(decoded, 1):
        path = target / f"{stem}-{number}.{sniff(data) or 'bin'}"
        path.write_bytes(data)
        paths.append(path)
    return paths


def image_bytes(image: str) -> bytes:
    """Decode an image from plain base64 or a data URI.

    Raises:
        MediaError: It is neither.
    """
    found = _DATA_URI.match(image)
    text = image[found.end() :] if found else image
    try:
        return b64decode("".join(text.split()), validate=True)
    except (Base64Error, ValueError) as error:
        raise MediaError(f"an image of the reply is no base64: {error}") from None


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
    images: Sequence[str] = reply.images
    return images


def _read(source: Source) -> tuple[bytes, str]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        _check_size(len(source), "it")
        return bytes(source), ""
    path = Path(source)
    _check_size(path.stat().st_size, path.name)
    return path.read_bytes(), path.name


def _check_size(size: int, what: str) -> None:
    if size > MAX_SIZE:
        raise MediaError(f"{what} has {size:,} bytes, more than the {MAX_SIZE:,} that one block may have")
    if size == 0:
        raise MediaError(f"{what} is empty")


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
