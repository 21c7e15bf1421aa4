"""Find the properties of a value that its schema does not describe.

They are allowed, since the service may add properties at any time. But in a request they are most often a typing
error, and in a reply they are news.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from quant_ai_common.json_values import Json

from .references import ResolvedNode, escape

_SEVERAL: Final = ("allOf", "anyOf", "oneOf", "if", "then", "else")
_MOST_SCHEMAS: Final = 5000  # that are remembered; the spec has fewer

Steps = tuple[str | int, ...]
Member = tuple[Steps, ResolvedNode, Json]
"""The steps to a property, the schema of the object that it is in, and its value."""


def unknown_properties(schema: ResolvedNode, value: Json) -> Iterator[str]:
    """JSON pointers to the properties that no part of the schema describes."""
    return ("".join(f"/{escape(step)}" for step in steps) for steps, _, _ in unknown_members(schema, value))


def unknown_members(schema: ResolvedNode, value: Json, at: Steps = ()) -> Iterator[Member]:
    """The properties that no part of the schema describes."""
    if not isinstance(value, (dict, list)):
        return
    schemas = _parts(schema, value)
    if isinstance(value, list):
        items = [part["items"] for part in schemas if "items" in part]
        for index, item in enumerate(value):
            yield from _first(items, item, (*at, index))
    elif isinstance(value, dict):
        known = [found for part in schemas if (found := _properties(part)) is not None]
        other = [part["additionalProperties"] for part in schemas if "additionalProperties" in part]
        for name, inner in value.items():
            if isinstance(inner, (dict, list)):
                places = [found[name] for found in known if name in found]
                if places:
                    yield from _first(places, inner, (*at, name))
                    continue
            elif any(name in found for found in known):
                continue
            if known and not other:
                yield (*at, name), next(part for part in schemas if "properties" in part), inner
            elif other and isinstance(other[0].value, dict):
                yield from unknown_members(other[0], inner, (*at, name))


def _first(schemas: list[ResolvedNode], value: Json, at: Steps) -> Iterator[Member]:
    """What the schema that describes most of the value does not describe."""
    if len(schemas) == 1:
        yield from unknown_members(schemas[0], value, at)
        return
    found = [list(unknown_members(schema, value, at)) for schema in schemas]
    yield from min(found, key=len, default=[])


def _parts(schema: ResolvedNode, value: Json) -> list[ResolvedNode]:
    """The schema and its members: all of allOf, and those of anyOf and oneOf that the value fits."""
    found = [schema]
    for member, is_choice in _members(schema):
        if not is_choice or member.fits(value):
            found += _parts(member, value)
    return found


# What a schema says is looked up for each value of each body, and is always the same.


@lru_cache(_MOST_SCHEMAS)
def _members(schema: ResolvedNode) -> tuple[tuple[ResolvedNode, bool], ...]:
    """The members of a schema, and whether each is one of several that a value need not fit."""
    found: list[tuple[ResolvedNode, bool]] = []
    for keyword in _SEVERAL:
        inner = schema.get(keyword)
        if inner is not None:
            members = inner.elements() if isinstance(inner.value, list) else [inner]
            found += [(member, keyword in ("anyOf", "oneOf")) for member in members]
    return tuple(found)


@lru_cache(_MOST_SCHEMAS)
def _properties(schema: ResolvedNode) -> Mapping[str, ResolvedNode] | None:
    """The properties that a schema describes; None if it names none."""
    return dict(schema["properties"].items()) if "properties" in schema else None
