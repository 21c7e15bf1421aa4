"""Every kind of change of an operation: whether it is reported, and whether it breaks users."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from openapi import Spec
from specdiff import compare

STRING: dict[str, Any] = {"type": "string"}
Change = Callable[[dict[str, Any]], Any]


def base() -> dict[str, Any]:
    """A spec with one of everything that an operation has."""
    json = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    headers = {"X-Left": {"schema": {"type": "integer"}}}
    query = {"name": "q", "in": "query", "schema": {"type": "array", "items": STRING}}
    make = {
        "operationId": "things_make",
        "tags": ["things"],
        "security": [{"Token": []}, {"Key": []}],
        "parameters": [query, {"name": "X-Mode", "in": "header", "schema": STRING}],
        "requestBody": {"required": True, "content": {**json, "text/plain": {"schema": STRING}}},
        "x-idempotent": False,
        "x-tool-calls": {"calls": "name", "id": "name", "name": "name", "input": "name"},
        "x-modes": [{"method": "stream", "property": "name", "value": "s", "status": "200"}],
        "responses": {
            "200": {
                "description": "It.",
                "headers": headers,
                "content": {
                    **json,
                    "text/event-stream": {"schema": STRING, "x-event-stream": {"text": ["name"], "reply": "Thing"}},
                },
            },
            "202": {"description": "Later.", "links": {"read": {"operationId": "things_get"}}},
            "404": {"description": "No."},
        },
    }
    page = {"style": "offset", "in": "query", "offset": "o", "limit": "l", "items": "name"}
    listed = {
        "operationId": "things_list",
        "tags": ["things"],
        "x-pagination": page,
        "x-response-format": "f",
        "responses": {"200": {}},
    }
    polled = {"operationId": "things_get", "tags": ["things"], "x-polling": {"state": "name"}, "responses": {"200": {}}}
    path = {"name": "id", "in": "path", "required": True, "schema": STRING}
    server = {"url": "https://x.test/{org}", "variables": {"org": {"default": "acme"}}}
    return {
        "openapi": "3.1.0",
        "servers": [server, {"url": "https://second.test"}],
        "security": [{"Token": []}, {"Key": []}],
        "tags": [{"name": "things"}, {"name": "others"}],
        "paths": {
            "/things": {"post": make, "get": listed},
            "/things/{id}": {"parameters": [path], "get": polled},
        },
        "components": {
            "securitySchemes": {"Token": {"type": "http", "scheme": "bearer"}},
            "schemas": {"Thing": {"type": "object", "properties": {"name": STRING, "id": STRING}}},
        },
    }


def make(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["paths"]["/things"]["post"]
    return found


def query(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = make(data)["parameters"][0]
    return found


def body(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = make(data)["requestBody"]
    return found


def reply(data: dict[str, Any], status: str = "200") -> dict[str, Any]:
    found: dict[str, Any] = make(data)["responses"][status]
    return found


def stream(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = reply(data)["content"]["text/event-stream"]["x-event-stream"]
    return found


def listing(data: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = data["paths"]["/things"]["get"]
    return found


# A change; whether it breaks users, and whether undoing it does; a word of the report.
TABLE: dict[str, tuple[Change, bool, bool, str]] = {
    "operation": (lambda d: d["paths"]["/things"].pop("get"), True, False, "things_list"),
    "operationId": (lambda d: listing(d).update(operationId="things_all"), True, True, "is called"),
    "path": (lambda d: d["paths"].update({"/it": d["paths"].pop("/things")}), True, True, "/it"),
    "method": (
        lambda d: d["paths"]["/things"].update(put=d["paths"]["/things"].pop("post")),
        True,
        True,
        "PUT /things",
    ),
    "tag": (lambda d: listing(d).update(tags=["others"]), True, True, "client."),
    "operation deprecated": (lambda d: listing(d).update(deprecated=True), False, False, "deprecated"),
    "parameter": (lambda d: make(d)["parameters"].pop(), True, False, "X-Mode"),
    "parameter moved": (lambda d: query(d).update({"in": "header"}), True, True, "in the query"),
    "parameter renamed": (lambda d: query(d).update(name="p"), True, True, "q"),
    "parameter required": (lambda d: query(d).update(required=True), True, False, "required"),
    "parameter deprecated": (lambda d: query(d).update(deprecated=True), False, False, "deprecated"),
    "parameter style": (lambda d: query(d).update(style="spaceDelimited"), True, True, "style"),
    "parameter explode": (lambda d: query(d).update(explode=False), True, True, "explode"),
    "parameter allowReserved": (lambda d: query(d).update(allowReserved=True), True, True, "allowReserved"),
    "parameter type": (lambda d: query(d)["schema"].update(items={"type": "integer"}), True, True, "type"),
    "header parameter in another case": (
        lambda d: make(d)["parameters"][1].update(name="x-mode"),
        False,
        False,
        "",
    ),
    "parameter as JSON": (
        lambda d: query(d).update(content={"application/json": {"schema": query(d).pop("schema")}}),
        True,
        True,
        "style was form, is json",
    ),
    "path parameter": (
        lambda d: d["paths"]["/things/{id}"]["parameters"][0]["schema"].update(maxLength=3),
        True,
        False,
        "maxLength",
    ),
    "body": (lambda d: make(d).pop("requestBody"), True, True, "body"),
    "body optional": (lambda d: body(d).update(required=False), False, True, "required"),
    "body media type": (lambda d: body(d)["content"].pop("text/plain"), True, False, "text/plain"),
    "body media type with a parameter": (
        lambda d: body(d)["content"].update(
            {"Application/JSON; charset=utf-8": body(d)["content"].pop("application/json")}
        ),
        False,
        False,
        "",
    ),
    "body encoding": (
        lambda d: body(d)["content"]["text/plain"].update(encoding={"name": {"style": "pipeDelimited"}}),
        True,
        True,
        "encoding",
    ),
    "success of another type": (
        lambda d: make(d)["responses"].update(
            {"201": {"description": "It.", "content": {"application/json": {"schema": STRING}}}}
        ),
        True,
        True,
        "201",
    ),
    "success of the same type": (
        lambda d: make(d)["responses"].update({"201": {"description": "It.", "content": reply(d)["content"]}}),
        False,
        True,
        "201",
    ),
    "reply of a file too": (
        lambda d: reply(d)["content"].update({"text/csv": {"schema": STRING}}),
        True,
        True,
        "text/csv too",
    ),
    "success": (lambda d: make(d)["responses"].pop("202"), True, True, "202"),
    "error": (lambda d: make(d)["responses"].pop("404"), False, False, "404"),
    "reply media type": (lambda d: reply(d)["content"].pop("text/event-stream"), True, False, "text/event-stream"),
    "reply header": (lambda d: reply(d)["headers"].pop("X-Left"), True, False, "X-Left"),
    "reply header type": (lambda d: reply(d)["headers"]["X-Left"].update(schema=STRING), True, True, "X-Left"),
    "job": (lambda d: reply(d, "202").pop("links"), True, True, "job"),
    "security alternative": (lambda d: d["security"].pop(), True, False, "security"),
    "security scheme too": (lambda d: d["security"][0].update(More=[]), True, False, "Token"),
    "security none": (lambda d: d.update(security=[]), False, True, "nothing"),
    "operation security alternative": (lambda d: make(d)["security"].pop(), True, False, "things_make security"),
    "operation security none": (lambda d: make(d).update(security=[]), False, True, "nothing"),
    "operation security said": (
        lambda d: listing(d).update(security=[{"Token": []}]),
        True,
        False,
        "things_list security",
    ),
    "security scheme": (
        lambda d: d["components"]["securitySchemes"]["Token"].update(scheme="basic"),
        True,
        True,
        "Token is http basic",
    ),
    "server": (lambda d: d["servers"][0].update(url="https://y.test/{org}"), True, True, "server"),
    "second server": (lambda d: d["servers"].pop(), False, False, ""),
    "server variable": (lambda d: d["servers"][0]["variables"]["org"].update(default="b"), True, True, "org is b"),
    "path server": (lambda d: d["paths"]["/things"].update(servers=[{"url": "https://z.test"}]), True, True, "z.test"),
    "operation server": (lambda d: listing(d).update(servers=[{"url": "https://z.test"}]), True, True, "z.test"),
    "namespace": (lambda d: d["tags"][0].update({"x-namespace-parameters": ["id"]}), True, True, "namespace things"),
    "schema": (lambda d: d["components"]["schemas"].update(More={"type": "object"}), False, True, "More"),
    "pagination": (lambda d: listing(d).pop("x-pagination"), True, True, "x-pagination"),
    "pagination of other items": (lambda d: listing(d)["x-pagination"].update(items="b"), True, True, "x-pagination"),
    "pagination by another field": (
        lambda d: listing(d)["x-pagination"].update(offset="p"),
        False,
        False,
        "x-pagination",
    ),
    "polling": (lambda d: d["paths"]["/things/{id}"]["get"].pop("x-polling"), True, True, "x-polling"),
    "tool calls": (lambda d: make(d).pop("x-tool-calls"), True, False, "x-tool-calls"),
    "idempotent": (lambda d: make(d).update({"x-idempotent": True}), False, False, "x-idempotent"),
    "mode": (lambda d: make(d).pop("x-modes"), True, True, "things_make.stream"),
    "mode with another value": (lambda d: make(d)["x-modes"][0].update(value="t"), False, False, "things_make.stream"),
    "mode with another reply": (lambda d: make(d)["x-modes"][0].update(status="202"), True, True, "things_make.stream"),
    "mode that hides a field": (
        lambda d: make(d)["x-modes"].append({"property": "id"}),
        True,
        False,
        "id is no longer an argument",
    ),
    "response format": (lambda d: listing(d).pop("x-response-format"), True, False, "x-response-format"),
    "stream of another reply": (lambda d: stream(d).pop("reply"), True, False, "x-event-stream"),
    "stream with other texts": (lambda d: stream(d).update(text=["b"]), False, False, "x-event-stream"),
    "texts": (
        lambda d: (listing(d).update(summary="S", description="D"), reply(d).update(description="E")),
        False,
        False,
        "",
    ),
}


def spec(change: Change | None = None) -> Spec:
    data = copy.deepcopy(base())
    if change:
        change(data)
    return Spec(yaml.safe_dump(data))


@pytest.mark.parametrize("back", [False, True], ids=["there", "back"])
@pytest.mark.parametrize("name", TABLE)
def test_a_change_of_an_operation_is_reported_and_classified(name: str, back: bool) -> None:
    change, breaks, undoing_breaks, says = TABLE[name]
    sides = [spec(), spec(change)]
    found = compare(*(reversed(sides) if back else sides))
    assert any(one.breaking for one in found) == (undoing_breaks if back else breaks), found
    if not says:
        assert found == []
    elif not back:
        assert any(says in f"{one.where} {one.what}" for one in found), found
    else:
        assert found
