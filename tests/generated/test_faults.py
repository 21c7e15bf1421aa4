"""A spec with a fault is refused in one line with its place, and nothing is lost silently."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import ParseError
from tests.generated.support import (
    MINIMAL,
    NASTY,
    OBJECT,
    REF,
    contents,
    minimal,
    with_operation,
    with_property,
    with_schemas,
    with_stream,
)

from generator.shape import shape_faults


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("openapi: 3.1.1\n  info: {}\n", "spec.yaml:2:7: "),
        ("openapi: [\n", "spec.yaml:2:1: "),
        ("- a list\n", "spec.yaml:1:1: "),
        ("", "spec.yaml:1:1: "),
        (
            "openapi: 3.1.1\ninfo:\n  title: a\n  title: b\n",
            "spec.yaml:4:3: the key title is here a second time; remove one",
        ),
        ("openapi: 3.1.1\nwhen: 2026-01-01\n", "spec.yaml:2:7: 2026-01-01 means one thing in YAML 1.1"),
        ("openapi: 3.1.1\nyes: no\n", "spec.yaml:2:1: the key yes is true or false in YAML 1.1"),
        ("openapi: 3.1.1\npaths: {}\n", "spec.yaml:1:1: "),
        ("openapi: 3.1.1\ninfo: {title: a, version: b}\npaths: []\n", "spec.yaml:3:1: "),
        ("openapi: 3.1.1\ninfo: {title: a, version: b}\npaths:\n  /a:\n    get: text\n", "spec.yaml:5:5: "),
    ],
)
def test_a_malformed_spec_gives_one_line_with_its_place_and_leaves_the_package(
    generate_here: Any, tmp_path: Path, text: str, place: str
) -> None:
    output = tmp_path / "client"
    generate_here("--spec", minimal(tmp_path), "--output", output)
    before = contents(output)
    broken = tmp_path / "spec.yaml"
    broken.write_text(text)
    done = generate_here("--spec", broken, "--output", output)
    assert done.returncode == 2
    assert done.stderr.startswith(place), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert contents(output) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["client", "spec.yaml"]


@pytest.mark.parametrize(
    ("data", "what", "fix"),
    [
        ({"swagger": "2.0"}, "Swagger 2.0 is not read", "write OpenAPI 3.1, with openapi: 3.1.1"),
        ({"info": {"version": 1.5}}, '1.5 is not of type "string"', "write it in quotes, as '1.5'"),
        ({"info": {"title": True}}, 'true is not of type "string"', "write it in quotes, as 'true'"),
        (
            {"components": {"schemas": {"A": {"minimum": "5"}}}},
            '"5" is not of type "number"',
            "write 5 without quotes",
        ),
        (
            {"components": {"schemas": {"A": {"uniqueItems": "true"}}}},
            '"true" is not of type "boolean"',
            "write true without quotes",
        ),
    ],
)
def test_a_value_of_another_type_says_how_to_write_it(data: Any, what: str, fix: str) -> None:
    spec = data if "swagger" in data else {"openapi": "3.1.1", "info": {}, "paths": {}} | data
    assert (what, fix) in [(found.what, found.fix) for found in shape_faults(spec)]


def test_a_missing_spec_gives_one_line(generate: Any, tmp_path: Path) -> None:
    done = generate("--spec", tmp_path / "none.yaml", "--output", tmp_path / "client")
    assert done.returncode == 2
    assert done.stderr == "none.yaml: No such file or directory\n"


POLLS = {
    "state": "state",
    "succeeded": ["a"],
    "failed": ["b"],
    "firstInterval": 1,
    "maxInterval": 5,
    "deadline": 60,
}
PAGES = {"style": "cursor", "in": "query", "cursor": "c", "next": "n", "limit": "l", "items": "things"}
REFUSED = {
    "another spelling of nothing": (
        with_schemas(Thing={"type": "object", "properties": {"a": {"type": "string", "x-alias-of": "b"}}}),
        "a is an alias of b, which is not another property",
    ),
    "members without a mark": (
        with_schemas(A=OBJECT, B=OBJECT, U={"anyOf": [{"$ref": f"#/components/schemas/{n}"} for n in "AB"]}),
        "A cannot be distinguished from the other members",
    ),
    "names that differ by case": (with_schemas(AiModel=OBJECT, AIModel=OBJECT), "would share the module ai_model"),
    "a parameter without name": (
        with_operation(parameters=[{"in": "query", "schema": {}}]),
        '"name" is a required',
    ),
    "a word that is not a type": (with_property({"type": "strnig"}), '"strnig" is not valid'),
    "a bound that is not a number": (with_property({"type": "integer", "minimum": "1"}), '"1" is not of type "number"'),
    "a misspelt word": (with_operation(sumary="List"), "'sumary' was unexpected"),
    "an extension of another shape": (with_operation(**{"x-idempotent": "yes"}), '"yes" is not of type "boolean"'),
    "pages of a missing reply": (
        with_operation(
            responses={"204": {"description": "none"}},
            **{"x-pagination": {"style": "offset", "in": "query", "offset": "o", "limit": "l"}},
        ),
        "x-pagination is about the reply 200, which is missing",
    ),
    "an unknown polled property": (with_operation(**{"x-polling": POLLS}), "the reply has no property state"),
    "an unknown message of an error": (
        with_operation(**{"x-polling": {**POLLS, "state": "name", "error": "name", "message": "text"}}),
        "name has no property text",
    ),
    "tool calls that the reply lacks": (
        with_operation(**{"x-tool-calls": {"calls": "calls", "id": "id", "name": "name", "input": "input"}}),
        "the reply has no calls",
    ),
    "tool calls without fields": (
        with_operation(**{"x-tool-calls": {"calls": "name", "id": "id", "name": "name", "input": "input"}}),
        "there is no property id",
    ),
    "an unknown page property": (with_operation(**{"x-pagination": PAGES}), "the reply has no property things"),
    "a stream without frames": (
        with_operation(responses={"200": {"description": "", "content": {"text/event-stream": {"schema": {}}}}}),
        "move it to components/schemas, as a union of frames",
    ),
    "a filled field that the reply lacks": (
        with_stream(fill={"state": {"event": "end", "from": "why"}}),
        "the reply has no state",
    ),
    "a filled field that the event lacks": (
        with_stream(fill={"name": {"event": "end", "from": "reason"}}),
        "the event end has no property reason",
    ),
    "a filled field of no event": (
        with_stream(fill={"name": {"event": "done", "from": "why"}}),
        "the stream has no event done",
    ),
    "a collection of scalars": (
        with_stream(collect={"name": {"event": "end", "from": "why"}}),
        "name is not an array of objects",
    ),
    "a collected field that its items lack": (
        with_stream(collect={"parts": {"event": "end", "from": "why", "item": {"id": ["why"]}}}),
        "Thing has no property id",
    ),
    "an object that is sent as a schema that is not there": (
        with_schemas(Part={"type": "object", "properties": {"a": {"type": "string"}}, "x-sent-as": {"Gone": {}}}),
        "there is no schema Gone; name another",
    ),
    "two operations of one name": (
        lambda data: data["paths"].update(
            {"/other": {"get": {**data["paths"]["/things"]["get"], "operationId": "thingsList"}}}
        ),
        "would share the module things_list",
    ),
}


@pytest.mark.parametrize(("change", "message"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_together_is_refused_with_its_place(
    generate_here: Any, tmp_path: Path, change: Any, message: str
) -> None:
    done = generate_here("--spec", minimal(tmp_path, change), "--output", tmp_path / "client")
    assert done.returncode == 2, done.stdout + done.stderr
    assert message in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    line, column = done.stderr.split(":")[1:3]
    assert int(line) > 0
    assert int(column) > 0
    assert not (tmp_path / "client").exists()


def _lose_an_operation(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints.pop()
    return "the operation things_watch was lost"


def _lose_a_parameter(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints[0].query_parameters.pop(0)
    return "things_list: the parameter cursor was lost"


def _lose_a_body(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints[1].bodies.clear()
    return "things_create: the body was lost"


def _lose_a_reply(parsed: Any) -> str:
    parsed.endpoint_collections_by_tag["things"].endpoints[1].responses.patterns.pop()
    return "things_create: the reply 409 was lost"


def _lose_a_schema(parsed: Any) -> str:
    parsed.models[:] = [model for model in parsed.models if model.class_info.name != "Tree"]
    return "the parser lost the schema Tree"


def _lose_a_schema_with_a_word(parsed: Any) -> str:
    parsed.errors.append(ParseError(header="Could not read it", detail="at /components/schemas/Tree"))
    return "Could not read it"


LOSSES = (
    *(_lose_an_operation, _lose_a_parameter, _lose_a_body, _lose_a_reply),
    *(_lose_a_schema, _lose_a_schema_with_a_word),
)


@pytest.mark.parametrize("lose", LOSSES)
def test_what_the_parser_loses_is_named(
    generate_here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lose: Callable[[Any], str]
) -> None:
    expected: list[str] = []
    whole = GeneratorData.from_dict

    def from_dict(data: dict[str, Any], *, config: Any) -> Any:
        parsed = whole(data, config=config)
        expected.append(lose(parsed))
        return parsed

    monkeypatch.setattr(GeneratorData, "from_dict", staticmethod(from_dict))
    done = generate_here("--spec", NASTY, "--output", tmp_path / "client")
    assert done.returncode == 2
    assert expected[0] in done.stderr
    assert not (tmp_path / "client").exists()


def test_whatever_is_wrong_with_a_spec_is_reported_in_one_line(
    generate_here: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = subprocess.CompletedProcess([], 0, "", "")
    monkeypatch.setattr(sys.modules["generate"].subprocess, "run", lambda *_, **__: laid_out)
    codes = Counter[int]()
    for pointer in list(pointers(yaml.safe_load(MINIMAL))):
        for value in (..., None, [], {}, "x", 3, True, [None], {"a": 1}, REF):

            def change(data: Any, pointer: list[Any] = pointer, value: Any = value) -> None:
                *way, last = pointer
                for step in way:
                    data = data[step]
                data[last] = value
                if value is ...:
                    del data[last]

            done = generate_here("--spec", minimal(tmp_path, change), "--output", tmp_path / "client")
            codes[done.returncode] += 1
            assert done.stderr.count("\n") == (done.returncode == 2), done.stderr
    assert codes.keys() == {0, 2}
    assert codes[2] > codes[0] > 10


def pointers(value: Any, place: tuple[Any, ...] = ()) -> Iterator[list[Any]]:
    """The places of all values inside a value."""
    for step, inner in value.items() if isinstance(value, dict) else ():
        yield [*place, step]
        yield from pointers(inner, (*place, step))
