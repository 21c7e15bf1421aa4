"""The mock server serves what an author may write in a spec, in strict mode."""

from __future__ import annotations

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
