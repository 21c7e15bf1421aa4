"""Find the JSON in a reply's text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import orjson

from ..json_text import without_halves
from ..json_types.scalars import ExactFloat

_START: Final = re.compile(r"[{\[]")
_DECODER: Final = json.JSONDecoder(parse_float=ExactFloat.read, parse_constant=lambda _: _refuse())


class FoundJson(NamedTuple):
    """The JSON in a text."""

    value: Any
    alone: bool
    """Whether there is nothing else in the text."""


def find_json(text: str, *, exact: bool = False) -> FoundJson | str:
    """The one JSON value in a text: the whole text, or the only object or array in it.

    Models put JSON into a block of code, or write a sentence before it. If there is more than one, it is not clear
    which is the answer.

    Args:
        text: The text.
        exact: Whether numbers keep their texts, which takes more time.

    Returns:
        The value, or why there is none.
    """
    text = text.strip("\ufeff \t\r\n")
    if not text:
        return "is empty"
    try:
        return FoundJson(_whole(text, exact), alone=True)
    except RecursionError:
        return "is nested too deeply"
    except ValueError:
        pass
    try:
        found = list(_inside(text))
    except RecursionError:
        return "is nested too deeply"
    if not found:
        return "is not JSON"
    if len(found) > 1:
        return f"has {len(found)} JSON values, so it is not clear which is the answer"
    return FoundJson(found[0], alone=False)


def _whole(text: str, exact: bool) -> Any:
    if not exact:
        try:
            return orjson.loads(text)
        except ValueError:  # of half a surrogate pair too
            pass
    return without_halves(_DECODER.decode(text))


def _inside(text: str) -> Iterator[Any]:
    position = 0
    while start := _START.search(text, position):
        try:
            value, position = _DECODER.raw_decode(text, start.start())
        except ValueError:
            position = start.start() + 1
        else:
            yield without_halves(value)


def _refuse() -> Any:
    """Refuse NaN and the infinities, which are no JSON."""
    raise ValueError
