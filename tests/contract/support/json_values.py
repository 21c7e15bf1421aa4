"""Search and change JSON values."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any

ABSENT: Any = object()
"""In place of a value: leave the property out."""


def canonical(value: Any) -> str:
    """A JSON value as text that is the same for equal values."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def strings(value: Any) -> set[str]:
    """Every string in a JSON value."""
    if isinstance(value, str):
        return {value}
    return {text for inner in members(value) for text in strings(inner)}


def named_strings(value: Any) -> Iterator[tuple[str, str]]:
    """Every string in a JSON value that has a property name, with that name."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(inner, str):
                yield name, inner
    for inner in members(value):
        yield from named_strings(inner)


def names(value: Any) -> set[str]:
    """Every property name in a JSON value."""
    own = set(value) if isinstance(value, dict) else set()
    return own.union(*(names(inner) for inner in members(value)))


def ids(value: Any) -> set[str]:
    """Every string in a JSON value whose property name ends in "id"."""
    return {text for name, text in named_strings(value) if name.lower().endswith("id")}


def list_items(value: Any) -> list[Any]:
    """The items of a list reply: the array itself, or the first array in the object."""
    if isinstance(value, list):
        return value
    return next((inner for inner in members(value) if isinstance(inner, list)), [])


def unwrapped(value: Any, like: Mapping[str, Any]) -> Any:
    """A resource without its envelope: of the objects in a reply, the one with most of these properties."""
    inner = [value, *(found for found in value.values() if isinstance(found, dict))]
    return max(inner, key=lambda found: len(found.keys() & like.keys()))


def without_times(value: Any) -> Any:
    """A JSON value without the properties that differ between two equal resources: times, and their organisation."""
    if isinstance(value, dict):
        kept = {key: inner for key, inner in value.items() if "At" not in key and "ime" not in key and key != "orgId"}
        return {key: without_times(inner) for key, inner in kept.items()}
    return [without_times(inner) for inner in value] if isinstance(value, list) else value


def replaced(value: Any, replacements: Mapping[str, str]) -> Any:
    """A JSON value with some of its strings replaced."""
    if isinstance(value, str):
        return replacements.get(value, value)
    if isinstance(value, dict):
        return {key: replaced(inner, replacements) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, replacements) for inner in value]
    return value


def put(value: Any, place: tuple[Any, ...], new: Any) -> Any:
    """A copy of a JSON value with another value in one place, or without that place if the value is ABSENT."""
    changed = copy.deepcopy(value)
    holder = changed
    for step in place[:-1]:
        holder = holder[step]
    if new is not ABSENT:
        holder[place[-1]] = new
    elif isinstance(holder, dict):
        holder.pop(place[-1], None)
    return changed


def members(value: Any) -> list[Any]:
    """The values of an object or the elements of an array."""
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []
