"""The mock server reads what an author may let clients send: parameters in every style, forms, files and large numbers.

Each request is made by a package that is generated from the same spec, so that the two have to agree.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import yaml

from generator.rendering import render
from openapi import Spec
from quant_ai_mock import running_mock

STRING = {"type": "string"}
NUMBER = {"type": "integer"}
NUMBERS = {"type": "array", "items": NUMBER}
FEW = {"type": "array", "items": {"type": "integer", "maximum": 9}}
RANGE = {"type": "object", "properties": {"low": NUMBER, "high": NUMBER}, "required": ["low"]}
DEEP = {"type": "object", "properties": {"at": RANGE}}
FILE = {"type": "string", "format": "binary"}

# For each style: the parameter, a value that fits, and one that does not.
STYLES: dict[str, tuple[dict[str, Any], Any, Any]] = {
    "repeated": ({"schema": FEW}, [1, 2], [10]),
    "commas": ({"schema": FEW, "explode": False}, [1, 2], [1, 10]),
    "blanks": ({"schema": FEW, "style": "spaceDelimited"}, [1, 2], [1, 10]),
    "pipes": ({"schema": FEW, "style": "pipeDelimited"}, [1, 2], [1, 10]),
    "object": ({"schema": RANGE}, {"low": 1, "high": 2}, {"high": 2}),
    "object_commas": ({"schema": RANGE, "explode": False}, {"low": 1, "high": 2}, {"high": 2}),
    "deep": ({"schema": DEEP, "style": "deepObject"}, {"at": {"low": 1}}, {"at": {"high": 1}}),
    "json": ({"content": {"application/json": {"schema": RANGE}}}, {"low": 1}, {"high": 1}),
    "anchor": ({"schema": {"$ref": "#small"}}, 9, 10),
    "beside": ({"schema": {"$ref": "#/components/schemas/Small", "minimum": 5}}, 5, 4),
    "values": ({"schema": {"enum": [True, 3]}}, True, None),
    "header": ({"in": "header", "schema": STRING}, "a", None),
    "header_numbers": ({"in": "header", "schema": FEW}, [1, 2], [10]),
    "header_object": ({"in": "header", "schema": RANGE, "explode": True}, {"low": 1}, {"high": 1}),
    "header_date": ({"in": "header", "schema": {"type": "string", "format": "date"}}, "2026-01-02", "x"),
}
WHOLE = {
    "type": "object",
    "required": ["id", "title"],
    "properties": {
        "id": {**STRING, "readOnly": True},
        "title": {**STRING, "writeOnly": False},
        "secret": {**STRING, "writeOnly": True},
        "pages": {"type": "array", "items": FILE},
        "numbers": NUMBERS,
        "at": RANGE,
        "size": NUMBER,
        "tags": {"type": "array", "items": STRING},
    },
}


def reply(schema: dict[str, Any], *examples: Any) -> dict[str, Any]:
    named = {"examples": {str(value): {"value": value} for value in examples}} if examples else {}
    refused = {"description": "No.", "content": {"application/json": {"schema": {}}}}
    return {"200": {"description": "It.", "content": {"application/json": {"schema": schema, **named}}}, "422": refused}


def operation(name: str, **more: Any) -> dict[str, Any]:
    return {"operationId": f"things_{name}", "tags": ["things"], "responses": reply({}, 1), **more}


def resource(kind: str) -> dict[str, Any]:
    """A collection whose items are created from a body of a media type."""
    name = {"application/json": "json", "multipart/form-data": "parts"}.get(kind, "form")
    whole = {"$ref": "#/components/schemas/Whole"}
    body = {"required": True, "content": {kind: {"schema": whole}}}
    path_id = {"name": "id", "in": "path", "required": True, "schema": STRING}
    return {
        f"/{name}": {"post": operation(f"create_{name}", requestBody=body, responses=reply(whole))},
        f"/{name}/{{id}}": {"parameters": [path_id], "get": operation(f"get_{name}", responses=reply(whole))},
    }


def document() -> dict[str, Any]:
    paths: dict[str, Any] = {}
    for style, (parameter, _, _) in STYLES.items():
        given = {"name": "X-P" if "in" in parameter else "p", "in": "query", "required": True, **parameter}
        paths[f"/styles/{style}"] = {"get": operation(style, parameters=[given])}
    for kind in ("application/json", "multipart/form-data", "application/x-www-form-urlencoded"):
        paths |= resource(kind)
    text = {"required": True, "content": {"text/plain": {"schema": STRING}}}
    paths["/text"] = {"post": operation("text", requestBody=text)}
    paths["/null"] = {"get": operation("null", responses=reply({"type": "null"}))}
    page = {"type": "object", "properties": {"things": NUMBERS, "next": {"type": ["string", "null"]}}}
    for style, rules in (("offset", {"offset": "offset"}), ("cursor", {"cursor": "cursor", "next": "next"})):
        search = {"type": "object", "properties": {"offset": NUMBER, "limit": NUMBER, "cursor": STRING}}
        paths[f"/search/{style}"] = {
            "post": operation(
                f"search_{style}",
                requestBody={"required": True, "content": {"application/json": {"schema": search}}},
                responses=reply(page, {"things": [1, 2, 3, 4, 5]}),
                **{"x-pagination": {"style": style, "in": "body", "items": "things", "limit": "limit", **rules}},
            )
        }
    return {
        "openapi": "3.1.1",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://x.test/{org}", "variables": {"org": {"default": "o"}}}],
        "paths": paths,
        "components": {"schemas": {"Whole": WHOLE, "Small": {"$anchor": "small", "type": "integer", "maximum": 9}}},
    }


class Api:
    """The functions of the generated package, against the mock server."""

    def __init__(self, package: str, client: Any, url: str, token: str) -> None:
        self.package, self.client, self.url, self.token = package, client, url, token

    def __call__(self, name: str, *path: Any, **arguments: Any) -> Any:
        module = importlib.import_module(f"{self.package}.api.things.things_{name}")
        return module.sync(*path, client=self.client, **arguments)

    def status(self, name: str, **arguments: Any) -> int:
        """The status of the reply."""
        errors = importlib.import_module(f"{self.package}.errors")
        try:
            self(name, **arguments)
        except errors.StatusError as error:
            return int(error.status_code)
        return 200


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    folder = tmp_path_factory.mktemp("sent")
    file, package = folder / "spec.yaml", "sent_values_client"
    file.write_text(yaml.safe_dump(document(), sort_keys=False), encoding="utf-8")
    for path, text in render(Spec.load(file)).items():
        target = folder / package / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    sys.path.insert(0, str(folder))
    with running_mock(spec=file, strict=True) as mock:
        organisation = mock.organisation()
        base = str(httpx.URL(organisation.url).copy_with(path=f"/{organisation.name}"))
        with importlib.import_module(f"{package}.client").AuthenticatedClient(base, organisation.token) as client:
            yield Api(package, client, base, organisation.token)
    sys.path.remove(str(folder))


@pytest.mark.parametrize("style", STYLES)
def test_a_parameter_is_read_in_its_style(api: Api, style: str) -> None:
    parameter, right, wrong = STYLES[style]
    name = "x_p" if "in" in parameter else "p"
    assert api.status(style, **{name: right}) == 200
    if wrong is not None:
        assert api.status(style, **{name: wrong}) == 422


@pytest.mark.parametrize("name", ["json", "form", "parts"])
def test_a_body_is_read_and_what_was_sent_is_given_back(api: Api, name: str) -> None:
    body = {"title": "Ünder & over", "numbers": [1, 2], "at": {"low": 3}, "size": 4, "secret": "s", "tags": ["a"]}
    made = api(f"create_{name}", body=body)
    found = api(f"get_{name}", made.id)
    assert found.to_dict() == {**{key: value for key, value in body.items() if key != "secret"}, "id": made.id}


def test_files_are_read(api: Api) -> None:
    made = api("create_parts", body={"title": "t", "pages": [b"one", b"two"]})
    assert made.pages == ["one", "two"]


def test_a_body_without_what_is_required_is_refused(api: Api) -> None:
    assert [api.status(f"create_{name}", body={"size": 1}) for name in ("json", "form", "parts")] == [422] * 3


@pytest.mark.parametrize("number", [2**63, 2**64, 2**70, -(2**65), 10**300])
def test_an_integer_past_64_bits_is_kept(api: Api, number: int) -> None:
    made = api("create_json", body={"title": "t", "size": number, "numbers": [number]})
    assert (made.size, made.numbers) == (number, [number])
    assert api("get_json", made.id).size == number


def test_a_body_of_text_is_read_and_another_one_refused(api: Api) -> None:
    assert api.status("text", body="Hello") == 200
    headers = {"Content-Type": "image/png", "Authorization": f"Bearer {api.token}"}
    assert httpx.post(f"{api.url}/text", content=b"x", headers=headers).status_code == 415


def test_null_is_a_reply(api: Api) -> None:
    assert api("null") is None


@pytest.mark.parametrize("style", ["offset", "cursor"])
def test_pages_that_the_body_selects_are_served_one_after_another(api: Api, style: str) -> None:
    first = api(f"search_{style}", body={"limit": 2})
    assert first.things == [1, 2]
    position = {"offset": 4} if style == "offset" else {"cursor": first.next}
    rest = api(f"search_{style}", body={"limit": 4, **position})
    assert rest.things == ([5] if style == "offset" else [3, 4, 5])
