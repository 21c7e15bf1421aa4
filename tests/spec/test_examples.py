"""Every example in the spec is valid against its schema, and has documented properties only."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jsonschema_rs
import pytest
from tests.committed_spec import committed_spec

from openapi import Pointer, Spec

SPEC = Path(__file__).parents[2] / "spec" / "openapi.yaml"
GOOD = Path(__file__).with_name("good.yaml")

Example = tuple[Pointer, Pointer, Any]  # where it is, where its schema is, its value


class Checker:
    """Validates values against the schemas of one spec, with its objects closed to unknown properties."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.tree = copy.deepcopy(spec.data)
        for schema in spec.shapes:
            if isinstance(schema.value, dict) and "properties" in schema.value:
                target: Any = self.tree
                for key in schema.pointer:
                    target = target[key]
                target.setdefault("additionalProperties", False)
        self.registry = jsonschema_rs.Registry([("urn:spec", self.tree)])

    def errors(self, schema: Pointer, value: Any) -> list[str]:
        """What is wrong with a value; empty if it fits."""
        pointer = quote("".join("/" + str(key).replace("~", "~0").replace("/", "~1") for key in schema), safe="/~")
        validator = jsonschema_rs.Draft202012Validator(
            {"$ref": f"urn:spec#{pointer}"}, registry=self.registry, validate_formats=True
        )
        found = [
            f"{'/'.join(map(str, error.instance_path))}: {error.message}" for error in validator.iter_errors(value)
        ]
        return found or (self.payload_errors(schema, value) if isinstance(value, dict) else [])

    def payload_errors(self, schema: Pointer, value: dict[str, Any]) -> list[str]:
        """What is wrong with JSON in a string that has a contentSchema, such as the data of an event."""
        resolved = self.spec.resolve(self.spec.at(schema)) or {}
        members = [self.pointer_of(member) for member in resolved.get("anyOf") or [] if "$ref" in member]
        if members and "properties" not in resolved:
            tried = {str(member[-1]): self.errors(member, value) for member in members}
            return [] if not all(tried.values()) else [f"fits no member: {tried}"]
        errors = []
        for name, found in (resolved.get("properties") or {}).items():
            if name in value and "contentSchema" in found:
                try:
                    payload = json.loads(value[name])
                except ValueError as error:
                    errors.append(f"{name}: {error}")
                else:
                    place = self.pointer_of(found["contentSchema"])
                    errors += [f"{name}: {error}" for error in self.errors(place, payload)]
        return errors

    def pointer_of(self, reference: dict[str, str]) -> Pointer:
        return tuple(reference["$ref"].removeprefix("#/").split("/"))


def examples(spec: Spec) -> Iterator[Example]:
    """Every example and default: of requests, replies, parameters, headers and schemas."""
    for media in spec.media:
        for name, example in (media.value.get("examples") or {}).items():
            yield (*media.pointer, "examples", name), (*media.pointer, "schema"), spec.resolve(example).get("value")
    for kind in ("parameters", "headers"):
        for name, value in spec.components(kind).items():
            place = ("components", kind, name)
            if "example" in value:
                yield (*place, "example"), (*place, "schema"), value["example"]
            for key, example in (value.get("examples") or {}).items():
                yield (*place, "examples", key), (*place, "schema"), example.get("value")
    for schema in spec.shapes:
        given = schema.value if isinstance(schema.value, dict) else {}
        for index, example in enumerate(given.get("examples") or []):
            yield (*schema.pointer, "examples", index), schema.pointer, example
        if "default" in given:
            yield (*schema.pointer, "default"), schema.pointer, given["default"]


THE_SPEC = committed_spec()
EXAMPLES = list(examples(THE_SPEC))


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(THE_SPEC)


@pytest.mark.parametrize("example", EXAMPLES, ids=[" ".join(map(str, example[0])) for example in EXAMPLES])
def test_an_example_is_valid(example: Example, checker: Checker) -> None:
    place, schema, value = example
    assert not checker.errors(schema, value), f"{SPEC.name}:{THE_SPEC.line(place)}"


def test_both_framings_of_a_stream_have_examples() -> None:
    for media in THE_SPEC.media:
        if media.type == "text/event-stream":
            values = [example["value"] for example in media.value["examples"].values()]
            assert any("event" in value for value in values), media.operation
            assert any("event" not in value and '"type"' in value["data"] for value in values), media.operation


def good(old: str, new: str) -> tuple[Checker, list[Example]]:
    text = GOOD.read_text(encoding="utf-8")
    assert text.count(old) == 1
    spec = Spec(text.replace(old, new))
    return Checker(spec), list(examples(spec))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("value: {text: Milk}", "value: {text: 1}"),
        ("value: {text: Milk}", "value: {text: Milk, colour: red}"),
        ("{noteId: n-1, text: Milk, status: kept}", "{noteId: n-1, status: eaten}"),
        ("example: 20", "example: 0"),
        ("example: r-1", "example: 1"),
        ("default: none", "default: 1"),
        ("""'{"noteId":"n-1"}'""", """'{"noteId":1}'"""),
        ("    Labels:\n", "    Labels:\n      examples: [{a: 1}]\n"),
    ],
)
def test_a_wrong_example_is_found(old: str, new: str) -> None:
    checker, found = good(old, new)
    assert [place for place, schema, value in found if checker.errors(schema, value)]


def test_right_examples_are_not_found() -> None:
    checker, found = good("Keeps notes.", "Keeps notes well.")
    assert not [place for place, schema, value in found if checker.errors(schema, value)]
