"""Read the entries of a HAR file one by one, so that a file of any size takes the memory of its largest entry."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import IO, Final

from .json_values import Json, json_integer

LARGEST_ENTRY: Final = 256 * 1024 * 1024  # characters
_PIECE: Final = 1024 * 1024
_SPACE: Final = " \t\r\n"
_DECODER: Final = json.JSONDecoder(parse_int=json_integer)


class CutShortError(ValueError):
    """The file ends, or breaks, after some entries that are whole. The message says after how many."""


def har_entries(file: IO[bytes]) -> Iterator[Json]:
    """The entries of a HAR file, in UTF-8, UTF-16 or UTF-32.

    Raises:
        CutShortError: The file ends in the middle, after the entries that were returned.
        ValueError: It is no HAR file.
    """
    text = _Text(file)
    found = 0
    try:
        if not (_enter(text, "log") and _enter(text, "entries") and text.peek() == "["):
            raise ValueError("not a HAR file: it has no log.entries")
        text.skip()
        while text.peek() != "]":
            entry = text.value()
            found += 1
            yield entry
            if text.peek() == ",":
                text.skip()
            elif text.peek() != "]":
                raise _Broken("an entry is followed by something else")
    except _Broken as error:
        if found:
            raise CutShortError(f"it is cut short or broken after {found} entries: {error}") from None
        raise ValueError(f"not a HAR file: not JSON: {error}") from None


class _Broken(ValueError):
    """The text is not JSON, or ends too early."""


class _Text:
    """The text of a file, of which only a part is in memory."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        first = file.read(4)
        self._decoder = codecs.getincrementaldecoder(json.detect_encoding(first))("surrogatepass")
        self._text = ""
        self._at = 0
        self._ended = False
        self._decode(first)

    def peek(self) -> str:
        """The next character that is no space."""
        while True:
            while self._at < len(self._text):
                if self._text[self._at] not in _SPACE:
                    return self._text[self._at]
                self._at += 1
            if not self._more(_PIECE):
                raise _Broken("it ends too early")

    def skip(self) -> None:
        """Go past the next character that is no space."""
        self.peek()
        self._at += 1

    def value(self) -> Json:
        """The value that begins here."""
        self.peek()
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except RecursionError:
                raise ValueError("not a HAR file: it is nested too deeply") from None
            except ValueError as error:
                if not self._more(max(_PIECE, len(self._text) - self._at)):
                    message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
                    raise _Broken(message) from None
                continue
            if end < len(self._text) or not self._more(_PIECE):  # a number may go on
                self._at = end
                return value

    def _more(self, size: int) -> bool:
        """Read on; returns whether there was anything."""
        if self._ended:
            return False
        if self._at > _PIECE:
            self._text, self._at = self._text[self._at :], 0
        if len(self._text) - self._at > LARGEST_ENTRY:
            raise ValueError(f"larger than {LARGEST_ENTRY // 1024 // 1024} MB in one piece")
        self._decode(self._file.read(size))
        return True

    def _decode(self, raw: bytes) -> None:
        self._ended = not raw
        try:
            self._text += self._decoder.decode(raw, final=self._ended)
        except UnicodeDecodeError as error:
            raise _Broken(error.reason) from None


def _enter(text: _Text, name: str) -> bool:
    """Go to the value of the member of this name; returns whether the next value is an object that has one."""
    if text.peek() != "{":
        return False
    text.skip()
    while text.peek() != "}":
        key = text.value()
        if text.peek() != ":":
            raise _Broken("a name is not followed by a value")
        text.skip()
        if key == name:
            return True
        text.value()
        if text.peek() == ",":
            text.skip()
    return False
