"""Turn what YAML can say into what JSON can say.

A status code without quotes is a number, an alias may stand for the same value a billion times or contain itself, and
there are dates, sets and bytes. References and validators need JSON.
"""

from __future__ import annotations

import base64
import math
from typing import Any

MAX_VALUES = 5_000_000  # with every alias written out
MAX_DEPTH = 200


class PlainJsonError(ValueError):
    """A value that JSON cannot hold; the message says which."""


def plain_json(value: Any) -> Any:
    """The value as JSON: names are texts, and nothing is shared.

    Raises:
        PlainJsonError: It contains itself, is too large with its aliases written out, or holds what is no JSON.
    """
    return _Plain().value(value, ())


class _Plain:
    def __init__(self) -> None:
        self._left = MAX_VALUES
        self._above: set[int] = set()

    def value(self, value: Any, place: tuple[object, ...]) -> Any:
        self._left -= 1
        if self._left < 0:
            raise PlainJsonError(f"has more than {MAX_VALUES:,} values, with its aliases written out")
        if isinstance(value, (dict, list, tuple, set)):
            return self._container(value, place)
        if isinstance(value, bytes):
            return base64.b64encode(value).decode()
        if isinstance(value, float) and not math.isfinite(value):
            raise PlainJsonError(f"{_pointer(place)}: JSON has no number {value}")
        if value is None or isinstance(value, (str, bool, int, float)):
            return value
        return str(value)

    def _container(self, value: Any, place: tuple[object, ...]) -> Any:
        if id(value) in self._above:
            raise PlainJsonError(f"{_pointer(place)}: an alias contains itself")
        if len(place) > MAX_DEPTH:
            raise PlainJsonError(f"{_pointer(place[:3])}: nested too deep")
        self._above.add(id(value))
        found: Any
        if isinstance(value, dict):
            found = {(name := _name(key)): self.value(inner, (*place, name)) for key, inner in value.items()}
        else:
            found = [self.value(inner, (*place, at)) for at, inner in enumerate(value)]
        self._above.remove(id(value))
        return found


def _name(key: Any) -> str:
    """A name as it was probably written: `200`, `true`."""
    if isinstance(key, bool):
        return str(key).lower()
    return "null" if key is None else str(key)


def _pointer(place: tuple[object, ...]) -> str:
    return "#" + "".join(f"/{step}" for step in place)
