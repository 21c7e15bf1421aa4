"""Find the values that JSONPath expressions name, and where they stand in a text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from quant_ai_common.json_values import Json

from .contract_operations import EVENT_STREAM, is_json_lines
from .exchange import media_type
from .json_text import NOT_JSON, TOO_DEEP, parse_json
from .marked_text import Edit
from .secret_forms import REDACTED

_DECODER: Final = json.JSONDecoder(strict=False)
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_WORD: Final = re.compile(r"[^\s,\]}]+")
_LINE: Final = re.compile(r"[^\x1e\r\n]+")
_DATA: Final = re.compile(r"^data:[ ]?(.*)$", re.MULTILINE)

Location = tuple[str | int, ...]


class PathError(ValueError):
    """An expression that is no JSONPath; the message says why."""


class _Leaf(NamedTuple):
    """A value that is neither an object nor an array, and where it stands."""

    location: Location
    start: int
    end: int
    value: Json


class JsonPlaces:
    """Places in JSON bodies, in JSON lines, and in the data of events."""

    def __init__(self, paths: Iterable[str]) -> None:
        """Read JSONPath expressions (RFC 9535).

        Raises:
            PathError: One of them cannot be read.
        """
        self._paths = []
        for path in paths:
            import jsonpath  # only if there is a path

            try:
                self._paths.append(jsonpath.compile(path if path.startswith("$") else f"$..{path}"))
            except Exception as error:  # the library's errors have a base that is not exported
                raise PathError(f"not a JSONPath: {path}: {' '.join(str(error).split())}") from None

    def __bool__(self) -> bool:
        return bool(self._paths)

    def values(self, text: str, content_type: str) -> Iterator[str]:
        """The texts that the paths name."""
        for _, leaf in self._leaves(text, content_type):
            if isinstance(leaf.value, str):
                yield leaf.value

    def edits(self, text: str, content_type: str) -> Iterator[Edit]:
        """Where to replace the values that the paths name. A number stays a number, and a boolean a boolean."""
        for begin, leaf in self._leaves(text, content_type):
            new = {str: f'"{REDACTED}"', bool: "false", int: "0", float: "0.0"}.get(type(leaf.value))
            if new is not None:
                yield Edit(begin + leaf.start, begin + leaf.end, new)

    def _leaves(self, text: str, content_type: str) -> Iterator[tuple[int, _Leaf]]:
        """The values in a text that the paths name, each with the place where its JSON begins."""
        if not self._paths:
            return
        parts = [(0, text)]
        if media_type(content_type) == EVENT_STREAM:
            parts = [(found.start(1), found[1]) for found in _DATA.finditer(text)]
        elif is_json_lines(media_type(content_type)):
            parts = [(found.start(), found[0]) for found in _LINE.finditer(text)]
        for begin, part in parts:
            value = parse_json(part)
            if value is NOT_JSON or value is TOO_DEEP or not isinstance(value, (dict, list)):
                continue
            named = {tuple(match.parts) for path in self._paths for match in path.finditer(value)}
            if named:
                for leaf in leaves(part):
                    if any(leaf.location[:length] in named for length in range(len(leaf.location) + 1)):
                        yield begin, leaf


def leaves(text: str) -> Iterator[_Leaf]:
    """The values of a JSON text that are neither objects nor arrays, with their places."""
    yield from _walk(text, _skip(text, 0), ())


def _walk(text: str, at: int, location: Location) -> Iterator[_Leaf]:
    """The leaves of the value at a position. Kept on a stack of its own, so that deep nesting is no matter."""
    stack: list[tuple[Location, bool, int]] = []  # of the containers around it: location, whether an object, index
    while True:
        opening = text[at]
        if opening in "{[" and text[_skip(text, at + 1)] not in "}]":
            stack.append((location, opening == "{", 0))
            at = _skip(text, at + 1)
            location, at = _inside(text, at, *stack[-1])
            continue
        if opening in "{[":
            at = _skip(text, at + 1) + 1
        elif opening == '"':
            value, end = _DECODER.raw_decode(text, at)
            yield _Leaf(location, at, end, value)
            at = end
        else:
            word = _WORD.match(text, at)
            assert word is not None
            yield _Leaf(location, at, word.end(), json.loads(word[0]))
            at = word.end()
        at = _skip(text, at)
        while stack and text[at] in "}]":
            stack.pop()
            at = _skip(text, at + 1)
        if not stack:
            return
        outer, is_object, index = stack.pop()
        stack.append((outer, is_object, index + 1))
        location, at = _inside(text, _skip(text, at + 1), outer, is_object, index + 1)


def _inside(text: str, at: int, outer: Location, is_object: bool, index: int) -> tuple[Location, int]:
    """The location of the member or element that begins here, and where its value does."""
    if not is_object:
        return (*outer, index), at
    name, end = _DECODER.raw_decode(text, at)
    return (*outer, name), _skip(text, _skip(text, end) + 1)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    assert found is not None
    return found.end()
