"""Stand-ins for ids and e-mail addresses, the same one wherever the same value occurs.

A stand-in has the shape of what it replaces (a UUID stays one, and `exec_` keeps its prefix), so that it fits the
patterns of the spec, and a client can go on with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from .marked_text import Edit

_EMAIL: Final = re.compile(
    r"(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]+(@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
)
_UUID: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])")
_TYPED: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:exec|orch|req|sess|session|toolu|call|user|usr|org|bot)[_-][0-9A-Za-z_]{8,}"
)
_ORGANISATION: Final = re.compile(r"(?<=/organisations/)[^/?#\s\"'\\]+|(?<=/organizations/)[^/?#\s\"'\\]+")
_NAME: Final = r"(?:[A-Za-z_]*[a-z](?:Id|ID|Uuid|UUID)|(?:[a-z_]*_)?(?:id|uuid|ID)|organisation|organization)"
_NAMED: Final = re.compile(rf'"({_NAME})"\s*:\s*(?:"([^"\\]*)"|(-?[0-9]+)(?=\s*[,}}]))')
_LISTED: Final = re.compile(rf'"{_NAME}s"\s*:\s*\[([^\]]*)\]')
_STRING: Final = re.compile(r'"([^"\\]*)"')
_WORD_START: Final = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]")
_PREFIX: Final = re.compile(r"[A-Za-z]+[_-](?=.)")
_MODEL: Final = re.compile(r"[a-z0-9-]*[a-z][a-z0-9-]*\.[a-z0-9.-]*[a-z][a-z0-9.-]*(?::[0-9]+)?")  # no secret to anyone
_LONGEST: Final = 200  # characters of an id
_LEAST: Final = 6  # characters of an id that is looked for everywhere
_ZEROS: Final = "00000000-0000-4000-8000-"


class StandIns:
    """The ids and addresses that were seen so far, with what replaces each."""

    def __init__(self) -> None:
        self._by_value: dict[str, str] = {}
        self._lengths: set[int] = set()
        self._organisations: set[str] = set()

    def learn(self, text: str) -> None:
        """Take note of the ids that a text has by their names, such as `"sessionId": "…"`."""
        for found in _NAMED.finditer(text):
            if "model" not in found[1].lower() and found[2]:
                self.add(found[2])
        for found in _LISTED.finditer(text):
            for one in _STRING.finditer(found[1]):
                self.add(one[1])
        for found in _ORGANISATION.finditer(text):
            self._organisations.add(found[0])

    def add(self, value: str) -> None:
        """Take note of an id, to be replaced wherever it occurs, unless it is too short or just a word."""
        if _EMAIL.fullmatch(value):
            return  # it is looked for by its look
        if (
            _LEAST <= len(value) <= _LONGEST
            and not value.isalpha()
            and not _is_model(value)
            and value not in self._by_value
        ):
            self.of(value)
            self._lengths.add(len(value))

    def of(self, value: str, make: Callable[[str, int], str] | None = None) -> str:
        """The stand-in for a value."""
        if make is None and _EMAIL.fullmatch(value):
            value, make = value.replace("%40", "@").lower(), _address
        found = self._by_value.get(value)
        if found is None:
            found = self._by_value[value] = (make or _shaped)(value, len(self._by_value) + 1)
        return found

    def edits(self, text: str) -> Iterator[Edit]:
        """Where a text has ids and addresses."""
        for found in _EMAIL.finditer(text):
            if not found[0].endswith("example.com"):
                new = self.of(found[0].replace("%40", "@").lower(), _address)
                yield Edit(found.start(), found.end(), new.replace("@", found[1]))
        for found in _ORGANISATION.finditer(text):
            yield Edit(found.start(), found.end(), self.of(found[0], _organisation))
        for organisation in self._organisations:
            for found in re.finditer(f"(?<=/){re.escape(organisation)}(?=/)", text) if organisation in text else ():
                yield Edit(found.start(), found.end(), self.of(organisation, _organisation))
        for found in _NAMED.finditer(text):
            if "model" not in found[1].lower() and not _is_model(found[2] or ""):
                group = 2 if found[2] is not None else 3
                if found[group] not in ("", "0"):
                    yield Edit(found.start(group), found.end(group), self._in_place(found[1], found[group], group == 3))
        for pattern in (_UUID, _TYPED):
            for found in pattern.finditer(text):
                if not found[0].startswith(_ZEROS):
                    yield Edit(found.start(), found.end(), self.of(found[0]))
        if self._lengths:
            yield from self._known(text)

    def _in_place(self, name: str, value: str, is_number: bool) -> str:
        if is_number:
            return self.of(value, lambda _, number: str(number))
        if value in self._organisations or "rgani" in name:
            return self.of(value, _organisation)
        return value if value.startswith(_ZEROS) else self.of(value)

    def _known(self, text: str) -> Iterator[Edit]:
        lengths = sorted(self._lengths, reverse=True)
        for start in _WORD_START.finditer(text):
            at = start.start()
            for length in lengths:
                end = at + length
                if text[at:end] in self._by_value and not text[end : end + 1].isalnum():
                    yield Edit(at, end, self._by_value[text[at:end]])
                    break


def _is_model(value: str) -> bool:
    return len(value) <= _LONGEST and _MODEL.fullmatch(value) is not None


def _address(_value: str, number: int) -> str:
    return f"person-{number}@example.com"


def _organisation(_value: str, number: int) -> str:
    return f"organisation-{number}"


def _shaped(value: str, number: int) -> str:
    """Zeros and a number in the shape of a value."""
    if _UUID.fullmatch(value):
        return f"{_ZEROS}{number:012d}"
    prefix = _PREFIX.match(value)
    start = prefix.end() if prefix else 0
    shape = list(value[start:])
    places = [index for index, character in enumerate(shape) if character.isalnum()]
    digits = str(number).rjust(len(places), "0")
    for index, digit in zip(reversed(places), reversed(digits), strict=False):
        shape[index] = digit
    return value[:start] + digits[: max(0, len(digits) - len(places))] + "".join(shape)
