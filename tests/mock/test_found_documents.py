"""Documents as people have them, served in strict mode: Petstore, several files, empty members, other bodies."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from tests.mock.support.client import ok

from quant_ai_mock import make_app
from quant_ai_mock.document.api import Api
from quant_ai_mock.document.loading import SpecError, load
from quant_ai_mock.services.generic import _events

OK = {"responses": {"200": {"description": ""}}}
PET = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {"type": "integer", "format": "int64"}, "name": {"type": "string"}},
}
JSON, FORM, XML = "application/json", "application/x-www-form-urlencoded", "application/xml"


def reply(schema: Any, **more: Any) -> Any:
    return {"description": "", "content": {JSON: {"schema": schema, **more}}}


def document(paths: Any, **more: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths, **more}


def send(file: Path, *requests: Any) -> list[httpx.Response]:
    """The replies to some requests, each a method, a path, and what httpx takes beside them."""
    app = make_app(spec=file, strict=True)

    async def send_all() -> list[httpx.Response]:
        headers = {"Authorization": "Bearer test-token"}
        async with httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://mock", headers=headers
        ) as http:
            return [await http.request(method, path, **(more[0] if more else {})) for method, path, *more in requests]

    with closing(app.state.store):
        return asyncio.run(send_all())


@pytest.fixture
def spec(tmp_path: Path) -> Any:
    def write(paths: Any, **more: Any) -> Path:
        file = tmp_path / "spec.yaml"
        file.write_text(yaml.safe_dump(document(paths, **more)), encoding="utf-8")
        return file

    return write


def petstore(body: Any) -> dict[str, Any]:
    """The paths of Petstore, with statuses left out as there."""
    item = [{"name": "petId", "in": "path", "required": True, "schema": {"type": "integer"}}]
    return {
        "/pet": {
            "post": {"requestBody": {"content": body}, "responses": {"200": reply(PET), "405": {"description": ""}}}
        },
        "/pet/{petId}": {
            "parameters": item,
            "get": {"responses": {"200": reply(PET), "404": {"description": ""}}},
            "put": {"requestBody": {"content": {JSON: {"schema": PET}}}, "responses": {"200": reply(PET)}},
            "delete": {"responses": {"400": {"description": ""}}},
        },
    }


def test_a_record_keeps_the_id_that_was_sent_and_others_are_numbered(spec: Any) -> None:
    body = {JSON: {"schema": {**PET, "required": ["name"]}}}
    sent = [("POST", "/pet", {"json": {"id": 1, "name": "Rex"}})] + [("POST", "/pet", {"json": {"name": "Max"}})] * 2
    sent += [("POST", "/pet", {"json": {"id": 1, "name": "Rex"}})]  # there is one
    more = [("PUT", "/pet/1", {"json": {"id": 9, "name": "Roy"}}), ("GET", "/pet/1"), ("GET", "/pet/9")]
    replies = send(spec(petstore(body)), *sent, *more, ("DELETE", "/pet/1"), ("GET", "/pet/1"))
    assert [one.json()["id"] for one in replies[:4]] == [1, 2, 3, 4]
    assert [one.status_code for one in replies[4:]] == [200, 200, 404, 200, 404]
    assert replies[5].json() == {"id": 1, "name": "Roy"}


def test_an_id_that_only_the_service_sets_is_not_taken_from_a_request(spec: Any) -> None:
    schema = {"type": "object", "properties": {"id": {"type": "string", "readOnly": True}}}
    paths = {
        "/a": {"post": {"requestBody": {"content": {JSON: {"schema": schema}}}, "responses": {"201": reply(schema)}}},
        "/a/{id}": {"get": {"responses": {"200": reply(schema)}}},
    }
    (made,) = send(spec(paths), ("POST", "/a", {"json": {"id": "mine"}}))
    assert len(made.json()["id"]) == 36


def test_a_body_is_read_as_the_type_that_it_was_sent_in(spec: Any) -> None:
    body = {kind: {"schema": PET} for kind in (JSON, XML, FORM)}
    file = spec(petstore(body))
    headers = {"Content-Type": XML}
    form, xml, wrong, other = send(
        file,
        ("POST", "/pet", {"data": {"id": "3", "name": "Rex"}}),
        ("POST", "/pet", {"content": "<Pet/>", "headers": headers}),
        ("POST", "/pet", {"data": {"id": "x", "name": "Rex"}}),
        ("POST", "/pet", {"content": "x", "headers": {"Content-Type": "text/plain"}}),
    )
    assert ok(form) == {"id": 3, "name": "Rex"}
    assert [one.status_code for one in (xml, wrong, other)] == [200, 422, 415]


@pytest.mark.parametrize("responses", [{}, {"404": {"description": ""}}, {"302": {"description": ""}}, None])
def test_an_operation_need_not_list_a_success(spec: Any, responses: Any) -> None:
    (found,) = send(spec({"/a": {"get": {"responses": responses}}}), ("GET", "/a"))
    assert found.status_code == (302 if responses and "302" in responses else 200)


def test_an_operation_need_not_list_how_it_refuses(spec: Any) -> None:
    body = {"required": True, "content": {JSON: {"schema": PET}}}
    paths = {"/a": {"post": OK | {"requestBody": body}}, "/a/{id}": {"get": OK}}
    refused = send(spec(paths), ("POST", "/a", {"json": {}}), ("POST", "/a", {"json": 1}), ("GET", "/a/7"))
    assert [one.status_code for one in refused] == [422, 422, 404]


def test_references_lead_to_other_files(tmp_path: Path) -> None:
    (tmp_path / "paths").mkdir()
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(document({"/a": {"$ref": "paths/a.yaml"}})))
    found = {
        "get": {"responses": {"200": {"description": "", "content": {JSON: {"schema": {"$ref": "../pets.yaml#/Pet"}}}}}}
    }
    (tmp_path / "paths" / "a.yaml").write_text(yaml.safe_dump(found))
    pet = {
        "type": "object",
        "required": ["n"],
        "properties": {"n": {"$ref": "#/N"}, "next": {"$ref": "pets.yaml#/Pet"}},
    }
    (tmp_path / "pets.yaml").write_text(yaml.safe_dump({"Pet": pet, "N": {"type": "integer", "minimum": 3}}))
    assert ok(send(tmp_path / "spec.yaml", ("GET", "/a"))[0])["n"] == 3


@pytest.mark.parametrize(
    ("reference", "complaint"),
    [("none.yaml#/A", r"none\.yaml: No such file"), ("https://a.example/b", "leads to a place in this file")],
)
def test_a_reference_that_cannot_be_followed_is_refused_in_a_line(spec: Any, reference: str, complaint: str) -> None:
    file = spec({"/a": {"get": {"responses": {"200": reply({"$ref": reference})}}}})
    with pytest.raises(SpecError, match=complaint) as refused:
        Api(load(file))
    assert "\n" not in str(refused.value)


def test_members_may_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text(
        "openapi: 3.1.0\nservers:\ncomponents:\ntags:\nsecurity:\npaths:\n  /a:\n    parameters:\n    get:\n"
        "      tags:\n      parameters:\n      requestBody:\n      security:\n      responses:\n        '200':\n"
        "          description:\n          content:\n"
    )
    assert send(file, ("GET", "/a"))[0].status_code == 200


def test_a_dynamic_reference_is_followed(spec: Any) -> None:
    children = {"type": "array", "items": {"$dynamicRef": "#node"}}
    properties = {"v": {"type": "integer"}, "c": children}
    node = {"$dynamicAnchor": "node", "type": "object", "required": ["v"], "properties": properties}
    paths = {"/a": {"get": {"responses": {"200": reply({"$ref": "#/components/schemas/Node"})}}}}
    assert ok(send(spec(paths, components={"schemas": {"Node": node}}), ("GET", "/a"))[0])["c"][0]["v"] == 1


def test_every_server_is_served(spec: Any) -> None:
    servers = [{"url": "https://a.example/v1"}, {"url": "https://a.example/v2/"}, {"url": "https://b.example/v1"}]
    found = send(spec({"/a": {"get": OK}}, servers=servers), ("GET", "/v1/a"), ("GET", "/v2/a"), ("GET", "/a"))
    assert [one.status_code for one in found] == [200, 200, 404]


def test_operations_with_one_id_are_all_served(spec: Any) -> None:
    same = OK | {"operationId": "x"}
    found = send(spec({"/a": {"get": same}, "/b": {"get": same, "query": same}}), ("GET", "/a"), ("QUERY", "/b"))
    assert [one.status_code for one in found] == [200, 200]


def test_a_path_without_a_slash_is_refused(spec: Any) -> None:
    with pytest.raises(SpecError, match="a path begins with a slash"):
        Api(load(spec({"a": {"get": OK}})))


def test_cookies_and_lists_in_headers_are_checked(spec: Any) -> None:
    sid = {"name": "sid", "in": "cookie", "required": True, "schema": {"type": "string", "minLength": 3}}
    ids = {"name": "X-Ids", "in": "header", "schema": {"type": "array", "items": {"type": "integer"}, "minItems": 2}}
    file = spec({"/a": {"get": OK | {"parameters": [sid, ids]}}})
    heads = [
        {"Cookie": "a=1; sid=abc", "X-Ids": "1, 2"},
        {},
        {"Cookie": "sid=a"},
        {"Cookie": "sid=abc", "X-Ids": "1, x"},
    ]
    found = send(file, *(("GET", "/a", {"headers": head}) for head in heads))
    assert [one.status_code for one in found] == [200, 422, 422, 422]


def test_a_token_may_be_the_password_of_basic_authentication(spec: Any) -> None:
    more = {"security": [{"b": []}], "components": {"securitySchemes": {"b": {"type": "http", "scheme": "Basic"}}}}
    file = spec({"/a": {"get": OK}}, **more)
    right, wrong = send(file, *(("GET", "/a", {"auth": ("me", word)}) for word in ("test-token", "x")))
    assert (right.status_code, wrong.status_code) == (200, 401)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "uniqueItems": True, "minItems": 3, "items": {"enum": ["a", "b", "c"]}},
        {"type": "array", "uniqueItems": True, "minItems": 3, "items": {"type": "integer"}},
        {"type": "array", "contains": {"const": 5}, "items": {"type": "integer"}},
        {
            "type": "object",
            "patternProperties": {"^x-[a-z]$": {"type": "string"}},
            "minProperties": 1,
            "additionalProperties": False,
        },
        {"type": "object", "propertyNames": {"pattern": "^[A-Z]{3}$"}, "minProperties": 2},
        {"type": "number", "exclusiveMinimum": 1, "exclusiveMaximum": 1.2},
        {"type": "number", "minimum": 0.1, "maximum": 0.1},
        {"type": "number", "exclusiveMaximum": 0.5},
        {"type": "integer", "exclusiveMaximum": 1},
        {"type": "integer", "maximum": -5},
        {"type": "string", "format": "email", "maxLength": 8},
        *(
            {"type": "string", "format": name}
            for name in ("duration", "ipv6", "uri-reference", "json-pointer", "regex", "idn-email", "iri")
        ),
    ],
)
def test_values_fit_their_schema(spec: Any, schema: Any) -> None:
    ok(send(spec({"/a": {"get": {"responses": {"200": reply(schema)}}}}), ("GET", "/a"))[0])


@pytest.mark.parametrize(
    ("example", "events"),
    [
        ({"event": "a", "data": "1"}, [{"event": "a", "data": "1"}]),
        ("data: x\n\nevent: e\ndata: a\ndata: b\n\n: note\nid: 7\n\n",
         [{"data": "x"}, {"event": "e", "data": "a\nb"}, {"id": "7", "data": ""}]),
        ("words", [{"data": "words"}]),
        ({"n": 1}, [{"data": '{"n":1}'}]),
    ],
)  # fmt: skip
def test_an_example_of_a_stream_may_be_its_bytes(example: Any, events: list[Any]) -> None:
    assert list(_events(example)) == events


def test_a_stream_of_texts_is_served(spec: Any) -> None:
    content = {"text/event-stream": {"schema": {"type": "string"}, "example": "data: x\n\n"}}
    (found,) = send(
        spec({"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}}), ("GET", "/a")
    )
    assert found.text == "data: x\n\n"


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "pattern": "[a-"},
        {"type": "int"},
        {"type": "object", "properties": {"a": {"type": "string", "required": True}}},
        {"$ref": "#/components/schemas/Bad"},
    ],
)
def test_what_is_no_json_schema_is_named_and_not_checked(
    spec: Any, schema: Any, caplog: pytest.LogCaptureFixture
) -> None:
    body = {"required": True, "content": {JSON: {"schema": schema}}}
    more = {"components": {"schemas": {"Bad": {"type": "file"}}}}
    (found,) = send(spec({"/a": {"post": OK | {"requestBody": body}}}, **more), ("POST", "/a", {"json": {"a": "x"}}))
    assert found.status_code == 200
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "no JSON Schema" in caplog.text
    assert len(caplog.records[0].getMessage().splitlines()) == 1


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_words_of_openapi_3_0_are_understood_in_3_1(spec: Any, version: str) -> None:
    properties = {
        "a": {"type": "string", "nullable": True},
        "n": {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
    }
    body = {"content": {JSON: {"schema": {"type": "object", "properties": properties}}}}
    file = spec({"/a": {"post": OK | {"requestBody": body}}}, openapi=version)
    right, wrong = send(file, *(("POST", "/a", {"json": {"a": None, "n": n}}) for n in (1, 0)))
    assert (right.status_code, wrong.status_code) == (200, 422)


@pytest.mark.parametrize("name", ["paginate", "Any", "_index", "__class__", "iso"])
def test_an_operation_is_not_served_by_whatever_has_its_name(spec: Any, name: str) -> None:
    found = send(spec({"/a": {"get": OK | {"operationId": name, "tags": ["ai_search"]}}}), ("GET", "/a"))
    assert found[0].status_code == 200


@pytest.mark.parametrize("examples", [[5, 6], {"a": 5}, {"a": {"value": 5}}, None])
def test_examples_are_read_in_the_form_of_schemas_too(spec: Any, examples: Any) -> None:
    schema = {"type": "integer", "example": 5}
    (found,) = send(spec({"/a": {"get": {"responses": {"200": reply(schema, examples=examples)}}}}), ("GET", "/a"))
    assert ok(found) == 5


def test_a_parameter_need_not_have_a_schema(spec: Any) -> None:
    parameters = [{"name": "q", "in": "query"}, {"name": "id", "in": "path", "required": True}]
    (found,) = send(spec({"/a/{id}": {"get": OK | {"parameters": parameters}}}), ("GET", "/a/7?q=1"))
    assert found.status_code == 200


def test_a_reply_of_any_type_is_json(spec: Any) -> None:
    content = {"*/*": {"schema": {"type": "integer", "example": 5}}}
    (found,) = send(
        spec({"/a": {"get": {"responses": {"200": {"description": "", "content": content}}}}}), ("GET", "/a")
    )
    assert (found.headers["content-type"], found.json()) == (JSON, 5)


def test_a_path_need_not_have_every_parameter_that_is_described(spec: Any) -> None:
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in "ab"]
    assert send(spec({"/t/{a}": {"get": OK | {"parameters": parameters}}}), ("GET", "/t/1"))[0].status_code == 200
