"""Values on both sides of the bounds of a schema, and the places in a body to put them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quant_ai_contract.references import ResolvedNode

from .json_values import ABSENT

Place = tuple[Any, ...]

MANY = 5000  # more than most bounds allow, so that a bound that one party lacks meets one that the other has
LONGEST = 20_000  # longer bounds are not tried
COMPOSITIONS = ("allOf", "anyOf", "oneOf")
MISMATCHES = ("exec_", "2026-13", "#12345", "a b", "{", "{}", "QUJD", "QUJ")  # each breaks some pattern
ITEMS = (
    "x", 1, {}, [], "#A1B2C3", {"role": "user", "content": "x"}, {"toolUseId": "x", "result": {}}, {"content": "x"},
)  # fmt: skip


def changes(schema: ResolvedNode, body: Any) -> Iterator[tuple[Place, ResolvedNode, Any]]:
    """The places in a body, each with other values; deep places that are empty get a few values only."""
    for place, node in filled_places(schema, body):
        for value in boundary_values(node):
            yield place, node, value
    for place, node in empty_places(schema, body):
        for value in boundary_values(node) if len(place) == 1 else (None, "", -1, MANY, "x" * MANY):
            yield place, node, value


def filled_places(schema: ResolvedNode, value: Any, here: Place = ()) -> Iterator[tuple[Place, ResolvedNode]]:
    """Every place that the spec describes and where a value has something, with its schema."""
    if isinstance(value, dict):
        for name, node in _properties(schema, value).items():
            if name in value:
                yield (*here, name), node
                yield from filled_places(node, value[name], (*here, name))
    elif isinstance(value, list):
        for node in _parts(schema, value):
            if "items" in node and value:
                yield (*here, 0), node["items"]
                yield from filled_places(node["items"], value[0], (*here, 0))


def empty_places(schema: ResolvedNode, value: Any, here: Place = ()) -> Iterator[tuple[Place, ResolvedNode]]:
    """Every place that the spec describes and where a value has nothing, with its schema."""
    if isinstance(value, dict):
        for name, node in _properties(schema, value).items():
            if name in value:
                yield from empty_places(node, value[name], (*here, name))
            else:
                yield (*here, name), node
    elif isinstance(value, list):
        for node in _parts(schema, value):
            if "items" in node and value:
                yield from empty_places(node["items"], value[0], (*here, 0))


def boundary_values(schema: ResolvedNode) -> Iterator[Any]:
    """Values of all types, and values on both sides of every bound of a schema."""
    yield from (None, ABSENT, True, False, "", "no such value", [], {}, 0, -1, 1.5, "1", MANY, "x" * MANY)
    for node in _with_members(schema):
        if "items" in node:
            yield [_item(node["items"])] * (MANY // 10)
        for word in ("minimum", "maximum"):
            bound = node.plain(word)
            if bound is not None:
                step = 1 if node.plain("type") == "integer" else 0.001
                yield from (bound, bound - step, bound + step)
        for word in ("minLength", "maxLength"):
            length = node.plain(word)
            if length is not None and length < LONGEST:
                yield from ("x" * length, "x" * (length + 1), "x" * max(0, length - 1))
        for word in ("minItems", "maxItems"):
            length = node.plain(word)
            if length is not None and "items" in node:
                item = _item(node["items"])
                yield from ([item] * length, [item] * (length + 1), [item] * max(0, length - 1))
        yield from node.plain("enum", [])
        if node.plain("pattern") is not None:
            yield from MISMATCHES


def _properties(schema: ResolvedNode, value: Any) -> dict[str, ResolvedNode]:
    parts = [node for node in _parts(schema, value) if "properties" in node]
    return {name: found for node in parts for name, found in node["properties"].items()}


def _parts(schema: ResolvedNode, value: Any) -> Iterator[ResolvedNode]:
    """A schema, and those of its members that a value fits."""
    yield schema
    for word in COMPOSITIONS:
        for member in schema[word].elements() if word in schema else ():
            if "properties" not in schema and (word == "allOf" or member.fits(value)):
                yield from _parts(member, value)


def _with_members(schema: ResolvedNode) -> Iterator[ResolvedNode]:
    """A schema and all of its members."""
    yield schema
    for word in COMPOSITIONS:
        for member in schema[word].elements() if word in schema else ():
            yield from _with_members(member)


def _item(schema: ResolvedNode) -> Any:
    """A valid item of an array, if one of a few is."""
    return next((value for value in ITEMS if schema.fits(value)), "x")
