"""From a type to its schema, to an instance of the schema, to JSON, to a value of the type, and back."""

from __future__ import annotations

import dataclasses
import enum
import json
from datetime import date, datetime, time
from decimal import Decimal
from itertools import count
from typing import Annotated, Any, Literal, NamedTuple, NotRequired, TypedDict
from uuid import UUID

import annotated_types
import attrs
import jsonschema_rs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quant_ai.json_types.schemas import schema_of
from quant_ai.models import ChatReply
from quant_ai.parsing.reply_format import ReplyFormat
from quant_ai.tools.json_results import to_json


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


@dataclasses.dataclass
class Node:
    name: str
    children: list[Node] = dataclasses.field(default_factory=list)


SCALARS: list[Any] = [
    *(str, int, float, bool, None, date, datetime, time, UUID, Decimal, Colour, Node),
    *(Literal["a", 1], Annotated[int, annotated_types.Interval(ge=2, le=9)], Annotated[str, annotated_types.MinLen(1)]),
]
NUMBERS = count()


def made_class(kind: str, hints: list[Any]) -> Any:
    """A class with a field for each type, of which every other may be left out."""
    number = next(NUMBERS)
    names = [f"f{position}" for position in range(len(hints))]
    if kind == "TypedDict":
        return TypedDict(  # type: ignore[operator]
            f"T{number}", {n: NotRequired[h] if int(n[1:]) % 2 else h for n, h in zip(names, hints, strict=True)}
        )
    if kind == "NamedTuple":
        return NamedTuple(f"N{number}", list(zip(names, hints, strict=True)))  # type: ignore[misc]
    if kind == "attrs":
        fields = {n: attrs.field(type=h or type(None), kw_only=True) for n, h in zip(names, hints, strict=True)}
        return attrs.make_class(f"A{number}", fields)
    missing = dataclasses.field(default=None)
    pairs = [(n, h | None, missing) if int(n[1:]) % 2 and h is not None else (n, h) for n, h in zip(names, hints)]  # noqa: B905
    return dataclasses.make_dataclass(f"D{number}", pairs, kw_only=True)


def around(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    kinds = st.sampled_from(["dataclass", "TypedDict", "NamedTuple", "attrs"])
    return st.one_of(
        inner.map(lambda hint: list[hint]),  # type: ignore[valid-type]
        inner.map(lambda hint: dict[str, hint]),  # type: ignore[valid-type]
        inner.map(lambda hint: tuple[hint, ...]),  # type: ignore[valid-type]
        st.tuples(inner, inner).map(lambda pair: tuple[pair[0], pair[1]]),  # type: ignore[name-defined]
        inner.map(lambda hint: hint | None if hint is not None else int | None),
        st.builds(made_class, kinds, st.lists(inner, min_size=1, max_size=3)),
    )


TYPES = st.recursive(st.sampled_from(SCALARS), around, max_leaves=5)
FORMATS: dict[str, st.SearchStrategy[str]] = {
    "date": st.dates().map(str),
    "date-time": st.datetimes().map(datetime.isoformat),
    "time": st.times().map(str),
    "uuid": st.uuids().map(str),
    "decimal": st.decimals(allow_nan=False, allow_infinity=False).map(str),
}


def instances(schema: dict[str, Any], root: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Values that fit a schema."""
    if "$ref" in schema:
        return instances(root["$defs"][schema["$ref"].rpartition("/")[2]], root, depth + 1)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "anyOf" in schema:
        return st.one_of([instances(member, root, depth) for member in schema["anyOf"]])
    kind = schema.get("type")
    if kind == "object" and "properties" in schema:
        fields = {name: instances(inner, root, depth) for name, inner in schema["properties"].items()}
        required = {name: fields[name] for name in schema["required"]}
        left_out = {name: field for name, field in fields.items() if name not in required}
        return st.fixed_dictionaries(required, optional=left_out if depth < 3 else {})
    if kind == "object":
        return st.dictionaries(st.text(max_size=5), instances(schema["additionalProperties"], root, depth), max_size=2)
    if "prefixItems" in schema:
        return st.tuples(*(instances(member, root, depth) for member in schema["prefixItems"])).map(list)
    if kind == "array" and depth > 2:
        return st.just([])
    if kind == "array":
        return st.lists(instances(schema["items"], root, depth), max_size=2)
    if kind == "string":
        return FORMATS.get(schema.get("format", ""), st.text(min_size=schema.get("minLength", 0), max_size=5))
    plain: dict[Any, st.SearchStrategy[Any]] = {
        "integer": st.integers(schema.get("minimum"), schema.get("maximum")),
        "number": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-100, 100),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return plain[kind]


@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_fits_a_schema_is_a_value_of_its_type(data: st.DataObject) -> None:
    hint = data.draw(TYPES)
    schema = schema_of(hint)
    instance = data.draw(instances(schema, schema))
    assert jsonschema_rs.is_valid(schema, instance)
    value = parsed(hint, instance)
    assert parsed(hint, to_json(value)) == value


def parsed(hint: Any, value: Any) -> Any:
    """What is read when a model replies with a JSON value."""
    expected: ReplyFormat[Any] = ReplyFormat(hint)
    text = json.dumps({"value": value} if expected.wrapped else value)
    return expected.reply(ChatReply.from_dict({"response": {"content": text}})).parsed
