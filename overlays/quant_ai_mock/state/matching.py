"""Compare a request with a recorded one, and say where they differ.

Not everything has to be equal: the order of keys, names that are to be ignored, what the recorder took out of the
recording, and ids that no recorded exchange knows, since the mock or the test itself made them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Set
from typing import Any

from .recorded import NOT_JSON, RecordedExchange, json_of

# What the recorder writes in place of secrets, ids and e-mail addresses, and what each of them may stand for.
_REMOVED = re.compile(
    r"(REDACTED)|(person-[0-9]+@example\.com)|(00000000-0000-4000-8000-[0-9]{12})|(organisation-[0-9]+)|(0{5,}[0-9]+)"
)
_MEANING = (".*", r"[^\s@]+@[^\s@]+", "[0-9A-Fa-f-]{36}", r"[^/\s]+", "[0-9A-Za-z]+")
_ID = re.compile(
    r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
    r"|(?<![0-9A-Za-z])[a-z]{1,40}(?:_[a-z]{1,40}){0,5}[_-][0-9A-Za-z_]{8,}"
)
_SHOWN = 60  # characters of a value that are shown

Difference = tuple[str, str, str]
"""Where two requests differ, what was recorded there, and what was sent."""


class Matcher:
    """Compares requests, knowing what to ignore and which ids were recorded."""

    def __init__(self, ignore: Set[str], known_ids: Set[int]) -> None:
        """`ignore` has names of members and parameters, and JSON pointers, in which `*` stands for any step.

        `known_ids` has hashes of the ids that were recorded.
        """
        self._names = {one for one in ignore if not one.startswith("/")}
        self._pointers = [one.split("/")[1:] for one in ignore if one.startswith("/")]
        self._known_ids = known_ids

    def is_same_path(self, recorded: str, path: str) -> bool:
        """Whether a request goes to a recorded path."""
        before, after = recorded.split("/"), path.split("/")
        return len(before) == len(after) and all(map(self._same_text, before, after))

    def fingerprint(self, query: list[tuple[str, str]], body: bytes) -> int:
        """Equal for requests to one path that say the same, apart from what is to be ignored."""
        value = json_of(body)
        try:
            said = body if value is NOT_JSON else json.dumps(self._kept(value, []), sort_keys=True)
        except RecursionError:
            said = body
        return hash((json.dumps(self._by_name(query), sort_keys=True), said))

    def _kept(self, value: Any, at: list[str]) -> Any:
        """A JSON value without what is to be ignored."""
        if isinstance(value, dict):
            members = {name: self._kept(inner, [*at, name]) for name, inner in value.items()}
            return {name: inner for name, inner in members.items() if not self._is_ignored([*at, name])}
        if isinstance(value, list):
            return [
                None if self._is_ignored([*at, str(index)]) else self._kept(inner, [*at, str(index)])
                for index, inner in enumerate(value)
            ]
        return value

    def differences(
        self, recorded: RecordedExchange, query: list[tuple[str, str]], body: bytes
    ) -> Iterator[Difference]:
        """Where a request to the same path differs."""
        yield from self._query(recorded.query, query)
        yield from self._bodies(recorded.body, body)

    def _query(self, before: list[tuple[str, str]], after: list[tuple[str, str]]) -> Iterator[Difference]:
        first, second = (self._by_name(pairs) for pairs in (before, after))
        for name in dict.fromkeys([*first, *second]):
            old, new = first.get(name, []), second.get(name, [])
            if len(old) != len(new) or not all(map(self._same_text, old, new)):
                yield f"query {name}", ", ".join(old) or "nothing", ", ".join(new) or "nothing"

    def _by_name(self, pairs: list[tuple[str, str]]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name, value in pairs:
            if name not in self._names:
                found.setdefault(name, []).append(value)
        return found

    def _bodies(self, before: bytes, after: bytes) -> Iterator[Difference]:
        old, new = json_of(before), json_of(after)
        if old is not NOT_JSON and new is not NOT_JSON:
            yield from self._values(old, new, [])
        elif before != after and not self._same_text(before.decode("latin-1"), after.decode("latin-1")):
            yield "body", shown(before.decode("utf-8", "replace")), shown(after.decode("utf-8", "replace"))

    def _values(self, old: Any, new: Any, at: list[str]) -> Iterator[Difference]:
        if self._is_ignored(at):
            return
        if isinstance(old, dict) and isinstance(new, dict):
            for name in dict.fromkeys([*old, *new]):
                yield from self._values(old.get(name, NOT_JSON), new.get(name, NOT_JSON), [*at, name])
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for index, (first, second) in enumerate(zip(old, new, strict=True)):
                yield from self._values(first, second, [*at, str(index)])
        elif isinstance(old, str) and isinstance(new, str):
            if not self._same_text(old, new):
                yield _where(at), shown(old), shown(new)
        elif old != new or isinstance(old, bool) != isinstance(new, bool):
            yield _where(at), shown(old), shown(new)

    def _is_ignored(self, at: list[str]) -> bool:
        if at and at[-1] in self._names:
            return True
        return any(
            len(pointer) == len(at) and all(one in ("*", step) for one, step in zip(pointer, at, strict=True))
            for pointer in self._pointers
        )

    def _same_text(self, old: str, new: str) -> bool:
        if old == new:
            return True
        if _REMOVED.search(old) and re.fullmatch(_pattern(old), new, re.DOTALL):
            return True
        shape = _shape(old)
        return shape is not None and shape == _shape(new) and hash(new) not in self._known_ids


def ids_in(text: str) -> Iterator[str]:
    """Everything in a text that looks like an id."""
    return (found[0] for found in _ID.finditer(text))


def shown(value: Any) -> str:
    """A value as a message shows it."""
    if value is NOT_JSON:
        return "nothing"
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _where(at: list[str]) -> str:
    return "/".join(["body", *at])


def _pattern(old: str) -> str:
    pieces, position = [], 0
    for found in _REMOVED.finditer(old):
        pieces += [re.escape(old[position : found.start()]), _MEANING[(found.lastindex or 1) - 1]]
        position = found.end()
    return "".join([*pieces, re.escape(old[position:])])


def _shape(text: str) -> str | None:
    """What an id has in common with others of its kind; None for what is no id."""
    if not _ID.fullmatch(text):
        return None
    return "uuid" if text[8:9] == "-" and len(text) == 36 else re.split(r"(?<=[_-])[0-9A-Za-z_]*$", text)[0]
