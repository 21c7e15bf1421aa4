"""Read the entries of a HAR file one by one, whoever wrote it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any, TextIO

LARGEST_ENTRY = 256 * 1024 * 1024  # characters
_PIECE = 1024 * 1024
_DECODER = json.JSONDecoder()


class HarError(ValueError):
    """A file that is not a HAR file, or that ends too early; the message says which, with the name of the file."""


def har_entries(path: Path) -> Iterator[dict[str, Any]]:
    """The entries of a HAR file, which may be compressed with gzip. No more than one is in memory at a time.

    Raises:
        HarError: It cannot be read. Entries before the place where it ends or breaks were returned before.
    """
    found = 0
    try:
        with path.open("rb") as raw:  # opened once, as it may be a pipe
            unpacked: Any = gzip.GzipFile(fileobj=raw) if raw.peek(2)[:2] == b"\x1f\x8b" else raw
            text = _Text(TextIOWrapper(unpacked, encoding="utf-8-sig"))
            if not (_enter(text, "log") and _enter(text, "entries") and text.peek() == "["):
                raise HarError(f"{path}: not a HAR file: it has no log.entries")
            text.skip()
            while text.peek() != "]":
                entry = text.value()
                found += 1
                if isinstance(entry, dict):
                    yield entry
                if text.peek() == ",":
                    text.skip()
    except HarError:
        raise
    except OSError as error:
        raise HarError(f"{path}: {error.strerror or error}") from None
    except (ValueError, EOFError, RecursionError) as error:
        where = f"it is cut short or broken after {found} entries" if found else "not a HAR file"
        raise HarError(f"{path}: {where}: {error}") from None


class _Text:
    """The text of a file, of which only a part is in memory."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is no space."""
        while True:
            while self._at < len(self._text):
                if not self._text[self._at].isspace():
                    return self._text[self._at]
                self._at += 1
            if not self._more(_PIECE):
                raise ValueError("it ends too early")

    def skip(self) -> None:
        """Go past the next character that is no space."""
        self.peek()
        self._at += 1

    def value(self) -> Any:
        """The value that begins here."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except ValueError:
                if not self._more(max(_PIECE, len(self._text) - self._at)):
                    raise
                continue
            if end < len(self._text) or not self._more(_PIECE):  # a number may go on
                self._at = end
                return value

    def _more(self, size: int) -> bool:
        self._text, self._at = self._text[self._at :], 0
        if len(self._text) > LARGEST_ENTRY:
            raise ValueError("an entry is larger than 256 MB")
        piece = self._file.read(size)
        self._text += piece
        return bool(piece)


def _enter(text: _Text, name: str) -> bool:
    """Go to the value of the member of this name; returns whether the next value is an object that has one."""
    if text.peek() != "{":
        return False
    text.skip()
    while text.peek() != "}":
        key = text.value()
        if text.peek() != ":":
            raise ValueError("a name without a value")
        text.skip()
        if key == name:
            return True
        text.value()
        if text.peek() == ",":
            text.skip()
    return False
