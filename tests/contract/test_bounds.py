"""The mock server refuses exactly the requests that the document refuses.

Each value of each example is put to its bounds and past them, given another type, nulled and left out. Whether the
result fits is the document's to say, by a validator that is not the mock server's; the mock server has to agree.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from quant_ai_contract import ContractOperation
from quant_ai_contract.references import ResolvedNode

from .support.raw_client import NO_BODY, Call
from .support.spec import contract
from .support.target import Target

BODIES = [found for found in contract().operations.values() if found.body is not None]
LOST: Any = object()
SEEN: dict[str, set[Any]] = {}  # by service: what lies deep in a body is often that of other bodies, and tried once
MANY = 5000  # more than most bounds let through: a bound that one party has lost is met by the other one


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in BODIES])
def test_a_body_is_refused_just_where_the_document_refuses_it(target: Target, operation: ContractOperation) -> None:
    assert operation.body is not None
    assert operation.body.schema is not None
    schema = operation.body.schema
    wire = target.wire()
    path = dict.fromkeys(operation.path_parameters, "no-such-thing")
    wrong = []
    bodies = list(operation.body.examples.values())
    seen: set[Any] = set()
    for number, body in enumerate((*bodies, {})):
        for place, node, value in changes(schema, body):
            # what a switch, or a value of an enum, may stand with, depends on the rest of the body
            switch = isinstance(value, bool) and node.plain("type") == "boolean"
            key = (node.pointer, repr(value), number if switch or value in node.plain("enum", []) else 0)
            known = seen if len(place) == 1 else SEEN.setdefault(target.url, set())
            if key in known:
                continue
            known.add(key)
            changed = put(body, place, value)
            exchange = wire.send(Call(operation, path, {}, changed))
            if (exchange.status == 422) == schema.fits(changed):
                wrong.append(
                    f"{place} = {str(value)[:60]!r}: {exchange.status}, {next(schema.errors(changed), 'fits')}"
                )
    assert not wrong, "\n".join(wrong[:20])
    assert len(seen) > 3


@pytest.mark.parametrize(
    "operation", [pytest.param(found, id=found.id) for found in contract().operations.values() if found.query]
)
def test_a_query_is_refused_just_where_the_document_refuses_it(target: Target, operation: ContractOperation) -> None:
    wire = target.wire()
    path = dict.fromkeys(operation.path_parameters, "no-such-thing")
    body = next(iter(operation.body.examples.values())) if operation.body is not None else NO_BODY
    for name, parameter in operation.query.items():
        for value in values_of(parameter.schema):
            if isinstance(value, (dict, list)) or value is None or value is LOST:
                continue
            exchange = wire.send(Call(operation, path, {name: value}, body))
            text = str(value).lower() if isinstance(value, bool) else str(value)
            fits = any(parameter.schema.fits(reading) for reading in (value, text, as_number(text)))
            assert (exchange.status != 422) == fits, f"{name}={text[:60]}: {exchange.status}"


def as_number(text: str) -> Any:
    try:
        return int(text)
    except ValueError:
        return text


def changes(schema: ResolvedNode, body: Any) -> Iterator[tuple[tuple[Any, ...], ResolvedNode, Any]]:
    """Places in a body, with other values for them; places that are deep and empty with a few values."""
    for place, node in places(schema, body):
        for value in values_of(node):
            yield place, node, value
    for place, node in empty(schema, body):
        for value in values_of(node) if len(place) == 1 else (None, "", -1, MANY, "x" * MANY):
            yield place, node, value


def empty(
    schema: ResolvedNode, value: Any, here: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], ResolvedNode]]:
    """Every place inside a value that the document describes, and where the value has nothing."""
    if isinstance(value, dict):
        for name, node in properties(schema, value).items():
            if name in value:
                yield from empty(node, value[name], (*here, name))
            else:
                yield (*here, name), node
    elif isinstance(value, list):
        for node in parts(schema, value):
            if "items" in node and value:
                yield from empty(node["items"], value[0], (*here, 0))


def places(
    schema: ResolvedNode, value: Any, here: tuple[Any, ...] = ()
) -> Iterator[tuple[tuple[Any, ...], ResolvedNode]]:
    """Every place inside a value that the document describes, with its schema."""
    if isinstance(value, dict):
        for name, node in properties(schema, value).items():
            if name in value:
                yield (*here, name), node
                yield from places(node, value[name], (*here, name))
    elif isinstance(value, list):
        for node in parts(schema, value):
            if "items" in node and value:
                yield (*here, 0), node["items"]
                yield from places(node["items"], value[0], (*here, 0))


def properties(schema: ResolvedNode, value: Any) -> dict[str, ResolvedNode]:
    return {
        name: found
        for node in parts(schema, value)
        if "properties" in node
        for name, found in node["properties"].items()
    }


def parts(schema: ResolvedNode, value: Any) -> Iterator[ResolvedNode]:
    """A schema and the members of it that a value fits."""
    yield schema
    for word in ("allOf", "anyOf", "oneOf"):
        if word in schema:
            for member in schema[word].elements():
                if "properties" not in schema and (word == "allOf" or member.fits(value)):
                    yield from parts(member, value)


def values_of(schema: ResolvedNode) -> Iterator[Any]:
    """Values on either side of every bound of a schema."""
    yield from (None, LOST, True, False, "", "no such value", [], {}, 0, -1, 1.5, "1", MANY, "x" * MANY)
    for node in everything(schema):
        if "items" in node:
            yield [example_of(node["items"])] * (MANY // 10)
        for word, step in (("minimum", 1), ("maximum", 1)):
            bound = node.plain(word)
            if bound is not None:
                small = step if node.plain("type") == "integer" else 0.001
                yield from (bound, bound - small, bound + small)
        for word in ("minLength", "maxLength"):
            length = node.plain(word)
            if length is not None and length < 20_000:
                yield from ("x" * length, "x" * (length + 1), "x" * max(0, length - 1))
        for word in ("minItems", "maxItems"):
            length = node.plain(word)
            if length is not None and "items" in node:
                item = example_of(node["items"])
                yield from ([item] * length, [item] * (length + 1), [item] * max(0, length - 1))
        yield from node.plain("enum", [])
        if node.plain("pattern") is not None:
            yield from ("exec_", "2026-13", "#12345", "a b", "{", "{}", "QUJD", "QUJ")


def everything(schema: ResolvedNode) -> Iterator[ResolvedNode]:
    yield schema
    for word in ("allOf", "anyOf", "oneOf"):
        if word in schema:
            for member in schema[word].elements():
                yield from everything(member)


def example_of(schema: ResolvedNode) -> Any:
    for value in (
        "x",
        1,
        {},
        [],
        "#A1B2C3",
        {"role": "user", "content": "x"},
        {"toolUseId": "x", "result": {}},
        {"content": "x"},
    ):
        if schema.fits(value):
            return value
    return "x"


def put(body: Any, place: tuple[Any, ...], value: Any) -> Any:
    """A copy of a body with another value in one place."""
    changed = copy.deepcopy(body)
    holder = changed
    for step in place[:-1]:
        holder = holder[step]
    if value is LOST:
        if isinstance(holder, dict):
            holder.pop(place[-1], None)
    else:
        holder[place[-1]] = value
    return changed
