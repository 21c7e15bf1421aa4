"""The checker reads what an author may write in a spec: parameters in every style, bodies of any type, anchors."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
import yaml

from quant_ai_contract import Contract, Exchange, Verdict, check, load

JSON = "application/json"
STRING = {"type": "string"}
NUMBERS = {"type": "array", "items": {"type": "integer"}}
RANGE = {"type": "object", "required": ["low"], "properties": {"low": {"type": "integer"}, "tags": {"type": "array"}}}
PARAMETERS: dict[str, dict[str, Any]] = {
    "commas": {"schema": NUMBERS, "explode": False},
    "blanks": {"schema": NUMBERS, "style": "spaceDelimited"},
    "pipes": {"schema": NUMBERS, "style": "pipeDelimited"},
    "object": {"schema": RANGE},
    "pairs": {"schema": RANGE, "explode": False},
    "deep": {"schema": {"type": "object", "properties": {"at": RANGE}}, "style": "deepObject"},
    "json": {"content": {"application/json": {"schema": RANGE}}},
    "either": {"schema": {"anyOf": [RANGE, {"type": "array", "items": {"type": "integer"}}, {"const": "all"}]}},
    "either-pairs": {"schema": {"anyOf": [RANGE, {"const": "a,b"}]}, "explode": False},
    "anchor": {"schema": {"$ref": "#small"}},
}


def operation(name: str, **more: Any) -> dict[str, Any]:
    return {"operationId": name, "responses": {"204": {"description": "Done."}}, **more}


@pytest.fixture(scope="module")
def contract(tmp_path_factory: pytest.TempPathFactory) -> Contract:
    paths: dict[str, Any] = {
        f"/{name}": {"get": operation(name, parameters=[{"name": "p", "in": "query", "required": True, **parameter}])}
        for name, parameter in PARAMETERS.items()
    }
    for name, kind in (("text", "text/plain"), ("form", "multipart/form-data")):
        body = {"required": True, "content": {kind: {"schema": STRING}}}
        paths[f"/{name}"] = {"post": operation(name, requestBody=body)}
    form = {
        "type": "object",
        "required": ["count"],
        "properties": {
            "count": {"type": "integer"},
            "word": {"type": "string"},
            "words": {"type": "array", "items": {"type": "string", "maxLength": 3}},
            "range": RANGE,
            "file": {"type": "string", "format": "binary"},
        },
    }
    for name, kind in (("encoded", "application/x-www-form-urlencoded"), ("parts", "multipart/form-data")):
        content = {"schema": form, "encoding": {"words": {"style": "pipeDelimited"}} if name == "encoded" else {}}
        paths[f"/{name}"] = {"post": operation(name, requestBody={"required": True, "content": {kind: content}})}
    headers = [
        {"name": "X-Count", "in": "header", "required": True, "schema": {"type": "integer"}},
        {"name": "X-Words", "in": "header", "schema": {"type": "array", "items": {"type": "string"}, "maxItems": 2}},
        {"name": "X-Range", "in": "header", "content": {"application/json": {"schema": RANGE}}},
    ]
    kinds = ("Application/JSON; charset=utf-8", "application/vnd.x+json; version=2", "image/*")
    for number, kind in enumerate(kinds):
        reply = {"description": "It.", "content": {kind: {"schema": RANGE if "json" in kind.lower() else STRING}}}
        paths[f"/replies/{number}"] = {"get": operation(f"reply_{number}", responses={"200": reply})}
    many = {"name": "p", "in": "path", "required": True, "schema": {"type": "array", "items": {"type": "integer"}}}
    paths["/many/{p}"] = {"get": operation("many", parameters=[many])}
    paths["/headers"] = {"get": operation("headers", parameters=headers)}
    reply_headers = {one["name"]: {key: one[key] for key in one.keys() - {"name", "in"}} for one in headers}
    link = {"operationRef": "#/paths/~1head/head"}
    small = {"$ref": "#/components/schemas/Small%20One"}
    pets = {"oneOf": [{"type": "object"}, {"type": "object"}], "discriminator": {"propertyName": "kind"}}
    linked = {"200": {"description": "It.", "content": {JSON: {"schema": pets}}, "links": {"other": link}}}
    paths["/pets"] = {"get": operation("pets", responses=linked)}
    paths["/escaped"] = {"get": operation("escaped", parameters=[{"name": "p", "in": "query", "schema": small}])}
    replies = {"204": {"description": "Done.", "headers": {**reply_headers, "Content-Type": {"schema": NUMBERS}}}}
    paths["/reply-headers"] = {"get": operation("reply_headers", responses=replies)}
    paths["/charset"] = {
        "post": operation("charset", requestBody={"content": {"application/json; charset=utf-8": {"schema": RANGE}}})
    }
    lines = {"200": {"description": "All.", "content": {"application/x-ndjson": {"schema": RANGE}}}}
    paths["/head"] = {"head": operation("head", responses={"200": {"description": "It.", "content": {JSON: {}}}})}
    paths["/lines"] = {"get": operation("lines", responses=lines)}
    paths["/elsewhere"] = {"get": operation("elsewhere", servers=[{"url": "https://x.test/v4"}])}
    file = tmp_path_factory.mktemp("edited") / "spec.yaml"
    file.write_text(
        yaml.safe_dump(
            {
                "openapi": "3.1.1",
                "info": {"title": "T", "version": "1"},
                "servers": [{"url": "https://x.test/v3"}],
                "paths": paths,
                "components": {
                    "schemas": {
                        "Small": {"$anchor": "small", "type": "integer", "maximum": 9},
                        "Small One": {"type": "integer", "maximum": 9},
                    }
                },
            }
        ),
        encoding="utf-8",
    )
    return load(file)


def rules_of(verdict: Verdict) -> list[str]:
    """The rules that a request breaks; that the service took it all the same is another finding."""
    return [finding.rule for finding in verdict.errors if finding.rule != "accepted"]


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("commas", "p=1,2", "p=1,a"),
        ("blanks", "p=1%202", "p=1%20a"),
        ("pipes", "p=1|2", "p=1|a"),
        ("object", "low=1&tags=a", "low=a"),
        *(
            ("either", right, wrong)
            for right, wrong in (("low=1", "low=a"), ("p=1&p=2", "p=1&p=a"), ("p=all", "p=none"))
        ),
        *(("either-pairs", right, "p=low,a") for right in ("p=low,1", "p=a,b")),
        ("pairs", "p=low,1", "p=low,a"),
        ("deep", "p[at][low]=1&p[at][tags]=b", "p[at][low]=a"),
        ("json", "p=%7B%22low%22%3A1%7D", "p=%7B%7D"),
        ("anchor", "p=9", "p=10"),
    ],
)
def test_a_parameter_is_checked_in_its_style(contract: Contract, name: str, right: str, wrong: str) -> None:
    found = [check(contract, Exchange("GET", f"https://x.test/v3/{name}?{query}", 204)) for query in (right, wrong)]
    assert [(list(verdict.errors), list(verdict.notes)) for verdict in found[:1]] == [([], [])]
    assert rules_of(found[1]) == ["query-parameter"]


@pytest.mark.parametrize(
    ("name", "kind", "body", "rules"),
    [
        ("text", "text/plain; charset=utf-8", b"a", []),
        ("text", "image/png", b"a", ["content-type"]),
        ("text", "", b"", ["request-body"]),
        ("form", "multipart/form-data; boundary=x", b"--x--", []),
        ("form", "application/json", b"{}", ["content-type"]),
        ("charset", "application/json", b'{"low": 1}', []),
        ("charset", "application/json", b"{}", ["request-body"]),
    ],
)
def test_a_body_is_checked_against_its_media_type(
    contract: Contract, name: str, kind: str, body: bytes, rules: list[str]
) -> None:
    exchange = Exchange(
        "POST", f"https://x.test/v3/{name}", 204, request_headers={"content-type": kind}, request_body=body
    )
    assert rules_of(check(contract, exchange)) == rules


@pytest.mark.parametrize(("text", "rules"), [("1,2", []), ("1", []), ("1,a", ["path-parameter"])])
def test_an_array_in_a_path_is_checked_by_item(contract: Contract, text: str, rules: list[str]) -> None:
    assert rules_of(check(contract, Exchange("GET", f"https://x.test/v3/many/{text}", 204))) == rules


@pytest.mark.parametrize(
    ("number", "kind", "body", "rules"),
    [
        (0, "application/json", b'{"low": 1}', []),
        (0, "application/json; charset=UTF-8", b"{}", ["reply-body"]),
        (0, "text/plain", b"{}", ["content-type"]),
        (1, "application/vnd.x+json", b'{"low": 1}', []),
        (1, "application/vnd.x+json;version=2", b"{}", ["reply-body"]),
        (1, "application/json", b"{}", ["content-type"]),
        (2, "image/png", b"a", []),
        (2, "text/png", b"a", ["content-type"]),
        (2, "", b"a", ["content-type"]),
    ],
)
def test_a_reply_is_checked_as_its_media_type(
    contract: Contract, number: int, kind: str, body: bytes, rules: list[str]
) -> None:
    url, headers = f"https://x.test/v3/replies/{number}", {"content-type": kind} if kind else {}
    assert rules_of(check(contract, Exchange("GET", url, 200, reply_headers=headers, reply_body=body))) == rules


def test_a_value_may_fit_all_members_that_a_discriminator_tells_apart(contract: Contract) -> None:
    reply = {"reply_headers": {"content-type": JSON}, "reply_body": b'{"kind": "cat"}'}
    assert not list(check(contract, Exchange("GET", "https://x.test/v3/pets", 200, **reply)).errors)


def test_a_reference_may_be_percent_encoded(contract: Contract) -> None:
    small, large = (check(contract, Exchange("GET", f"https://x.test/v3/escaped?p={n}", 204)) for n in (9, 10))
    assert (rules_of(small), rules_of(large)) == ([], ["query-parameter"])


def test_a_reply_to_head_has_no_body_to_check(contract: Contract) -> None:
    exchange = Exchange("HEAD", "https://x.test/v3/head", 200, reply_headers={"content-type": JSON}, reply_body=b"")
    assert not list(check(contract, exchange).errors)


def test_an_operation_is_found_at_its_own_server(contract: Contract) -> None:
    assert not list(check(contract, Exchange("GET", "https://x.test/v4/elsewhere", 204)).errors)


@pytest.mark.parametrize(
    ("body", "cut", "found"),
    [
        (b'{"low": 1}\n\r\n{"low": 2}\n', False, []),
        (b'\x1e{"low":\n1}\n\x1e{"low": 2}\n', False, []),
        (b'{"low": 1}\n{"low": "a"}\n<p>\n', False, ["line 2/low", "line 3"]),
        (b'{"low": 1}\n{"lo', False, ["line 2"]),
        (b'{"low": 1}\n{"lo', True, []),
    ],
)
def test_each_line_of_json_lines_is_checked(contract: Contract, body: bytes, cut: bool, found: list[str]) -> None:
    headers = {"content-type": "application/x-ndjson"}
    exchange = Exchange("GET", "https://x.test/v3/lines", 200, reply_headers=headers, reply_body=body)
    verdict = check(contract, replace(exchange, reply_body_cut=cut))
    assert [finding.at for finding in verdict.errors] == found
    assert verdict.cut == cut


PARTS = b"".join(
    b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n' % part
    for part in (
        (b"count", b"", b"3"),
        (b"words", b"", b"a"),
        (b"words", b"", b"12"),
        (b"range", b"\r\nContent-Type: application/json", b'{"low": 1}'),
        (b"file", b'; filename="a.png"\r\nContent-Type: image/png', b"\x89PNG\xff"),
    )
)


@pytest.mark.parametrize(
    ("name", "body", "found"),
    [
        ("encoded", b"count=3&word=7&words=a|1&range=%7B%22low%22%3A1%7D", []),
        ("encoded", b"count=three", ["body/count"]),
        ("encoded", b"words=a|long", ["body", "body/words/1"]),
        ("encoded", b"count=3&range=%7B%7D", ["body/range"]),
        ("parts", PARTS + b"--x--\r\n", []),
        ("parts", PARTS.replace(b"12", b"1234") + b"--x--\r\n", ["body/words/1"]),
        ("parts", PARTS.replace(b"3", b"three") + b"--x--\r\n", ["body/count"]),
        ("parts", PARTS.replace(b'{"low": 1}', b"[]") + b"--x--\r\n", ["body/range"]),
        ("parts", b"--y--\r\n", ["body"]),
    ],
)
def test_the_fields_of_a_form_are_checked(contract: Contract, name: str, body: bytes, found: list[str]) -> None:
    kind = "application/x-www-form-urlencoded" if name == "encoded" else "multipart/form-data; boundary=x"
    exchange = Exchange(
        "POST", f"https://x.test/v3/{name}", 204, request_headers={"content-type": kind}, request_body=body
    )
    verdict = check(contract, exchange)
    assert sorted(finding.at for finding in verdict.errors if finding.rule == "request-body") == found
    assert not [finding for finding in verdict.errors if finding.rule not in ("request-body", "accepted")]


@pytest.mark.parametrize(
    ("headers", "found"),
    [
        ({"x-count": "3", "x-words": "1, b", "x-range": '{"low": 1}'}, []),
        ({"x-words": "a"}, ["header.X-Count"]),
        ({"x-count": "three"}, ["header.X-Count"]),
        ({"x-count": "3", "x-words": "a,b,c", "x-range": "{}"}, ["header.X-Words", "header.X-Range"]),
    ],
)
def test_header_parameters_are_checked(contract: Contract, headers: dict[str, str], found: list[str]) -> None:
    verdict = check(contract, Exchange("GET", "https://x.test/v3/headers", 204, request_headers=headers))
    assert [finding.at for finding in verdict.errors if finding.rule == "header-parameter"] == found
    verdict = check(contract, Exchange("GET", "https://x.test/v3/reply-headers", 204, reply_headers=headers))
    assert sorted(finding.at for finding in verdict.errors if finding.rule == "reply-header") == sorted(found)
