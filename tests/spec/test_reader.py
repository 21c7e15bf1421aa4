"""scripts/openapi: the spec as values with positions, whatever is wrong with it."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from openapi import Pointer, Spec, SpecFileError, YamlFile


def spec(text: str) -> Spec:
    return Spec(dedent(text))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *[("no", "no"), ("on", "on"), ("2026-01-31", "2026-01-31"), ("12:30", "12:30"), ("1_000", "1_000")],
        *[("true", True), ("false", False), ("null", None), ("~", None), ("", None)],
        *[("7", 7), ("-7", -7), ("010", 10), ("1.5", 1.5), ("1e3", 1000.0), (".5", 0.5)],
        *[("'7'", "7"), ('"true"', "true"), ("2.0.0", "2.0.0")],
    ],
)
def test_a_scalar_has_the_value_that_yaml_1_2_gives_it(text: str, value: Any) -> None:
    found = spec(f"a: {text}\n").data["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "kind", "place", "what"),
    [
        ("a: no\n", "ambiguous-scalar", "1:4", "no means one thing"),
        ("a: [x, 2026-01-31]\n", "ambiguous-scalar", "1:8", "2026-01-31 means one thing"),
        ("a: 010\n", "ambiguous-scalar", "1:4", "010 means one thing"),
        ("a: 0o10\n", "ambiguous-scalar", "1:4", "0o10 means one thing"),
        ("a: {200: x}\n", "ambiguous-scalar", "1:5", "the key 200 is a number in YAML 1.1"),
        ("a: !!str 5\n", "ambiguous-scalar", "1:4", "the tag !!str is not JSON"),
        ("a: !!int '5'\n", "ambiguous-scalar", "1:4", "the tag !!int is not JSON"),
        ("b: &b {c: 1}\na: {<<: *b}\n", "ambiguous-scalar", "2:5", "no merge keys"),
        ("a: !set {b: 1}\n", "ambiguous-scalar", "1:4", "the tag !set is not JSON"),
        ("a: !word b\n", "ambiguous-scalar", "1:4", "the tag !word is not JSON"),
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", "3:1", "the key a is here a second time"),
    ],
)
def test_what_parsers_read_differently_is_a_flaw_with_its_position(text: str, kind: str, place: str, what: str) -> None:
    found = spec(text)
    assert [(flaw.kind, str(flaw.position)) for flaw in found.flaws] == [(kind, place)]
    assert what in found.flaws[0].what
    with pytest.raises(SpecFileError, match=f"^spec/openapi.yaml:{place}: .*{what}"):
        found.require_plain()


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("a: yes", "write true, or 'yes' in quotes"),
        ("a: NULL", "write null, or 'NULL' in quotes"),
        ("a: 1_000", "write 1000, or '1_000' in quotes"),
        ("a: 1e3", "write 1000, or '1e3' in quotes"),
        ("a: 1e400", "write '1e400', in quotes"),
        ("a: 1:30", "write '1:30', in quotes"),
        ("a: 2026-99-31", "write '2026-99-31', in quotes"),
        ("true: a", "write 'true', in quotes"),
        ("a: !!str 5", "write '5', in quotes"),
        ("a: !!set {b}", "leave it out"),
    ],
)
def test_a_flaw_says_what_to_write(text: str, fix: str) -> None:
    assert [flaw.fix for flaw in spec(text).flaws] == [fix]


def test_a_file_without_flaws_is_plain() -> None:
    found = spec("a: 'no'\nb: x\n")
    assert found.flaws == []
    found.require_plain()


def test_an_alias_stands_for_a_copy_and_points_to_what_it_names() -> None:
    found = spec("a: &a {b: [1, {c: 2}]}\nd: *a\n")
    assert found.data["d"] == {"b": [1, {"c": 2}]}
    assert str(found.position(("d",))) == "2:1"
    assert str(found.position(("d", "b", 1, "c"))) == "1:16"


def aliases(levels: int, each: int) -> str:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * each)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


def test_aliases_of_aliases_may_not_multiply_without_end() -> None:
    assert spec(aliases(5, 9)).at(("a4", *[0] * 5)) == "x"
    with pytest.raises(SpecFileError, match=r":8:5: more than 2,000,000 values, with the aliases .*; write components"):
        spec(aliases(40, 9))
    with pytest.raises(SpecFileError, match=r":101:7: values are nested more than 100 deep; write components"):
        spec(aliases(110, 1))


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "1:1: the file is empty; begin with openapi: 3.1.1"),
        ("- a\n", "1:1: the file does not hold a mapping; begin with openapi: 3.1.1"),
        ("text\n", "1:1: the file does not hold a mapping; begin with openapi: 3.1.1"),
        ("a: [\n", "2:1: "),
        ("a: [1, 2\nb: 1\n", "2:2: while parsing a flow sequence did not find expected ',' or ']'; close the bracket"),
        ("a: b: c\n", "1:5: mapping values are not allowed in this context; write a text that has a colon"),
        ("a: &a [*a]\n", "1:4: an alias inside what it names, so that it has no end; write a component"),
        ("a: &a {b: {c: *a}}\n", "1:4: an alias inside what it names"),
        ("? [a]\n: b\n", "1:3: a key that is not a word; write it in quotes"),
        ("a: {{ title }}\n", "1:5: a key that is not a word; write it in quotes"),
        ("a: 1\n---\nb: 2\n", "2:1: expected a single document in the stream but found another document; keep one"),
        ("a: *b\n", "1:4: found undefined alias; write a text that begins with * in quotes"),
        ("a:\n\tb: 1\n", "2:1: while scanning for the next token found character that cannot start any token; write "
         "blanks instead of the tab"),
        ("a: @b\n", "1:4: while scanning for the next token found character that cannot start any token; write a text"),
        ('a: 1\nb: "c\nd: e\n', "2:4: while scanning a quoted scalar found unexpected end of stream; close the quotes"),
        ('a: "\\ud83d\\ude00"\n', "1:7: while parsing a quoted scalar found invalid Unicode character escape code; "
         "write the character itself"),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n", "2:1: while scanning a simple key could not find expected ':'; resolve the"),
        ("a: 1\n=======\nb: 1\n", "2:1: while scanning a simple key could not find expected ':'; resolve the merge"),
        ("a: x\nb: y\x07z\n", "2:5: unacceptable character #x0007: control characters are not allowed; leave it out"),
        ("%YAML 2.0\n---\na: 1\n", "1:1: found incompatible YAML document; leave out the line with %YAML"),
        ("a: " + "[" * 5000 + "]" * 5000 + "\n", "1:103: values are nested more than 100 deep; write components"),
        ("a: 1\nb: " + "[" * 200_000, "2:103: values are nested more than 100 deep"),
        ("- " * 100_000, "1:201: values are nested more than 100 deep"),
    ],
)  # fmt: skip
def test_what_is_not_yaml_is_one_line_with_its_place(text: str, error: str) -> None:
    with pytest.raises(SpecFileError) as caught:
        Spec(text, "x.yaml")
    assert str(caught.value).startswith(f"x.yaml:{error}")
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_other_encodings_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(SpecFileError, match=r"none\.yaml: No such file or directory$"):
        YamlFile.load(tmp_path / "none.yaml")
    latin = tmp_path / "latin.yaml"
    latin.write_bytes("a: x\nb: é\n".encode("latin-1"))
    with pytest.raises(SpecFileError, match=r"^the spec:2:4: not UTF-8; save the file as UTF-8$"):
        YamlFile.load(latin, "the spec")


@pytest.mark.parametrize(
    ("pointer", "place"),
    [
        ((), "1:1"),
        (("a",), "1:1"),
        (("a", "b"), "2:3"),
        (("a", "b", 1), "4:7"),
        (("a", "b", 1, "c"), "4:7"),
        (("a", "b", 1, "c", "d"), "4:7"),
        (("a", "nothing", "b"), "1:1"),
        (("e",), "6:1"),
    ],
)
def test_a_position_is_that_of_the_key_or_of_the_nearest_thing_around(pointer: Pointer, place: str) -> None:
    found = spec("""\
        a:
          b:
            - x
            - c: y
        e: 1
        e: 2
        """)
    assert str(found.position(pointer)) == place
    assert found.line(pointer) == int(place.partition(":")[0])


REFERENCES = """\
    components:
      schemas:
        A: {type: string}
        B: {$ref: '#/components/schemas/A'}
        C: {$ref: '#/components/schemas/B'}
        Loop: {$ref: '#/components/schemas/Pool'}
        Pool: {$ref: '#/components/schemas/Loop'}
        Self: {$ref: '#/components/schemas/Self'}
        Lost: {$ref: '#/components/schemas/None'}
        Away: {$ref: 'other.yaml#/A'}
        a/b~c: {type: integer}
        Escaped: {$ref: '#/components/schemas/a~1b~0c'}
    """


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        *[("A", "string"), ("B", "string"), ("C", "string"), ("Escaped", "integer")],
        *[("Loop", None), ("Self", None), ("Lost", None), ("Away", None)],
    ],
)
def test_a_reference_is_followed_to_its_end_or_leads_nowhere(name: str, type_: str | None) -> None:
    found = spec(REFERENCES)
    resolved = found.resolve({"$ref": f"#/components/schemas/{name}"})
    assert (resolved or {}).get("type") == type_
    assert found.resolve(found.at(("components", "schemas", name))) == resolved


def test_what_is_not_a_reference_resolves_to_itself() -> None:
    found = spec("a: 1\n")
    for value in ({"type": "string"}, [1], "text", None, {"$ref": 7}):
        assert found.resolve(value) == value


OPERATIONS = """\
    servers: [{url: 'https://x.test/v1/ai'}]
    tags: [{name: class}, {name: rooms, x-namespace-parameters: [from]}]
    paths:
      /things/{id}:
        parameters:
          - {name: id, in: path}
          - {name: page, in: query, description: of the path}
        get:
          operationId: class_get
          tags: [class]
          parameters:
            - $ref: '#/components/parameters/Page'
            - $ref: '#/components/parameters/Lost'
          responses:
            '200': {$ref: '#/components/responses/Ok'}
            '404': {description: Not here.}
        post: {requestBody: {$ref: '#/components/requestBodies/Thing'}}
      /rooms:
        servers: [{url: 'https://x.test/v1'}]
        get: {operationId: rooms_list, tags: [rooms], summary: List}
    components:
      parameters: {Page: {name: page, in: query, description: of the operation}}
      responses: {Ok: {content: {application/problem+json: {schema: {type: string}}, text/csv: {}}}}
      requestBodies: {Thing: {content: {text/plain: {}}}}
    """


def test_an_operation_has_parameters_of_its_own_and_of_its_path() -> None:
    first, second, _ = spec(OPERATIONS).operations
    assert [(one.name, one.value.get("description")) for one in first.parameters] == [
        ("id", None),
        ("page", "of the operation"),
    ]
    assert first.parameters[1].place == ("paths", "/things/{id}", "get", "parameters", 0)
    assert first.parameters[1].pointer == ("components", "parameters", "Page")
    assert [one.name for one in second.parameters] == ["id", "page"]


def test_bodies_and_replies_are_followed_to_where_they_are_written() -> None:
    first, second, third = spec(OPERATIONS).operations
    assert list(first.responses) == ["200", "404"]
    ok = first.responses["200"]
    assert (ok.pointer, ok.json_type) == (("components", "responses", "Ok"), "application/problem+json")
    assert ok.json_schema == {"type": "string"}
    assert first.file.at(ok.json_pointer) == {"type": "string"}
    assert second.body
    assert (second.body.json_type, list(second.body.content)) == ("", ["text/plain"])
    assert third.body is None


def test_an_operation_knows_its_names_and_the_way_to_its_server() -> None:
    first, second, third = found = spec(OPERATIONS).operations
    assert [one.id for one in found] == ["class_get", "", "rooms_list"]
    assert [one.label for one in found] == ["class_get", "POST /things/{id}", "rooms_list"]
    assert (first.resource, first.module, first.method_name) == ("class_", "class_get", "get")
    assert (first.waiting_method_name, second.tag) == ("wait_for", "default")
    assert [one.base for one in (first, third)] == ["", "/.."]
    assert spec(OPERATIONS).namespace_parameters("rooms") == ["from"]
    assert spec(OPERATIONS).namespace_parameters("class") == []


def test_media_types_are_listed_once_with_the_operation_that_has_them() -> None:
    listed = [(media.type, media.status, media.operation and media.operation.id) for media in spec(OPERATIONS).media]
    assert listed == [
        ("text/plain", None, None),
        ("application/problem+json", "Ok", None),
        ("text/csv", "Ok", None),
    ]


def test_schemas_have_roles_and_members_that_add_nothing_are_constraints() -> None:
    found = spec("""\
        components:
          schemas:
            A:
              properties: {b: {items: {prefixItems: [{type: string}]}}}
              additionalProperties: {type: integer}
              anyOf: [{required: [b]}, {properties: {c: {type: string}}}]
              not: {properties: {b: {const: 1}}}
              examples: [{schema: {type: string}}]
          parameters: {P: {schema: {type: string}, example: {schema: {}}}}
        """)
    roles = [(schema.pointer[3:] or schema.pointer[2:], schema.role) for schema in found.schemas]
    assert roles == [
        (("A",), "component"),
        (("properties", "b"), "property"),
        (("properties", "b", "items"), "items"),
        (("properties", "b", "items", "prefixItems", 0), "member"),
        (("additionalProperties",), "values"),
        (("not",), "constraint"),
        (("not", "properties", "b"), "constraint"),
        (("anyOf", 0), "constraint"),
        (("anyOf", 1), "member"),
        (("anyOf", 1, "properties", "c"), "property"),
        (("schema",), "root"),
    ]
    assert {schema.role for schema in found.shapes} == {role for _, role in roles} - {"constraint"}


@pytest.mark.parametrize("text", ["paths: 7\n", "paths: {/a: 7}\n", "paths: {/a: {get: 7}}\n", "tags: 7\ninfo: 7\n"])
def test_a_spec_of_another_shape_has_no_operations(text: str) -> None:
    found = spec(text)
    assert (found.operations, found.media, found.schemas, found.tags) == ([], [], [], [])
    assert found.version == "0"
