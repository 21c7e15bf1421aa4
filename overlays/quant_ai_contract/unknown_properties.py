"""Find the properties of a value that its schema does not describe.

They are allowed, since the service may add properties at any time. But in a request they are most often a typing
error, and in a reply they are news.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .references import ResolvedNode, escape
from .spec_file import Json

_SEVERAL: Final = ("allOf", "anyOf", "oneOf", "if", "then", "else")


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
    schemas = list(_parts(schema, value))
    if isinstance(value, list):
        items = [part["items"] for part in schemas if "items" in part]
        for index, item in enumerate(value):
            yield from _first(items, item, (*at, index))
    elif isinstance(value, dict):
        known = [part for part in schemas if "properties" in part]
        other = [part["additionalProperties"] for part in schemas if "additionalProperties" in part]
        for name, inner in value.items():
            places = [part["properties"][name] for part in known if name in part["properties"]]
            if places:
                if isinstance(inner, (dict, list)):
                    yield from _first(places, inner, (*at, name))
            elif known and not other:
                yield (*at, name), known[0], inner
            elif other and isinstance(other[0].value, dict):
                yield from unknown_members(other[0], inner, (*at, name))


def _first(schemas: list[ResolvedNode], value: Json, at: Steps) -> Iterator[Member]:
    """What the schema that describes most of the value does not describe."""
    if len(schemas) == 1:
        yield from unknown_members(schemas[0], value, at)
        return
    found = [list(unknown_members(schema, value, at)) for schema in schemas]
    yield from min(found, key=len, default=[])


def _parts(schema: ResolvedNode, value: Json) -> Iterator[ResolvedNode]:
    """The schema and its members: all of allOf, and those of anyOf and oneOf that the value fits."""
    yield schema
    for keyword in _SEVERAL:
        inner = schema.get(keyword)
        if inner is None:
            continue
        members = list(inner.elements()) if isinstance(inner.value, list) else [inner]
        for member in members:
            if keyword not in ("anyOf", "oneOf") or member.fits(value):
                yield from _parts(member, value)
