"""`--spec FILE` serves other documents, in every form that OpenAPI 3.1 and YAML allow."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from tests.mock.support.client import ok

from quant_ai_common import spec_text
from quant_ai_mock import running_mock
from quant_ai_mock.document.api import Api
from quant_ai_mock.document.loading import SpecError, load
from quant_ai_mock.document.operations import Parameter
from quant_ai_mock.document.schemas import SchemaBook
from quant_ai_mock.gateway.parameter_values import MISSING, path_value

SCHEMA = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
NAMED = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
JSON = {"application/json": {"schema": SCHEMA}}
PET = {"description": "", "content": JSON}
OK = {"responses": {"200": PET}}
ID = [{"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}]
HEADERS = {"Authorization": "Bearer test-token"}


@contextmanager
def serving(folder: Path, paths: Any, **more: Any) -> Iterator[httpx.Client]:
    """A client of a server that serves these paths."""
    file = folder / "spec.yaml"
    document = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths, **more}
    file.write_text(document if isinstance(document, str) else yaml.safe_dump(document), encoding="utf-8")
    with running_mock(spec=file, strict=False) as mock, httpx.Client(base_url=mock.url, headers=HEADERS) as http:
        yield http


def test_status_codes_need_no_quotes(tmp_path: Path) -> None:
    with serving(tmp_path, {"/pet": {"get": {"responses": {200: PET, 404: {"description": ""}}}}}) as http:
        assert ok(http.get("/pet")) == {"id": "id"}
        assert http.get("/pet", headers={"Prefer": "code=404"}).status_code == 404


def test_a_parameter_may_be_a_part_of_a_segment(tmp_path: Path) -> None:
    paths = {
        "/files/{id}": {"parameters": ID, "get": OK | {"operationId": "plain"}},
        "/files/{id}.json": {"parameters": ID, "get": OK | {"operationId": "as_json"}},
        "/files/{id}:cancel": {"parameters": ID, "post": OK | {"operationId": "cancel"}},
        "/files/{name}.{format}": {"get": OK | {"operationId": "any_format"}},
    }
    with serving(tmp_path, paths) as http:
        sent = [("GET", "a"), ("GET", "a.json"), ("POST", "a.b:cancel"), ("GET", "a.txt"), ("GET", "%2E")]
        assert [http.request(method, f"/files/{name}").status_code for method, name in sent] == [200] * 5
        entries = http.get("/_mock/requests").json()["requests"]
        assert [one["operation"] for one in entries] == ["plain", "as_json", "cancel", "any_format", "plain"]


@pytest.mark.parametrize("security", [{"security": []}, {"security": [{}, {"key": []}]}])
def test_an_operation_without_security_needs_no_token(tmp_path: Path, security: Any) -> None:
    paths = {"/pet": {"get": {**OK, **security}}, "/owner": {"get": OK}}
    schemes = {"key": {"type": "http", "scheme": "bearer"}}
    more = {"security": [{"key": []}], "components": {"securitySchemes": schemes}}
    with serving(tmp_path, paths, **more) as http:
        http.headers.pop("Authorization")
        assert (http.get("/pet").status_code, http.get("/owner").status_code) == (200, 401)


def test_a_document_without_security_needs_no_token(tmp_path: Path) -> None:
    with serving(tmp_path, {"/pet": {"get": OK}}) as http:
        http.headers.pop("Authorization")
        assert http.get("/pet").status_code == 200


@pytest.mark.parametrize(
    ("place", "sent"),
    [
        ("header", {"headers": {"X-Api-Key": "test-token"}}),
        ("query", {"params": {"X-Api-Key": "test-token"}}),
        ("cookie", {"cookies": {"X-Api-Key": "test-token"}}),
    ],
)
def test_a_token_is_taken_where_the_document_says(tmp_path: Path, place: str, sent: Any) -> None:
    schemes = {"key": {"type": "apiKey", "in": place, "name": "X-Api-Key"}}
    more = {"security": [{"key": []}], "components": {"securitySchemes": schemes}}
    with serving(tmp_path, {"/pet": {"get": OK}}, **more) as http:
        assert http.get("/pet").status_code == 401
        assert httpx.get(f"{http.base_url}/pet", **sent).status_code == 200


def test_a_trailing_slash_is_part_of_a_path(tmp_path: Path) -> None:
    listed = {"type": "array", "items": NAMED}
    collection = {
        "get": {"responses": {"200": {"description": "", "content": {"application/json": {"schema": listed}}}}},
        "post": {"requestBody": {"content": JSON}, "responses": {"201": PET}},
    }
    item = {"description": "", "content": {"application/json": {"schema": NAMED}}}
    paths = {
        "/": {"get": OK},
        "/pets/": collection,
        "/pets/{id}/": {"parameters": ID, "get": {"responses": {"200": item}}},
    }
    with serving(tmp_path, paths) as http:
        assert http.get("/").status_code == 200
        made = ok(http.post("/pets/", json={"id": "x", "name": "Rex"}), 201)
        assert [one["id"] for one in ok(http.get("/pets/"))] == [made["id"]]
        assert ok(http.get(f"/pets/{made['id']}/"))["name"] == "Rex"
        assert http.get("/pets").status_code == 404


def test_a_path_item_may_be_a_reference(tmp_path: Path) -> None:
    components = {"pathItems": {"Pet": {"parameters": ID, "get": OK}}}
    with serving(tmp_path, {"/pets/{id}": {"$ref": "#/components/pathItems/Pet"}}, components=components) as http:
        assert ok(http.get("/pets/7")) == {"id": "id"}


def test_a_reference_may_be_percent_encoded(tmp_path: Path) -> None:
    reference = "#/paths/~1pets~1%7Bid%7D/get/responses/200/content/application~1json/schema"
    content = {"application/json": {"schema": {"$ref": reference}}}
    paths = {
        "/pets/{id}": {"parameters": ID, "get": OK},
        "/cat": {"get": {"responses": {"200": {"description": "", "content": content}}}},
    }
    with serving(tmp_path, paths) as http:
        assert ok(http.get("/cat")) == {"id": "id"}


def test_a_parameter_may_have_content(tmp_path: Path) -> None:
    def parameter(name: str, **media: Any) -> Any:
        return {"name": name, "in": "query", "content": {"application/json": media}}

    parameters = [parameter("filter", schema={"type": "object", "required": ["a"]}), parameter("free")]
    with serving(tmp_path, {"/pet": {"get": {**OK, "parameters": parameters}}}) as http:
        assert http.get("/pet", params={"filter": '{"a": 1}', "free": "[1"}).status_code == 200
        for wrong in ("{}", "x", "[" * 300):
            assert next(iter(ok(http.get("/pet", params={"filter": wrong}), 422)["errors"])).startswith("filter")


def test_members_that_are_no_paths_are_left_out(tmp_path: Path) -> None:
    with serving(tmp_path, {"x-note": "get it", "/pet": {"x-get": {}, "summary": "get", "get": OK}}) as http:
        assert http.get("/pet").status_code == 200
        assert len(http.get("/_mock/routes").json()["routes"]) == 1


def test_a_range_of_statuses_is_served(tmp_path: Path) -> None:
    error = {"description": "", "content": {"application/json": {"schema": {"type": "object"}}}}
    responses = {"2XX": PET, "4xx": error, "default": error}
    with serving(tmp_path, {"/pet": {"get": {"responses": responses}}}) as http:
        assert ok(http.get("/pet")) == {"id": "id"}


def test_an_exact_status_comes_before_its_range(tmp_path: Path) -> None:
    other = {"description": "", "content": {"application/json": {"schema": {"type": "string"}}}}
    with serving(tmp_path, {"/pet": {"get": {"responses": {"2XX": other, "200": PET}}}}) as http:
        assert ok(http.get("/pet")) == {"id": "id"}


@pytest.mark.parametrize(
    ("kind", "example", "text"),
    [
        ("text/plain", "1.2.3", "1.2.3"),
        ("text/csv", "a,b\n1,2\n", "a,b\n1,2\n"),
        ("application/xml", "<pet/>", "<pet/>"),
        ("application/json; charset=utf-8", "x", '"x"'),
        ("application/problem+json", {"title": "x"}, '{"title":"x"}'),
        ("text/html; charset=utf-8", "<p>é</p>", "<p>é</p>"),
    ],
)
def test_other_media_types_are_served_as_they_are(tmp_path: Path, kind: str, example: Any, text: str) -> None:
    content = {kind: {"schema": {"type": ["string", "object"]}, "example": example}}
    with serving(tmp_path, {"/v": {"get": {"responses": {"200": {"description": "", "content": content}}}}}) as http:
        for headers in ({}, {"Prefer": "code=200"}):
            reply = http.get("/v", headers=headers)
            assert (reply.status_code, reply.headers["content-type"], reply.content.decode()) == (200, kind, text)


def test_a_collection_may_have_no_schema(tmp_path: Path) -> None:
    bare = {"description": ""}
    untyped = {"description": "", "content": {"application/json": {}}}
    paths = {
        "/pets": {
            "get": {"responses": {"200": untyped}},
            "post": {"requestBody": {"content": JSON}, "responses": {"201": untyped}},
        },
        "/pets/{id}": {
            "parameters": ID,
            "get": {"responses": {"200": untyped}},
            "delete": {"responses": {"204": bare}},
        },
        "/owners": {"get": {"responses": {"200": bare}}, "post": {"responses": {"201": bare}}},
        "/owners/{id}": {"parameters": ID, "get": OK},
    }
    with serving(tmp_path, paths) as http:
        made = ok(http.post("/pets", json={"id": "x", "name": "Rex"}), 201)
        assert ok(http.get("/pets"))[0]["name"] == "Rex"
        assert ok(http.get(f"/pets/{made['id']}"))["name"] == "Rex"
        assert http.delete(f"/pets/{made['id']}").status_code == 204
        assert http.get("/owners").status_code == 200
        assert http.post("/owners").status_code == 201


def test_variables_within_a_segment_of_a_server_have_their_defaults(tmp_path: Path) -> None:
    variables = {"region": {"default": "eu"}, "n": {"default": "2"}}
    servers = [{"url": "https://{region}.x.example/v{n}", "variables": variables}]
    with serving(tmp_path, {"/pet": {"get": OK}}, servers=servers) as http:
        assert http.get("/v2/pet").status_code == 200


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: &a [*a]\npaths: {}", "#/a/0: an alias contains itself"),
        ("a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
         + "paths: {}", "more than 50,000 values"),
        ("paths: {/x: {get: {responses: {}, x-n: .nan}}}", "#/paths//x/get/x-n: JSON has no number nan"),
        ("[" * 5000, "nested too deep"),
        ("paths: " + "[" * 200_000, "nested too deep"),
        ("a: " + "[" * 300 + "]" * 300, "#/a/0/0: nested too deep"),
        ("a: 1\nb: x\x07\n", ":2:5: unacceptable character"),
    ],
)  # fmt: skip
def test_yaml_that_is_no_json_is_refused_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, complaint: str
) -> None:
    monkeypatch.setattr(spec_text, "_MAX_VALUES", 50_000)
    file = tmp_path / "spec.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SpecError, match=complaint) as refused:
        load(file)
    assert "\n" not in str(refused.value)


def test_names_in_yaml_are_texts(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    file.write_text("paths: {/x: {get: {responses: {200: {description: x}}, x-on: {true: 1, null: 2, 1.5: 3}}}}")
    spec = load(file)
    assert spec["paths"]["/x"]["get"]["x-on"] == {"true": 1, "null": 2, "1.5": 3}
    assert Api(spec).operations["get /x"].success_status == 200


def test_scalars_are_read_as_yaml_1_2_means_them(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    words = "[no, On, 1:30, 2026-01-31, 1_000, =, True, Null, 010, 0o10, 0x1F, 1e3, .5, ~, +7, <<, '5']"
    file.write_text(f"paths: {{}}\nx-1: &a {{b: 1}}\nx-2: {{<<: *a, no: 2}}\nx-words: {words}\n")
    found = load(file)
    assert found["x-words"] == [
        *("no", "On", "1:30", "2026-01-31", "1_000", "=", True, None, 10, 8, 31, 1000.0, 0.5, None, 7, "<<", "5")
    ]
    assert found["x-2"] == {"b": 1, "no": 2}


NULLABLE = {"type": "string", "nullable": True}


@pytest.mark.parametrize(
    ("schema", "valid", "invalid"),
    [
        (NULLABLE, [None, "x"], [5]),
        ({"type": "string", "enum": ["a"], "nullable": True}, [None, "a"], ["b"]),
        ({"allOf": [{"type": "string"}], "nullable": True}, [None, "a"], [5]),
        ({"type": "string", "nullable": False}, ["a"], [None]),
        ({"type": "integer", "minimum": 0, "exclusiveMinimum": True}, [1], [0]),
        ({"type": "integer", "maximum": 9, "exclusiveMaximum": False}, [9], [10]),
        ({"type": "object", "properties": {"nullable": {"type": "boolean"}}}, [{"nullable": True}], [{"nullable": 1}]),
        (
            {"type": "object", "properties": {"default": NULLABLE, "minimum": {"type": "string"}}},
            [{"default": None}],
            [5],
        ),
    ],
)
def test_openapi_3_0_is_read_as_what_it_means(
    tmp_path: Path, schema: Any, valid: list[Any], invalid: list[Any]
) -> None:
    inner = {"type": "object", "required": ["n"], "properties": {"n": schema}}
    paths = {"/a": {"post": {**OK, "requestBody": {"content": {"application/json": {"schema": inner}}}}}}
    with serving(tmp_path, paths, openapi="3.0.3") as http:
        assert [http.post("/a", json={"n": value}).status_code for value in valid] == [200] * len(valid)
        assert [http.post("/a", json={"n": value}).status_code for value in invalid] == [422] * len(invalid)


def test_a_default_reply_of_openapi_3_0_may_have_null(tmp_path: Path) -> None:
    reply = {"description": "", "content": {"application/json": {"schema": NULLABLE, "example": None}}}
    with serving(tmp_path, {"/a": {"get": {"responses": {"default": reply}}}}, openapi="3.0.0") as http:
        assert http.get("/_mock/spec.json").json()["paths"]["/a"]["get"]["responses"]["default"]["content"][
            "application/json"
        ]["schema"] == {"type": ["string", "null"]}


def test_swagger_is_refused_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text("swagger: '2.0'\npaths: {}\n", encoding="utf-8")
    with pytest.raises(SpecError, match=r"Swagger 2\.0 is not supported"):
        load(tmp_path / "spec.yaml")


def test_a_default_reply_stands_for_the_success_and_for_every_other_status(tmp_path: Path) -> None:
    file = tmp_path / "spec.yaml"
    required = [{"name": "n", "in": "query", "required": True, "schema": {"type": "integer"}}]
    paths = {"/a": {"get": {"responses": {"default": PET}, "parameters": required}}}
    file.write_text(yaml.safe_dump({"openapi": "3.1.0", "paths": paths}), encoding="utf-8")
    with running_mock(spec=file, strict=True) as mock, httpx.Client(base_url=mock.url, headers=HEADERS) as http:
        assert ok(http.get("/a", params={"n": 1})) == {"id": "id"}
        assert http.get("/a").status_code == 422


@pytest.mark.parametrize(
    ("style", "query"), [("pipeDelimited", "n=1|2"), ("spaceDelimited", "n=1%202"), ("form", "n=1,2")]
)
def test_items_of_a_parameter_are_separated_in_its_style(tmp_path: Path, style: str, query: str) -> None:
    array = {"type": "array", "items": {"type": "integer"}, "minItems": 2}
    parameter = {"name": "n", "in": "query", "style": style, "explode": False, "schema": array}
    with serving(tmp_path, {"/a": {"get": {**OK, "parameters": [parameter]}}}) as http:
        assert http.get(f"/a?{query}").status_code == 200
        assert http.get("/a?n=1").status_code == 422


STYLED = [
    # style, explode, schema, a segment, and one in another style
    ("label", False, {"type": "integer"}, ".5", "5"),
    ("label", True, {"type": "array", "items": {"type": "integer"}, "minItems": 3}, ".3.4.5", ".3,4,5"),
    ("label", False, {"type": "array", "items": {"type": "integer"}, "minItems": 3}, ".3,4,5", ".3.4.5"),
    ("label", True, {"type": "object", "required": ["r"]}, ".r=admin.n=Ada", ".r,admin"),
    ("matrix", False, {"type": "integer"}, ";id=5", ";ie=5"),
    ("matrix", True, {"type": "array", "items": {"type": "integer"}, "minItems": 3}, ";id=3;id=4;id=5", ";id=3,4,5"),
    ("matrix", False, {"type": "array", "items": {"type": "integer"}, "minItems": 3}, ";id=3,4,5", "3,4,5"),
    ("matrix", True, {"type": "object", "required": ["r"]}, ";r=admin;n=Ada", ";id=r,admin"),
    ("matrix", False, {"type": "object", "required": ["r"]}, ";id=r,admin,n,Ada", ";r=admin"),
    ("simple", True, {"type": "object", "required": ["r"]}, "r=admin,n=Ada", "n=Ada"),
    ("simple", False, {"type": "object", "required": ["r"]}, "r,admin,n,Ada", "n,Ada"),
]


@pytest.mark.parametrize(("style", "explode", "schema", "right", "wrong"), STYLED)
def test_a_path_parameter_is_read_in_its_style(style: str, explode: bool, schema: Any, right: str, wrong: str) -> None:
    parameter = Parameter("id", "path", True, SchemaBook({"s": schema}).at("s"), explode, style)
    for segment, fits in ((right, True), (wrong, False)):
        value = path_value(parameter, segment)[1]
        assert (value is not MISSING and parameter.schema.is_valid(value)) == fits, (segment, value)


def test_a_record_is_found_by_its_id_in_the_style_of_the_path(tmp_path: Path) -> None:
    listed = {"application/json": {"schema": {"type": "array", "items": NAMED}}}
    collection = {
        "get": {"responses": {"200": {"description": "", "content": listed}}},
        "post": {"requestBody": {"content": JSON}, "responses": {"201": PET}},
    }
    paths = {"/pets": collection, "/pets/{id}": {"parameters": [ID[0] | {"style": "label"}], "get": OK}}
    with serving(tmp_path, paths) as http:
        made = ok(http.post("/pets", json={"id": "x"}), 201)
        assert ok(http.get(f"/pets/.{made['id']}")) == {"id": made["id"]}
        assert http.get(f"/pets/{made['id']}").status_code == 404
