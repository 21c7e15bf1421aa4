"""The mock server serves what an author may write in a spec, in strict mode."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from quant_ai_mock import running_mock

THING = {"schema": {"type": "object"}, "examples": {"one": {"value": {"id": "a"}}}}
LATER = {"schema": {"type": "object"}, "examples": {"one": {"value": {"job": "j"}}}}

LINE = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}}
EXAMPLES = {name: {"value": {"id": number}} for number, name in enumerate("abc", start=1)}
LINES = {"200": {"description": "All.", "content": {"application/x-ndjson": {"schema": LINE, "examples": EXAMPLES}}}}
WHOLE = b'{"id":1}\n{"id":2}\n{"id":3}\n'


def spec(folder: Path) -> Path:
    """A spec with an integer and an array in paths, JSON in a charset, and a mode of a body."""
    reply: dict[str, Any] = {
        "200": {"description": "It.", "content": {"application/json; charset=utf-8": THING}},
        "404": {"description": "No.", "content": {"application/json": {"schema": {"type": "object"}}}},
    }
    later = {"202": {"description": "Later.", "content": {"application/json": LATER}}}
    body = {
        "content": {"application/json": {"schema": {"type": "object", "properties": {"async": {"type": "boolean"}}}}}
    }

    def operation(name: str, **more: Any) -> dict[str, Any]:
        return {"operationId": f"things_{name}", "tags": ["things"], "responses": reply, **more}

    def parameter(name: str, schema: Any) -> dict[str, Any]:
        return {"name": name, "in": "path", "required": True, "schema": schema}

    low = {"type": "object", "required": ["low"], "properties": {"low": {"type": "integer"}}}
    either = {
        "anyOf": [low, {"type": "array", "items": {"type": "integer"}}, {"type": "string", "pattern": "^[a-z]+$"}]
    }
    styles: dict[str, dict[str, Any]] = {
        "form": {"name": "p", "in": "query"},
        "commas": {"name": "p", "in": "query", "explode": False},
        "deep": {"name": "p", "in": "query", "style": "deepObject"},
        "header": {"name": "X-P", "in": "header"},
    }
    pair = {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": {"type": "boolean"}}
    mixed = {"name": "p", "in": "query", "required": True, "schema": {"enum": ["a", 1, True, 1.5]}}
    many = {"type": "array", "items": {"type": "string"}, "minItems": 2}
    modes = [{"method": "start", "property": "async", "value": True, "status": "202"}]
    run = operation("run", requestBody=body, responses={**reply, **later}, **{"x-modes": modes})
    data = {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://x.test/{org}"}],
        "paths": {
            "/numbers/{number}/x": {"parameters": [parameter("number", {"type": "integer"})], "get": operation("get")},
            "/many/{names}/x": {"parameters": [parameter("names", many)], "get": operation("many")},
            "/pair": {"get": operation("pair", parameters=[{"name": "p", "in": "query", "schema": pair}])},
            "/mixed": {"get": operation("mixed", parameters=[mixed])},
            "/run": {"post": run},
            **{
                f"/{style}": {"get": operation(style, parameters=[{**given, "required": True, "schema": either}])}
                for style, given in styles.items()
            },
            "/lines": {"get": {**operation("export"), "responses": LINES}},
            "/other": {"get": operation("other", servers=[{"url": "https://x.test/{org}/v4"}])},
        },
    }
    file = folder / "spec.yaml"
    file.write_text(yaml.safe_dump(data), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("method", "path", "body", "status"),
    [
        ("GET", "/numbers/3/x", None, 200),
        ("GET", "/numbers/three/x", None, 404),
        ("GET", "/many/a,b/x", None, 200),
        ("GET", "/many/a/x", None, 404),
        *[("GET", f"/mixed?p={value}", None, 200) for value in ("a", "1", "true", "1.5")],
        ("GET", "/mixed?p=2", None, 422),
        ("GET", "/pair?p=7&p=7&p=true", None, 200),
        ("GET", "/pair?p=a&p=a", None, 422),
        ("POST", "/run", {"async": True}, 202),
        ("POST", "/run", {"async": False}, 200),
        ("GET", "/v4/other", None, 200),
    ],
)
def test_a_request_is_served(tmp_path: Path, method: str, path: str, body: Any, status: int) -> None:
    with running_mock(spec=spec(tmp_path), strict=True) as mock:
        headers = {"Authorization": f"Bearer {mock.organisation().token}", "Accept": "application/json"}
        organisation = mock.organisation()
        url = httpx.URL(organisation.url).join(f"/{organisation.name}{path}")
        headers["Authorization"] = f"Bearer {organisation.token}"
        assert httpx.request(method, url, headers=headers, json=body).status_code == status


@pytest.mark.parametrize(
    ("style", "sent", "wrong"),
    [
        ("form", ("low=1", "p=1&p=2", "p=all"), ("low=a", "p=1&p=a", "p=A")),
        ("commas", ("p=low,1", "p=1,2", "p=all"), ("p=low,a", "p=1,a", "p=A")),
        ("deep", ("p[low]=1", "p=1&p=2", "p=all"), ("p[low]=a", "p[high]=1", "p=A")),
        ("header", ("low, 1", "1,2", "all"), ("low,a", "1,a", "A")),
    ],
)
def test_a_parameter_may_be_an_object_or_an_array_or_text(
    tmp_path: Path, style: str, sent: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    with running_mock(spec=spec(tmp_path), strict=True) as mock:
        organisation = mock.organisation()
        url = httpx.URL(organisation.url).join(f"/{organisation.name}/{style}")
        headers = {"Authorization": f"Bearer {organisation.token}"}
        for text in (*sent, *wrong):
            given = {"headers": {**headers, "X-P": text}} if style == "header" else {"params": text, "headers": headers}
            assert httpx.get(url, **given).status_code == (200 if text in sent else 422), text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, WHOLE),
        ({"Prefer": "example=b"}, b'{"id":2}\n'),
        ({"X-Mock-Fault": "malformed=1"}, b'{"id":1}\n{"broken": \n{"id":2}\n{"id":3}\n'),
        ({"X-Mock-Fault": "truncate=1"}, b'{"id":1}\n{"id'),
    ],
)
def test_json_lines_are_the_examples(tmp_path: Path, headers: dict[str, str], expected: bytes) -> None:
    with running_mock(spec=spec(tmp_path), strict=True) as mock:
        organisation = mock.organisation()
        url = httpx.URL(organisation.url).copy_with(path=f"/{organisation.name}/lines")
        got = httpx.get(url, headers={"Authorization": f"Bearer {organisation.token}", **headers})
        assert (got.headers["content-type"], got.content) == ("application/x-ndjson", expected)


WORDS = {"type": "array", "items": {"type": "string"}}
HAL, PROBLEM = "application/hal+json", "application/problem+json"
STRING = {"type": "string"}
ITEM = {"type": "object", "required": ["id"], "properties": {"id": STRING}}
ERROR = {
    "type": "object",
    "required": ["code", "detail"],
    "properties": {"code": {"type": "integer"}, "detail": STRING},
    "additionalProperties": False,
}


def reply(kind: str, schema: Any, **more: Any) -> dict[str, Any]:
    return {"description": "It.", "content": {kind: {"schema": schema, **more}}}


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    """A client of a server whose spec has replies of many media types, statuses and headers."""
    number = {"name": "n", "in": "query", "required": True, "schema": {"type": "integer"}}
    key = {"name": "id", "in": "path", "required": True, "schema": STRING}
    pet = {"type": "object", "required": ["kind"], "properties": {"kind": STRING}}
    pets = {"oneOf": [pet, {**pet, "title": "Dog"}], "discriminator": {"propertyName": "kind"}}
    location = {"Location": {"required": True, "schema": {"type": "string", "format": "uri"}}}
    total = {"X-Total": {"schema": {"type": "integer"}, "example": 3}, "X-Words": {"required": True, "schema": WORDS}}
    both = {"description": "It.", "content": {"text/csv": {"example": "a,b"}, HAL: {"schema": ITEM}}}
    replies: dict[str, dict[str, Any]] = {
        "get /null": {"200": reply(HAL, {"type": "null"})},
        "get /nullable": {"2XX": reply(HAL, {"type": ["string", "null"]}, example=None)},
        "get /default": {"default": reply("application/json; charset=utf-8", {"const": False})},
        "get /picture": {"200": reply("image/*", STRING, example="x")},
        "get /both": {"200": both},
        "get /items": {"200": {**reply(HAL, {"type": "array", "items": ITEM}), "headers": total}},
        "post /items": {"201": {**reply(HAL, ITEM), "headers": location}},
        "get /items/{id}": {"200": reply(HAL, ITEM), "404": reply(PROBLEM, ERROR)},
        "delete /items/{id}": {"200": reply(HAL, {"type": "null"}), "404": reply("text/plain", STRING)},
        "put /pets": {
            "200": {**reply(HAL, pets), "headers": {"X-Pet": {"required": True, "content": {HAL: {"schema": pet}}}}}
        },
        "post /done": {"201": {"description": "Done.", "headers": {"X-Total": total["X-Total"]}}},
        "get /range": {"204": {"description": "Done."}, "4XX": reply(PROBLEM, ERROR)},
        "get /others": {"204": {"description": "Done."}, "default": reply(PROBLEM, ERROR)},
        "get /text": {"204": {"description": "Done."}, "422": reply("text/html", STRING)},
    }
    paths: dict[str, Any] = {}
    for place, responses in replies.items():
        method, _, path = place.partition(" ")
        given = [number] if path in ("/range", "/others", "/text") else [key] if "{" in path else []
        sent = {"post /items": ITEM, "put /pets": pets}.get(place)
        body = {"requestBody": {"content": {HAL: {"schema": sent}}}} if sent else {}
        paths.setdefault(path, {})[method] = {"parameters": given, "responses": responses, **body}
    file = tmp_path_factory.mktemp("media") / "spec.yaml"
    data = {"openapi": "3.1.1", "info": {"title": "T", "version": "1"}, "paths": paths}
    file.write_text(yaml.safe_dump(data), encoding="utf-8")
    with running_mock(spec=file, strict=True) as mock:
        token = f"Bearer {mock.organisation().token}"
        with httpx.Client(base_url=mock.url, headers={"Authorization": token}) as client:
            client.post("/items", content=b'{"id":"a/b"}', headers={"Content-Type": HAL})
            yield client


@pytest.mark.parametrize(
    ("request_line", "headers", "status", "kind", "content"),
    [
        ("GET /null", {}, 200, HAL, b"null"),
        ("HEAD /null", {}, 200, HAL, b""),
        ("GET /null", {"Prefer": "code=200"}, 200, HAL, b"null"),
        ("GET /nullable", {}, 200, HAL, b"null"),
        ("GET /default", {}, 200, "application/json; charset=utf-8", b"false"),
        ("GET /picture", {}, 200, "image/png", b"x"),
        ("GET /picture", {"Prefer": "code=200"}, 200, "image/png", b"x"),
        ("GET /both", {}, 200, HAL, b'{"id":"id"}'),
        ("GET /both", {"Accept": "text/csv"}, 200, "text/csv", b"a,b"),
        ("GET /both", {"Accept": "application/*;q=0.5, text/*"}, 200, "text/csv", b"a,b"),
        ("GET /both", {"Accept": "*/*, text/csv;q=0"}, 200, HAL, b'{"id":"id"}'),
        ("GET /items", {}, 200, HAL, b'[{"id":"a/b"}]'),
        ("GET /items/a%2Fb", {}, 200, HAL, b'{"id":"a/b"}'),
        ("GET /items/x", {}, 404, PROBLEM, b'{"code":1,"detail":"Item x not found"}'),
        ("DELETE /items/x", {}, 404, "text/plain", b"Item x not found"),
        ("GET /range", {}, 400, PROBLEM, b'{"code":1,"detail":"Invalid parameters: The n field is required."}'),
        ("GET /range", {"Prefer": "code=409"}, 409, PROBLEM, b'{"code":1,"detail":"detail"}'),
        ("GET /others", {}, 422, PROBLEM, b'{"code":1,"detail":"The n field is required."}'),
        ("GET /text", {}, 422, "text/html", b"The n field is required."),
        ("POST /done", {}, 201, None, b""),
    ],
)
def test_a_reply_has_the_media_type_of_the_spec(
    media: httpx.Client, request_line: str, headers: dict[str, str], status: int, kind: str | None, content: bytes
) -> None:
    got = media.request(*request_line.split(), headers=headers)
    assert (got.status_code, got.headers.get("content-type"), got.content) == (status, kind, content)


def test_a_reply_has_the_headers_that_the_spec_requires_or_shows(media: httpx.Client) -> None:
    listed = media.get("/items").headers
    assert (listed["x-total"], listed["x-words"]) == ("3", "text")
    assert media.post("/done").headers["x-total"] == "3"
    pet = media.put("/pets", content=b'{"kind":"a"}', headers={"Content-Type": HAL})  # fits both members
    assert (pet.status_code, pet.json(), pet.headers["x-pet"]) == (200, {"kind": "kind"}, '{"kind":"kind"}')
    made = media.post("/items", content=b'{"id":"c d"}', headers={"Content-Type": HAL})
    assert made.headers["location"] == str(media.base_url.join("/items/c%20d"))
    assert (media.get(made.headers["location"]).json(), media.delete(made.headers["location"]).content) == (
        {"id": "c d"},
        b"null",
    )
