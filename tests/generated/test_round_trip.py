"""For every schema: from_dict(x).to_dict() == x, also with unknown fields, and for deep and pickled copies."""

from __future__ import annotations

import copy
import importlib
import pickle
from functools import partial
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.committed_spec import committed_spec
from tests.generated import support

from openapi import Spec, ref_name

REAL = committed_spec()
NASTY = Spec.load(support.NASTY)

NAMES = st.text("abcxyz_", min_size=1, max_size=4).map(lambda name: f"x-{name}")
LEAVES = st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=3)
ANY = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner, max_size=2))
INSTANTS = st.sampled_from(
    [
        "2026-01-02T03:04:05Z",
        "2026-01-02T03:04:05.000Z",
        "2026-01-02T03:04:05.123456789+02:00",
        "2026-06-30T23:59:60Z",
        "2026-01-02 03:04:05",
        "2026-01-02",
    ]
)
FORMATS = {
    "date-time": INSTANTS,
    "date": st.dates().map(str),
    "uuid": st.uuids().map(str),
}


def instances(spec: Spec, schema: dict[str, Any], unknown: bool, depth: int = 0) -> st.SearchStrategy[Any]:
    """Instances of a schema. A decoder does not look at constraints other than types, enums and consts."""
    more = partial(instances, spec, unknown=unknown, depth=depth + 1)
    if "$ref" in schema:
        target = spec.components("schemas")[ref_name(schema)]
        return st.deferred(lambda: more(target))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        values: st.SearchStrategy[Any] = st.sampled_from(schema["enum"])
        return values | st.just("an unknown value") if unknown and schema.get("type") == "string" else values
    if "properties" in schema or schema.get("type") == "object" or len(schema.get("allOf", [])) > 1:
        return objects(spec, schema, unknown, depth)
    for keyword in ("anyOf", "oneOf", "allOf"):
        if keyword in schema:
            return st.one_of([more(member) for member in schema[keyword]])
    kinds = schema.get("type", "any")
    return st.one_of(
        [scalar(spec, schema, kind, unknown, depth) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    )


def objects(spec: Spec, schema: dict[str, Any], unknown: bool, depth: int) -> st.SearchStrategy[Any]:
    properties: dict[str, Any] = {}
    required: set[str] = set()
    for part in (schema, *schema.get("allOf", [])):
        part = spec.resolve(part)
        properties |= part.get("properties", {})
        required |= set(part.get("required", []))
    extra = schema.get("additionalProperties")
    known = {
        name: instances(spec, item, unknown, depth + 1)
        for name, item in properties.items()
        if name in required or depth < 3
    }
    given_ = st.fixed_dictionaries(
        {name: value for name, value in known.items() if name in required},
        optional={name: value for name, value in known.items() if name not in required},
    )
    if isinstance(extra, dict):
        others = st.dictionaries(NAMES, instances(spec, extra, unknown, depth + 1), max_size=0 if depth > 3 else 2)
    else:
        others = st.dictionaries(NAMES, ANY, max_size=2 if unknown or not properties else 0)
    return st.builds(lambda fields, rest: {**rest, **fields}, given_, others)


def scalar(spec: Spec, schema: dict[str, Any], kind: str, unknown: bool, depth: int) -> st.SearchStrategy[Any]:
    if kind == "string":
        return FORMATS.get(schema.get("format", ""), st.text(max_size=5))
    if kind == "array":
        items = instances(spec, schema.get("items", {}), unknown, depth + 1)
        return st.lists(items, max_size=0 if depth > 4 else 2)
    if kind == "object":
        return objects(spec, schema, unknown, depth)
    kinds: dict[str, st.SearchStrategy[Any]] = {
        "integer": st.integers(),
        "number": st.floats(allow_nan=False) | st.integers(),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return kinds.get(kind, ANY)


def frames(spec: Spec) -> set[str]:
    """Schemas of the frames of event streams; only their data have models."""
    return {name for name in spec.components("schemas") if name.endswith("Frame")}


def decoders(package: str) -> dict[str, Any]:
    """Everything in a package that decodes JSON, by the name of its schema."""
    models = importlib.import_module(f"{package}.models")
    found: dict[str, Any] = {}
    for name, module in models._MODULES.items():
        value = getattr(models, name)
        if hasattr(value, "from_dict"):
            found[name] = value.from_dict
        elif function := getattr(importlib.import_module(f"{package}.models.{module}"), f"decode_{module}", None):
            found[name] = function
    return found


def check(package: str, spec: Spec, name: str, unknown: bool) -> None:
    decode = decoders(package).get(name, lambda value: value)
    encode = importlib.import_module(f"{package}.encoding").wire

    @settings(max_examples=10, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(instances(spec, {"$ref": f"#/components/schemas/{name}"}, unknown))
    def round_trip(value: Any) -> None:
        found = decode(value)
        assert encode(found) == value
        for twin in (copy.deepcopy(found), pickle.loads(pickle.dumps(found))):
            assert twin == found
            assert encode(twin) == value

    round_trip()


@pytest.mark.parametrize("unknown", [False, True], ids=["as documented", "with unknown fields"])
@pytest.mark.parametrize("name", sorted(set(REAL.components("schemas")) - frames(REAL)))
def test_every_instance_of_the_real_schemas_comes_back(name: str, unknown: bool) -> None:
    check("quant_ai_client", REAL, name, unknown)


@pytest.mark.parametrize("unknown", [False, True], ids=["as documented", "with unknown fields"])
@pytest.mark.parametrize("name", sorted(set(NASTY.components("schemas")) - frames(NASTY)))
def test_every_instance_of_the_nasty_schemas_comes_back(nasty: ModuleType, name: str, unknown: bool) -> None:
    check("nasty_client", NASTY, name, unknown)


def test_every_schema_of_the_spec_has_a_class_or_describes_a_frame() -> None:
    from quant_ai_client import models

    scalars = {
        name
        for name, schema in REAL.components("schemas").items()
        if schema.get("type") in ("string", "integer", "number", "boolean") and "enum" not in schema
    }
    assert set(REAL.components("schemas")) - frames(REAL) - scalars <= set(models.__all__)
