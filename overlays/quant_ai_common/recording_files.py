"""Open a recording: a HAR file, plain or compressed, or a zip archive with a HAR file and its bodies.

A recording comes from elsewhere, so nothing in it decides how much is read: all that is unpacked from one recording is
bounded, and a body in a file of its own is only looked for in the archive, or in the folder of the HAR file.
"""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple, cast

from .har_stream import har_entries
from .json_values import Json
from .pipes import opened_file

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAX_SIZE: Final = 256 * 1024 * 1024
MAX_UNPACKED: Final = 16 * 1024 * 1024 * 1024  # of a compressed file, which is read piece by piece
STANDARD_INPUT: Final = Path("-")
_PIECE: Final = 64 * 1024
_ZIP: Final = b"PK\x03\x04"
_GZIP: Final = b"\x1f\x8b"
_ZLIB: Final = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")


class RecordingError(Exception):
    """A file cannot be read as a recording. The message is one line that says why."""


class RecordedFile(NamedTuple):
    """The entries of a HAR file, and how to read the bodies that it keeps in files of their own."""

    entries: Iterator[Json]
    attachment: Callable[[str], bytes | None]


@contextlib.contextmanager
def open_recording(path: Path) -> Iterator[RecordedFile]:
    """Open a recording; `-` is the standard input.

    A file may be of any size, compressed or not. An archive is read as a whole, up to 256 MB.

    Raises:
        RecordingError: It cannot be read, or is no HAR file. Also raised while the entries are read.
    """
    try:
        with contextlib.nullcontext(sys.stdin.buffer) if path == STANDARD_INPUT else opened_file(path) as opened:
            file = cast("BufferedReader", opened)
            first = file.peek(4)[:4] if hasattr(file, "peek") else b""
            if first.startswith(_ZIP):
                yield _unzipped(_read(file, MAX_SIZE))
            elif first.startswith((_GZIP, *_ZLIB)):
                yield RecordedFile(har_entries(BufferedReader(_Inflated(file))), _beside(path))
            else:
                yield RecordedFile(har_entries(file), _beside(path))
    except OSError as error:
        raise RecordingError(f"{path}: {error.strerror or error}") from None
    except (ValueError, zlib.error) as error:
        raise RecordingError(f"{path}: {error}") from None


def _beside(path: Path) -> Callable[[str], bytes | None]:
    return _Folder(path.parent).read


def inflate(raw: bytes, limit: int) -> bytes:
    """Decompress gzip or zlib data, of one or several parts.

    Raises:
        ValueError: It is broken, or larger than the limit.
    """
    found = bytearray()
    while raw:
        part = _decompressor()
        try:
            found += part.decompress(raw, limit - len(found) + 1)
        except zlib.error as error:
            raise ValueError(f"the compressed data is broken: {error}") from None
        if len(found) > limit:
            raise _TooLargeError(limit)
        if not part.eof:
            raise ValueError("the compressed data is cut short")
        raw = part.unused_data.lstrip(b"\0")
    return bytes(found)


class _TooLargeError(ValueError):
    def __init__(self, limit: int) -> None:
        super().__init__(f"larger than {limit // 1024 // 1024} MB")


class _Inflated(io.RawIOBase):
    """A gzip or zlib file of one or several parts, decompressed while it is read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._part = _decompressor()
        self._left = MAX_UNPACKED

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        while True:
            if self._part.eof:
                rest = self._part.unused_data.lstrip(b"\0") or self._file.read(_PIECE).lstrip(b"\0")
                if not rest:
                    return 0
                self._part = _decompressor()
            else:
                rest = self._part.unconsumed_tail or self._file.read(_PIECE)
            try:
                found = self._part.decompress(rest, len(view))
            except zlib.error as error:
                raise ValueError(f"the compressed data is broken: {error}") from None
            if found:
                break
            if not rest and not self._part.eof:
                raise ValueError("the compressed data is cut short")
        self._left -= len(found)
        if self._left < 0:
            raise _TooLargeError(MAX_UNPACKED)
        view[: len(found)] = found
        return len(found)


def _decompressor() -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: either of the two formats


class _Folder:
    """The bodies beside a HAR file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._left = MAX_SIZE

    def read(self, name: str) -> bytes | None:
        """The body in a file; None if there is no such file, or the bodies are too large together."""
        if Path(name).name != name or "\\" in name or "\0" in name:
            return None
        file = self._folder / name
        try:
            if not file.is_file() or file.stat().st_size > self._left:
                return None
            raw = file.read_bytes()
        except OSError:
            return None
        self._left -= len(raw)
        return raw


class _Archive:
    """The bodies in a zip archive."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_SIZE

    def read(self, name: str) -> bytes | None:
        """The body in a member; None if there is no such member, or the bodies are too large together."""
        try:
            with self._archive.open(name) as member:
                raw = _read(member, self._left)
        except (KeyError, ValueError, RuntimeError, OSError, EOFError, zipfile.BadZipFile, zlib.error):
            return None
        self._left -= len(raw)
        return raw


def _unzipped(raw: bytes) -> RecordedFile:
    try:
        archive = zipfile.ZipFile(BytesIO(raw))
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise ValueError(f"the archive is broken: {error}") from None
    names = [name for name in archive.namelist() if name.lower().endswith(".har")]
    if not names:
        raise ValueError("the archive holds no HAR file")
    members = _Archive(archive)
    har = members.read(names[0])
    if har is None:
        raise ValueError(f"{names[0]} cannot be read from the archive, or is larger than {MAX_SIZE // 2**20} MB")
    return RecordedFile(har_entries(BytesIO(har)), members.read)


def _read(file: IO[bytes], limit: int) -> bytes:
    raw = file.read(limit + 1)
    if len(raw) > limit:
        raise _TooLargeError(limit)
    return raw
