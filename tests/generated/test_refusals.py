"""What the generator does not support is refused by it and reported by the linter, with line and reason."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema_specifications import REGISTRY
from tests.generated.support import (
    MINIMAL,
    OBJECT,
    REF,
    Change,
    minimal,
    with_operation,
    with_parameter,
    with_property,
    with_schemas,
    with_stream,
)

from generator import supported
from generator.refusals import refusals
from openapi import Spec
from speclint import lint

STRING = {"type": "string"}
ARRAY = {"type": "array", "items": STRING}
POLLING = {
    "state": "name",
    "succeeded": ["a"],
    "failed": ["b"],
    "firstInterval": 1,
    "maxInterval": 2,
    "deadline": 3,
}


def with_path(path: str, **item: Any) -> Change:
    return lambda data: data["paths"].update({path: item})


def with_body(content: dict[str, Any]) -> Change:
    return with_operation(requestBody={"content": content})


def with_reply(**replies: Any) -> Change:
    return with_operation(responses={status.lstrip("_"): reply for status, reply in replies.items()})


def with_path_parameter(**parameter: Any) -> Change:
    given = {"name": "p", "in": "path", "required": True, **parameter}
    operation = {"operationId": "things_get", "tags": ["things"], "responses": {"204": {"description": "Done."}}}
    return with_path("/{p}", parameters=[given], get=operation)


def with_servers(*servers: dict[str, Any]) -> Change:
    def change(data: dict[str, Any]) -> None:
        data["servers"] = [{"url": "https://x.test/{org}", "variables": {"org": {"default": "acme"}}}]
        data["paths"]["/things"]["servers"] = list(servers)

    return change


def with_namespace(data: dict[str, Any]) -> None:
    caller = {"name": "caller", "in": "path", "required": True, "schema": STRING}
    operation = {"operationId": "things_get", "tags": ["things"], "responses": {"204": {"description": "Done."}}}
    data["tags"] = [{"name": "things", "x-namespace-parameters": ["caller"]}]
    data["paths"] = {"/{caller}": {"parameters": [caller], "get": operation}}


def with_reference_to_itself(data: dict[str, Any]) -> None:
    data["components"]["responses"] = {"R": {"$ref": "#/components/responses/R"}}
    data["paths"]["/things"]["get"]["responses"]["404"] = {"$ref": "#/components/responses/R"}


def with_mapping_to_nothing(data: dict[str, Any]) -> None:
    discriminator = {"propertyName": "kind", "mapping": {"a": "#/components/schemas/Lost"}}
    data["components"]["schemas"]["U"] = {"anyOf": [REF, STRING], "discriminator": discriminator}


# A change of the minimal spec, what is wrong, and a text in the line that both name.
REFUSED: dict[str, tuple[Change, str, str]] = {
    "webhooks": (lambda data: data.update(webhooks={"w": {}}), "webhooks are not generated", "webhooks:"),
    "shared path items": (
        lambda data: data["components"].update(pathItems={"P": {}}),
        "path items in components are not generated",
        "pathItems:",
    ),
    "a path by reference": (with_path("/p", **{"$ref": "#/paths/~1things"}), "a path item that is a reference", "/p:"),
    "two servers": (with_servers({"url": "https://x.test/a"}, {"url": "https://x.test/b"}), "2 servers", "servers:"),
    "another host": (with_servers({"url": "https://y.test/a"}), "another host", "url: https://y.test/a"),
    "another variable": (
        with_servers({"url": "https://x.test/{org}", "variables": {"org": {"default": "other"}}}),
        "other variables",
        "url: https://x.test/{org}",
    ),
    "another file": (with_property({"$ref": "other.yaml#/A"}), "leaves the file", "$ref: other.yaml#/A"),
    "a reference to nothing": (with_property({"$ref": "#/components/schemas/Lost"}), "leads nowhere", "schemas/Lost"),
    "a reference to another kind": (
        with_operation(parameters=[REF]),
        "does not name one of components/parameters",
        "schemas/Thing",
    ),
    "a reply that is itself": (with_reference_to_itself, "the component R is only a reference to itself", "R:"),
    "no operationId": (with_operation(operationId=""), "GET /things has no operationId", "get:"),
    "a method that begins with a digit": (with_operation(operationId="things_1st"), "called 1st", "things_1st"),
    "callbacks": (with_operation(callbacks={}), "callbacks of an operation are not generated", "callbacks:"),
    "a cookie": (with_parameter(**{"in": "cookie", "schema": STRING}), "is in a cookie", "in: cookie"),
    "text as a deep object": (
        with_parameter(schema=STRING, style="deepObject"),
        "cannot be written as deepObject, which has no form for it",
        "schema:",
    ),
    "a matrix": (
        with_path_parameter(schema=STRING, style="matrix"),
        "the path parameter p has a style that is not generated: matrix",
        "style: matrix",
    ),
    "content of a parameter that is not JSON": (
        with_parameter(content={"text/csv": {"schema": STRING}}),
        "has content of text/csv, which is not generated",
        "text/csv:",
    ),
    "an object in an object in the query": (
        with_parameter(schema={"type": "object", "properties": {"o": OBJECT}}),
        "cannot be an object inside an object",
        "schema:",
    ),
    "an object in a path": (with_path_parameter(schema=OBJECT), "the path parameter p cannot be an object", "schema:"),
    "a number in a path": (
        with_path_parameter(schema={"type": "number"}),
        "the path parameter p cannot be a number with a fraction",
        "schema:",
    ),
    "arrays of arrays": (
        with_parameter(schema={"type": "array", "items": ARRAY}),
        "cannot be an array inside another value",
        "schema:",
    ),
    "an array in an object with commas": (
        with_parameter(schema={"type": "object", "properties": {"a": ARRAY}}, explode=False),
        "cannot be an array inside another value",
        "schema:",
    ),
    "null in an array in the query": (
        with_parameter(schema={"type": "array", "items": {"anyOf": [STRING, {"type": "null"}]}}),
        "the query parameter p cannot be an array with null",
        "schema:",
    ),
    "null in a path": (
        with_path(
            "/{p}",
            parameters=[{"name": "p", "in": "path", "required": True, "schema": {"type": ["string", "null"]}}],
            get={"operationId": "things_get", "tags": ["things"], "responses": {"204": {"description": "Done."}}},
        ),
        "the path parameter p cannot be null",
        "schema:",
    ),
    **{
        f"the argument {name} of a method that polls": (
            with_operation(**{"x-polling": POLLING}, parameters=[{"name": name, "in": "query", "schema": STRING}]),
            f"cannot have a parameter {name}",
            f"name: {name}",
        )
        for name in ("deadline", "interval", "on_update")
    },
    "a query parameter that is there twice": (
        with_operation(parameters=[{"name": "p", "in": "query", "schema": schema} for schema in (STRING, ARRAY)]),
        "things_list has the query parameter p twice",
        "name: p",
    ),
    "header parameters that differ in case only": (
        with_operation(parameters=[{"name": name, "in": "header", "schema": STRING} for name in ("X-P", "x-p")]),
        "things_list has the header parameter x-p twice",
        "name: x-p",
    ),
    "two objects that would be one class": (
        with_schemas(Whole={"type": "object", "properties": {"a b": OBJECT, "a-b": OBJECT}}),
        "two objects would both be the class WholeAB",
        "Whole:",
    ),
    "two objects that would be one module": (
        with_schemas(Whole={"type": "object", "properties": {"ab": OBJECT, "aB": OBJECT}}),
        "the classes WholeAb and WholeAB would share the module whole_ab",
        "aB:",
    ),
    "an argument that a namespace has": (with_namespace, "cannot have a parameter caller", "name: caller"),
    "an operation that cannot succeed": (
        with_reply(_302={"description": "Elsewhere."}, _404={"description": "No."}),
        "things_list documents no success",
        "responses:",
    ),
    "a component with a blank in its name": (
        with_schemas(**{"a b": STRING}),
        '"a b" does not match',
        "a b:",
    ),
    "two paths that differ in a name alone": (
        lambda data: data["paths"].update(
            {
                f"/rooms/{{{name}}}": {
                    "get": {
                        "operationId": f"rooms_{name}",
                        "parameters": [{"name": name, "in": "path", "required": True, "schema": STRING}],
                        "responses": {"204": {"description": "It."}},
                    }
                }
                for name in ("room", "id")
            }
        ),
        "rooms_id and rooms_room have the same path, but for the names in it",
        "/rooms/{id}:",
    ),
    "two schemas that would be one class": (
        with_schemas(_Thing=OBJECT),
        "Thing and _Thing would both be the class Thing",
        "_Thing:",
    ),
    "two bodies": (with_body({"image/png": {}, "text/plain": {}}), "of which none is JSON or a form", "content:"),
    "another kind of multipart": (
        with_body({"multipart/mixed": {}}),
        "multipart/mixed is not generated",
        "multipart/mixed:",
    ),
    "a form that is an array": (
        with_body({"multipart/form-data": {"schema": ARRAY}}),
        "a form that is no object",
        "multipart/form-data:",
    ),
    "an array of objects in an encoded form": (
        with_body(
            {
                "application/x-www-form-urlencoded": {
                    "schema": {"type": "object", "properties": {"rooms": {"type": "array", "items": OBJECT}}}
                }
            }
        ),
        "the field rooms of the form cannot be an array of objects or arrays",
        "application/x-www-form-urlencoded:",
    ),
    "two kinds of JSON in one reply": (
        with_reply(
            _200={
                "description": "It.",
                "content": {"application/json": {"schema": REF}, "application/b+json": {"schema": STRING}},
            }
        ),
        "application/json and application/b+json have two schemas",
        "application/b+json:",
    ),
    "events and text in one reply": (
        lambda data: (
            with_stream()(data),
            data["paths"]["/things"]["get"]["responses"]["200"]["content"].update({"text/csv": {}}),
        ),
        "text/event-stream beside a media type other than JSON",
        "content:",
    ),
    "JSON lines whose schema is an array": (
        with_reply(
            _200={"description": "It.", "content": {"application/jsonl": {"schema": {"type": "array", "items": REF}}}}
        ),
        "an array may be one line of application/jsonl, or all of them",
        "schema:",
    ),
    "an itemSchema of JSON": (
        lambda data: (
            data.update(openapi="3.2.0"),
            with_reply(_200={"description": "It.", "content": {"application/json": {"itemSchema": REF}}})(data),
        ),
        "itemSchema of application/json, which is neither events nor JSON lines",
        "itemSchema:",
    ),
    "JSON lines with x-event-stream": (
        with_reply(
            _200={
                "description": "It.",
                "content": {
                    "application/jsonl": {"schema": REF, "x-event-stream": {"text": ["name"], "terminal": ["end"]}}
                },
            }
        ),
        "application/jsonl has no events for x-event-stream",
        "x-event-stream:",
    ),
    "items without type": (with_property({"items": STRING}), "items would be lost without type: array", "items:"),
    "properties of a string": (with_property({**OBJECT, "type": "string"}), "properties would be lost", "properties:"),
    "an enum of objects": (with_property({"enum": [{}, []]}), "an enum that has arrays or objects", "enum:"),
    "an enum without a value of its type": (
        with_property({"type": "integer", "enum": ["a"]}),
        "or no value of its type",
        "enum:",
    ),
    "a default of another type": (
        with_property({"type": "integer", "default": "3"}),
        "the default '3' is not of type integer",
        "default: '3'",
    ),
    "a default that is none of the values": (
        with_property({"type": "string", "enum": ["a", "b"], "default": "c"}),
        "the default 'c' is none of the values",
        "default: c",
    ),
    "a default of another type beside a reference": (
        lambda data: (
            with_schemas(Count={"type": "integer"})(data),
            with_property({"$ref": "#/components/schemas/Count", "default": "x"})(data),
        ),
        "the default 'x' is not of type integer",
        "default: x",
    ),
    "a pattern that few libraries read": (
        with_property({"type": "string", "pattern": "^\\p{L}+$"}),
        "the pattern cannot be read",
        "pattern:",
    ),
    "a pattern that is broken": (
        with_property({"type": "string", "pattern": "("}),
        "the pattern cannot be read",
        "pattern:",
    ),
    "text in a union in allOf": (
        with_schemas(C={"allOf": [REF, {"anyOf": [OBJECT, STRING]}]}),
        "a union among the members of allOf",
        "- anyOf",
    ),
    "two types in allOf": (
        with_schemas(C={"allOf": [REF, {"type": "object", "properties": {"name": {"type": "integer"}}}]}),
        "the property name has two types",
        "- type: object",
    ),
    "a schema that is itself": (
        with_schemas(C={"anyOf": [{"$ref": "#/components/schemas/C"}, STRING]}),
        "the schema C contains itself",
        "C:",
    ),
    "another version": (lambda data: data.update(openapi="3.0.3"), "openapi: 3.0.3 is not read", "openapi:"),
    "no version in quotes": (lambda data: data.update(openapi=3.1), "openapi: 3.1 is not read", "openapi:"),
    "a path parameter that is not declared": (
        lambda data: data["paths"].update({"/x/{id}": data["paths"].pop("/things")}),
        "{id} is not a parameter",
        "/x/{id}:",
    ),
    "a path parameter that is nowhere": (
        with_parameter(name="id", schema=STRING, required=True, **{"in": "path"}),
        "the path parameter id is not in /things",
        "/things:",
    ),
    "a spec without operations": (lambda data: data.update(paths={}), "the spec has no operations", "paths: {}"),
    "schemas of another draft": (
        lambda data: data.update(jsonSchemaDialect="http://json-schema.org/draft-07/schema#"),
        "schemas of http://json-schema.org/draft-07/schema# are not read",
        "jsonSchemaDialect:",
    ),
    "a variable that the server does not have": (
        lambda data: data.update(servers=[{"url": "https://{place}.x.test"}]),
        "{place} is not a variable of the server",
        "url: https://{place}.x.test",
    ),
    "a brace without its other one": (
        lambda data: data["paths"].update({"/a/{b": data["paths"].pop("/things")}),
        "a brace without its other one",
        "/a/{b:",
    ),
    "a path with dots": (
        lambda data: data["paths"].update({"/a/../b": data["paths"].pop("/things")}),
        "a segment of dots",
        "/a/../b:",
    ),
    "a query in a path": (
        lambda data: data["paths"].update({"/x?y=1": data["paths"].pop("/things")}),
        "? in a path",
        "/x?y=1:",
    ),
    "an event of plain text": (
        lambda data: (
            with_stream()(data),
            data["components"]["schemas"]["RunFrame"]["properties"].update(data=STRING),
        ),
        "the event end is plain text",
        "RunFrame:",
    ),
    "two frames of one event": (
        lambda data: (
            with_stream()(data),
            data["components"]["schemas"].update(
                A=data["components"]["schemas"]["RunFrame"],
                B=data["components"]["schemas"]["RunFrame"],
                RunFrame={"anyOf": [{"$ref": "#/components/schemas/A"}, {"$ref": "#/components/schemas/B"}]},
            ),
        ),
        "two frames have the event end",
        "B:",
    ),
    "an event without data": (
        lambda data: (with_stream()(data), data["components"]["schemas"]["RunFrame"]["properties"].pop("data")),
        "RunFrame describes an event of a stream, and has no property data",
        "RunFrame:",
    ),
    "an empty value": (with_operation(summary=None), 'null is not of type "string"', "summary:"),
    "an empty reply": (
        lambda data: data["paths"]["/things"]["get"]["responses"].update({"404": None}),
        'null is not of type "object"',
        "'404':",
    ),
    "two unions": (with_property({"anyOf": [REF], "oneOf": [REF]}), "oneOf beside anyOf would be lost", "oneOf:"),
    "a discriminator of nothing": (with_mapping_to_nothing, "a stands for #/components/schemas/Lost", "a: '#/comp"),
    **{
        f"the header {name}": (
            with_parameter(name=name.title(), schema=STRING, **{"in": "header"}),
            "the client sets the header",
            f"name: {name.title()}",
        )
        for name in ("accept", "authorization", "content-type", "content-length")
    },
}


def test_the_cases_leave_nothing_out() -> None:
    assert {"caller"} == supported.NAMESPACE_ARGUMENTS
    assert {"deadline", "interval", "on_update"} == supported.WAITING_ARGUMENTS
    assert {"accept", "authorization", "content-type"} < supported.OWN_HEADERS
    assert supported.imported_names() >= {
        "Any",
        "Client",
        "File",
        "Literal",
        "Operation",
        "Response",
        "UNSET",
        "Unknown",
    }


def keywords() -> Iterator[str]:
    """All keywords of JSON Schema 2020-12 and of OpenAPI 3.0 and 3.1."""
    for uri in REGISTRY:
        if uri.startswith("https://json-schema.org/draft/2020-12/"):
            yield from REGISTRY.contents(uri).get("properties", {})
    yield from ("discriminator", "example", "externalDocs", "nullable", "xml")


def test_every_keyword_is_supported_or_refused() -> None:
    data = yaml.safe_load(MINIMAL)
    unsupported = sorted({*keywords(), "bogus"} - supported.KEYWORDS - supported.REWRITTEN_KEYWORDS - {"$ref"})
    assert supported.KEYWORD_FIXES.keys() <= set(unsupported)
    assert len(unsupported) > 8
    with_property(dict.fromkeys(unsupported))(data)
    found = {refusal.what for refusal in refusals(Spec(yaml.safe_dump(data)))}
    assert {f"{keyword} is not generated" for keyword in unsupported} <= found


@pytest.mark.parametrize("keyword", supported.KEYWORD_FIXES)
def test_a_keyword_is_refused_with_what_to_write_in_its_place(generate_here: Any, tmp_path: Path, keyword: str) -> None:
    values = {"$id": "https://x.test/a", "$schema": "https://x.test/b", "$dynamicRef": "#a", "$dynamicAnchor": "a"}
    value = values.get(keyword, {} if keyword == "dependencies" else True)
    spec = minimal(tmp_path, with_property({"type": "object", keyword: value}))
    done = generate_here("--spec", spec, "--output", tmp_path / "client")
    assert f"{keyword} is not generated; {supported.KEYWORD_FIXES[keyword]}\n" in done.stderr


@pytest.mark.parametrize(("change", "message", "line"), REFUSED.values(), ids=REFUSED)
def test_what_is_not_supported_is_refused_by_the_generator_and_reported_by_the_linter(
    generate_here: Any, tmp_path: Path, change: Change, message: str, line: str
) -> None:
    spec = minimal(tmp_path, change)
    text = spec.read_text(encoding="utf-8")
    findings = [finding for finding in lint(Spec.load(spec)) if finding.rule == "not-generated"]
    found = [finding for finding in findings if message in finding.what]
    assert found, findings
    assert all(line in text.splitlines()[finding.line - 1] for finding in found), found
    done = generate_here("--spec", spec, "--output", tmp_path / "client")
    assert done.returncode == 2, done.stdout
    assert done.stderr.count("\n") == 1, done.stderr
    number = int(done.stderr.split(":")[1])
    named = [finding for finding in findings if f"{finding.what}; {finding.fix}" in done.stderr]
    assert number in {finding.line for finding in named}, done.stderr
    assert not (tmp_path / "client").exists()
