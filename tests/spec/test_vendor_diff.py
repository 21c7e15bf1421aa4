"""The vendor's document is compared with ours, however it is written; what differs is found, and only that."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.removed import removed_in

import vendor_diff
from openapi import Spec, SpecFileError
from vendordiff import Disagreement, acceptances, compare, facts_of
from vendordiff.values import fields_of

SCOPE = ["/api/v3/organisations/{}/ai"]
STRING = {"type": "string"}


def ours() -> dict[str, Any]:
    """A small spec in the style of this project."""
    note = {
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "maxLength": 40},
            "state": {"$ref": "#/components/schemas/State"},
            "size": {"type": ["integer", "null"], "minimum": 1, "default": 3},
            "tags": {"type": "array", "maxItems": 9, "items": {"type": "string", "pattern": "^a"}},
            "made": {"type": "string", "format": "date-time"},
            "labels": {"type": "object", "additionalProperties": STRING},
            "source": {"anyOf": [{"$ref": "#/components/schemas/Link"}, {"$ref": "#/components/schemas/Text"}]},
        },
    }
    reply = {
        "description": "It.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}, "example": {"id": "a"}}},
    }
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "maximum": 9, "enum": [1, 2]}}
    body = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Note"}}}}
    return {
        "openapi": "3.1.1",
        "info": {"title": "Ours", "version": "1"},
        "servers": [{"url": "https://x.test/api/v3/organisations/{org}/ai"}],
        "paths": {
            "/notes": {
                "get": {"parameters": [limit], "responses": {"200": reply, "404": {"description": "No."}}},
                "post": {"requestBody": body, "responses": {"200": reply, "202": reply}},
            },
            "/notes/{noteId}": {"get": {"responses": {"200": reply}}},
        },
        "components": {
            "schemas": {
                "Note": note,
                "State": {"type": "string", "enum": ["kept", "lost"]},
                "Link": {"type": "object", "required": ["href"], "properties": {"href": STRING}},
                "Text": {"type": "object", "required": ["text"], "properties": {"text": STRING}},
            }
        },
    }


def theirs() -> dict[str, Any]:
    """The same API as the vendor writes it: OpenAPI 3.0, other names and spellings, schemas in place, another order."""
    data = ours()
    schemas = data["components"].pop("schemas")

    def inlined(value: Any) -> Any:
        if isinstance(value, dict):
            if "$ref" in value:
                return inlined(schemas[value["$ref"].rpartition("/")[2]])
            return {key: inlined(item) for key, item in reversed(value.items())}
        return [inlined(item) for item in value] if isinstance(value, list) else value

    data = inlined(data)
    data["openapi"] = "3.0.0"
    data["servers"] = [{"url": "https://other.test"}]
    data["paths"] = {
        f"/api/v3/organizations/{{organisation}}/ai{path.replace('noteId', 'note')}": item
        for path, item in data["paths"].items()
    }
    data["paths"]["/api/v3/organizations/{organisation}/crawlers"] = {"get": {"responses": {}}}
    for item in data["paths"].values():
        for operation in item.values():
            for part in (operation.get("requestBody"), *operation["responses"].values()):
                for media in ((part or {}).get("content") or {}).values():
                    properties = media["schema"]["properties"]
                    properties["size"] |= {"type": "integer", "nullable": True}
                    properties["source"] = {"oneOf": properties["source"]["anyOf"][::-1]}
                    properties["id"] = {"allOf": [properties["id"]], "description": "Its id."}
    return data


BASE = "/api/v3/organizations/{organisation}/ai/notes"


def body(data: dict[str, Any]) -> dict[str, Any]:
    return data["paths"][BASE]["post"]["requestBody"]["content"]["application/json"]["schema"]


def reply(data: dict[str, Any]) -> dict[str, Any]:
    return data["paths"][BASE]["get"]["responses"]["200"]["content"]["application/json"]["schema"]


def limit(data: dict[str, Any]) -> dict[str, Any]:
    return data["paths"][BASE]["get"]["parameters"][0]


# A change of the vendor's document, and the kind, the change and the place of what is found.
SEEDS: dict[str, tuple[Callable[[dict[str, Any]], Any], str, str, str]] = {
    "an operation": (lambda d: d["paths"].update({f"{BASE}/x": {"get": {"responses": {}}}}), "operation", "new", "/x"),
    "no operation": (lambda d: d["paths"][BASE].pop("post"), "operation", "gone", "POST /ai/notes"),
    "a deprecation": (lambda d: d["paths"][BASE]["get"].update(deprecated=True), "operation", "changed", "/ai/notes"),
    "a status": (
        lambda d: d["paths"][BASE]["get"]["responses"].update({"409": {"description": "No."}}),
        "status",
        "new",
        "409",
    ),
    "no status": (lambda d: d["paths"][BASE]["post"]["responses"].pop("202"), "status", "gone", "202"),
    "a media type": (
        lambda d: d["paths"][BASE]["get"]["responses"]["200"]["content"].update({"text/csv": {}}),
        "media",
        "new",
        "200 text/csv",
    ),
    "no body": (lambda d: d["paths"][BASE]["post"].pop("requestBody"), "media", "gone", "body application/json"),
    "an optional body": (
        lambda d: d["paths"][BASE]["post"]["requestBody"].update(required=False),
        "required",
        "changed",
        "body application/json",
    ),
    "a parameter": (
        lambda d: d["paths"][BASE]["get"]["parameters"].append({"name": "q", "in": "query", "schema": STRING}),
        "parameter",
        "new",
        "query q",
    ),
    "no parameter": (lambda d: d["paths"][BASE]["get"]["parameters"].clear(), "parameter", "gone", "query limit"),
    "a required parameter": (lambda d: limit(d).update(required=True), "required", "changed", "query limit"),
    "a type of a parameter": (lambda d: limit(d)["schema"].update(type="string"), "type", "changed", "query limit"),
    "a bound of a parameter": (lambda d: limit(d)["schema"].update(maximum=8), "bound", "changed", "query limit"),
    "a value of a parameter": (lambda d: limit(d)["schema"].update(enum=[1, 2, 3]), "value", "new", "query limit"),
    "a field of a request": (lambda d: body(d)["properties"].update(x=STRING), "field", "new", "json x"),
    "a field of a reply": (lambda d: reply(d)["properties"].update(x=STRING), "field", "new", "json x"),
    "no field": (lambda d: reply(d)["properties"].pop("made"), "field", "gone", "json made"),
    "a field of a member": (
        lambda d: reply(d)["properties"]["source"]["oneOf"][0]["properties"].update(more=STRING),
        "field",
        "new",
        "source.more",
    ),
    "a required field": (lambda d: body(d)["required"].append("made"), "required", "changed", "json made"),
    "an optional field": (lambda d: reply(d)["required"].clear(), "required", "changed", "json id"),
    "a type": (lambda d: body(d)["properties"]["tags"].update(type="string"), "type", "changed", "json tags"),
    "a type of items": (
        lambda d: body(d)["properties"]["tags"]["items"].update(type="integer"),
        "type",
        "changed",
        "tags[]",
    ),
    "a type of a map": (
        lambda d: body(d)["properties"]["labels"].update(additionalProperties={"type": "integer"}),
        "type",
        "changed",
        "labels.*",
    ),
    "no null": (lambda d: body(d)["properties"]["size"].pop("nullable"), "type", "changed", "json size"),
    "an enum value": (lambda d: reply(d)["properties"]["state"]["enum"].append("new"), "value", "new", "json state"),
    "no enum value": (lambda d: reply(d)["properties"]["state"]["enum"].remove("lost"), "value", "gone", "json state"),
    "no enum": (lambda d: reply(d)["properties"]["state"].pop("enum"), "value", "changed", "json state"),
    "a format": (lambda d: reply(d)["properties"]["made"].update(format="date"), "format", "changed", "json made"),
    "a minimum": (lambda d: body(d)["properties"]["size"].update(minimum=2), "bound", "changed", "json size"),
    "a length": (lambda d: body(d)["properties"]["id"]["allOf"][0].pop("maxLength"), "bound", "changed", "json id"),
    "a pattern": (
        lambda d: body(d)["properties"]["tags"]["items"].update(pattern="^b"),
        "bound",
        "changed",
        "tags[]",
    ),
    "a default": (lambda d: body(d)["properties"]["size"].update(default=4), "default", "changed", "json size"),
    "details": (
        lambda d: reply(d)["properties"].update(source={"type": "object"}),
        "detail",
        "gone",
        "source.href",
    ),
    "a token": (lambda d: d.update(security=[{"Bearer": []}]), "security", "changed", "GET /ai/notes"),
    "a header": (
        lambda d: d["paths"][BASE]["get"]["responses"]["200"].update(headers={"X-Total": {"schema": STRING}}),
        "header",
        "new",
        "200 header x-total",
    ),
    "a deprecated parameter": (lambda d: limit(d).update(deprecated=True), "parameter", "changed", "query limit"),
    "a field that is only read": (
        lambda d: body(d)["properties"]["made"].update(readOnly=True),
        "access",
        "changed",
        "json made",
    ),
    "no further fields": (lambda d: body(d).update(additionalProperties=False), "closed", "changed", "json"),
    "a discriminator": (
        lambda d: reply(d)["properties"]["source"].update(
            discriminator={"propertyName": "kind", "mapping": {"a": "A"}}
        ),
        "union",
        "changed",
        "json source",
    ),
}

SILENT: dict[str, Callable[[dict[str, Any]], Any]] = {
    "a description": lambda d: body(d)["properties"]["made"].update(description="Else.", title="Made"),
    "texts of an operation": lambda d: d["paths"][BASE]["get"].update(summary="S", description="D", externalDocs={}),
    "a tag": lambda d: d["paths"][BASE]["get"].update(tags=["other"]),
    "an operationId": lambda d: d["paths"][BASE]["get"].update(operationId="other"),
    "an extension": lambda d: d["paths"][BASE]["get"].update({"x-other": 1}),
    "the order of values": lambda d: reply(d)["properties"]["state"]["enum"].reverse(),
    "the order of members": lambda d: reply(d)["properties"]["source"]["oneOf"].reverse(),
    "the order of a union's types": lambda d: reply(d).update(
        properties=dict(reversed(reply(d)["properties"].items()))
    ),
    "an example": lambda d: reply(d).update(example={"id": "z"}),
    "a name of a path parameter": lambda d: d["paths"].update(
        {BASE.replace("organisation", "org"): d["paths"].pop(BASE)}
    ),
    "a name of a schema": lambda d: (
        d.update(components={"schemas": {"Zz": body(d)}})
        or d["paths"][BASE]["post"]["requestBody"]["content"]["application/json"].update(
            schema={"$ref": "#/components/schemas/Zz"}
        )
    ),
    "a split allOf": lambda d: d["paths"][BASE]["post"]["requestBody"]["content"]["application/json"].update(
        schema={"allOf": [{"type": "object", "properties": body(d)["properties"]}, {"required": body(d)["required"]}]}
    ),
    "a null in another form": lambda d: body(d)["properties"].update(
        size={"oneOf": [{**body(d)["properties"]["size"], "nullable": False}, {"type": "null"}]}
    ),
}


def differences(first: dict[str, Any], second: dict[str, Any], *, versions: bool = False) -> list[Disagreement]:
    sides = [facts_of(Spec(yaml.safe_dump(data)), SCOPE) for data in (first, second)]
    return compare(sides[0], sides[1], versions=versions)


def test_order_spelling_and_references_make_no_difference() -> None:
    assert differences(ours(), theirs()) == []
    assert differences(theirs(), theirs(), versions=True) == []


A: dict[str, Any] = {"type": "object", "required": ["a"], "properties": {"a": STRING}}
MAYBE_A: dict[str, Any] = {"type": "object", "properties": {"a": STRING}}
NULL = {"type": "null"}


@pytest.mark.parametrize(
    ("schema", "required"),
    [
        (A, True),
        (MAYBE_A, False),
        ({"allOf": [A, MAYBE_A]}, True),
        ({"allOf": [MAYBE_A, A]}, True),
        ({"allOf": [MAYBE_A, {"required": ["a"]}]}, True),
        ({"allOf": [MAYBE_A, MAYBE_A]}, False),
        ({"anyOf": [A, A]}, True),
        ({"oneOf": [A, MAYBE_A]}, False),
        ({"anyOf": [A, {"type": "object", "properties": {"b": STRING}}]}, False),
        ({"anyOf": [A, NULL]}, True),
        ({**MAYBE_A, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, False),
        ({**MAYBE_A, "allOf": [{"anyOf": [A, A]}]}, True),
    ],
)
def test_a_field_in_several_members_is_required_where_they_all_say_so(schema: dict[str, Any], required: bool) -> None:
    place = ("components", "schemas", "S")
    for prefix in ("", "in_it."):
        data = {"type": "object", "properties": {"in_it": schema}} if prefix else schema
        spec = Spec(yaml.safe_dump({"components": {"schemas": {"S": data}}}))
        assert fields_of(spec, spec.at(place), place)[f"{prefix}a"].required == required


def test_an_inner_field_is_required_by_any_member_of_all_of() -> None:
    first = {"properties": {"in_it": A}}
    second = {"properties": {"in_it": MAYBE_A}}
    for keyword, required in (("allOf", True), ("anyOf", False)):
        spec = Spec(yaml.safe_dump({"S": {keyword: [first, second]}}))
        assert fields_of(spec, spec.at(("S",)), ("S",))["in_it.a"].required == required


@pytest.mark.parametrize(
    ("schema", "bounds"),
    [
        ({"type": "integer", "minimum": 0}, {"minimum": 0}),
        ({"type": "number", "minimum": 0, "exclusiveMinimum": True}, {"exclusiveMinimum": 0}),
        ({"type": "number", "maximum": 1, "exclusiveMaximum": False}, {"maximum": 1}),
        ({"type": "number", "exclusiveMaximum": 1}, {"exclusiveMaximum": 1}),
        ({"type": "array", "uniqueItems": False, "minItems": 0}, {"minItems": 0}),
    ],
)
def test_bounds_of_both_versions_of_openapi_are_read(schema: dict[str, Any], bounds: dict[str, Any]) -> None:
    assert fields_of(Spec("a: 1"), schema, ("a",))[""].bounds == bounds


def test_one_thing_or_an_array_of_it_has_the_fields_of_both() -> None:
    items = {"type": "array", "items": {"$ref": "#/S"}}
    spec = Spec(yaml.safe_dump({"S": A, "V": {"anyOf": [{"$ref": "#/S"}, items]}}))
    assert set(fields_of(spec, spec.at(("V",)), ("V",))) == {"", "a", "[]", "[].a"}
    row = {"type": "array", "items": {"type": "number"}}
    table = {"anyOf": [{"$ref": "#/S"}, {"type": "array", "items": {"$ref": "#/S"}}]}
    spec = Spec(yaml.safe_dump({"S": row, "V": table}))
    assert set(fields_of(spec, spec.at(("V",)), ("V",))) == {"", "[]", "[][]"}


def test_there_are_thirty_seeds() -> None:
    assert len(SEEDS) >= 30


@pytest.mark.parametrize("name", SEEDS)
def test_a_change_is_found_with_both_places_and_what_it_means(name: str) -> None:
    change, kind, way, place = SEEDS[name]
    data = copy.deepcopy(theirs())
    change(data)
    found = differences(ours(), data)
    hits = [one for one in found if (one.kind, one.change) == (kind, way) and one.where.endswith(place)]
    assert hits, found
    assert all(one.meaning and (one.first or one.second) for one in hits)


@pytest.mark.parametrize("name", SILENT)
def test_what_means_the_same_is_no_difference(name: str) -> None:
    data = theirs()
    SILENT[name](data)
    assert differences(ours(), data) == []


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"explode": False}, "was form, exploded, is form"),
        ({"style": "pipeDelimited", "explode": False}, "was form, exploded, is pipeDelimited"),
    ],
)
def test_how_an_array_is_written_is_compared(change: dict[str, Any], what: str) -> None:
    sides = [theirs(), theirs()]
    for data, more in zip(sides, ({}, change), strict=True):
        many = {"name": "of", "in": "query", "schema": {"type": "array", "items": STRING}}
        data["paths"][BASE]["get"]["parameters"].append({**many, **more})
    (found,) = differences(*sides)
    assert (found.kind, found.what, found.where) == ("style", what, "GET /ai/notes query of")


def test_a_parameter_of_the_path_is_compared_by_its_place() -> None:
    path, sides = f"{BASE}/{{note}}", [theirs(), theirs()]
    for data, name, schema in zip(sides, ("note", "noteId"), (STRING, {**STRING, "pattern": "^n"}), strict=True):
        given = [{"name": one, "in": "path", "required": True, "schema": STRING} for one in ("organisation", name)]
        given[1]["schema"] = schema
        del data["paths"][path]
        data["paths"][path.replace("note}", f"{name}}}")] = {"get": {"parameters": given, "responses": {}}}
    (found,) = differences(*sides)
    assert (found.kind, found.where) == ("bound", "GET /ai/notes/{} path 1")


def test_the_host_of_an_operation_is_compared_between_versions_of_one_document() -> None:
    data = theirs()
    data["paths"][BASE]["get"]["servers"] = [{"url": "https://elsewhere.test"}]
    (found,) = differences(theirs(), data, versions=True)
    assert (found.kind, found.what) == ("server", "was at the server of all, is at https://elsewhere.test")
    assert differences(theirs(), data) == []


def test_examples_are_compared_between_versions_of_one_document() -> None:
    data = theirs()
    data["paths"][BASE]["get"]["responses"]["200"]["content"]["application/json"]["example"] = {"id": "b"}
    assert [one.kind for one in differences(theirs(), data, versions=True)] == ["example"]
    assert differences(ours(), data) == []


def run(folder: Path, accepted: str, *arguments: str) -> int:
    vendor = theirs()
    vendor["paths"][BASE]["get"]["deprecated"] = True
    for name, text in {
        "ours.yaml": yaml.safe_dump(ours()),
        "theirs.yaml": yaml.safe_dump(vendor),
        "vendor.yaml": f"scope: {SCOPE}\naccepted:\n{accepted}",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    paths = ["--spec", str(folder / "ours.yaml"), "--accepted", str(folder / "vendor.yaml")]
    return vendor_diff.main([str(folder / "theirs.yaml"), *paths, *arguments])


ENTRY = "  - {kind: operation, where: 'GET *', reason: It is early., source: 'inference: a letter'}\n"


def test_a_difference_is_a_failure_until_it_is_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "  []\n") == 1
    assert "GET /ai/notes: is deprecated (users are to leave it) [#/paths/~1notes/get and" in capsys.readouterr().out
    assert run(tmp_path, ENTRY) == 0
    assert capsys.readouterr().out == "0 differences\n"


def test_an_entry_that_is_no_longer_needed_is_a_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, f"{ENTRY}  - {{kind: status, where: '*', reason: r, source: 'inference: some'}}\n") == 1
    assert "vendor.yaml:4: status at * is no longer different; remove the entry" in capsys.readouterr().err


@pytest.mark.parametrize("entry", ["  - {kind: a, where: b, reason: c}\n", f"{ENTRY[:-2]}, why: x}}\n"])
def test_an_entry_without_a_source_or_with_another_word_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], entry: str
) -> None:
    assert run(tmp_path, entry) == 2
    assert "an accepted difference needs kind, where, reason and source" in capsys.readouterr().err


@pytest.mark.parametrize("source", ["observed", "inference:", "somebody: said so", "document: GET /ai/notes; observed"])
def test_a_source_says_of_what_kind_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str) -> None:
    assert run(tmp_path, ENTRY.replace("inference: a letter", source)) == 2
    assert "vendor.yaml:3:" in capsys.readouterr().err


def test_an_operation_that_a_source_names_exists() -> None:
    scope, accepted = acceptances(vendor_diff.ACCEPTED)
    known = facts_of(Spec.load(vendor_diff.SPEC), scope)
    named = {name for entry in accepted for name in re.findall(r"[A-Z]+ /ai\S*[^\s,;]", entry.source)}
    assert len(named) > 5
    assert {name for name in named - known.keys() if not removed_in(name)} == set()


def test_the_report_is_written_as_markdown_and_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(tmp_path, "  []\n", "--markdown")
    assert "### GET /ai/notes\n\n- **changed operation** `the operation` is deprecated" in capsys.readouterr().out
    run(tmp_path, "  []\n", "--json")
    assert json.loads(capsys.readouterr().out)[0]["first"] == "#/paths/~1notes/get"


def test_a_document_that_is_missing_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert vendor_diff.main([str(tmp_path / "none.yaml")]) == 2
    assert "none.yaml: No such file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!DOCTYPE html><html>404: Not Found</html>", "not a document of OpenAPI 3"),
        ("swagger: '2.0'\npaths: {}\n", "not a document of OpenAPI 3"),
        ("openapi: 2.9\npaths: {}\n", "not a document of OpenAPI 3, but of 2.9"),
        ("openapi: 3.0.0\npaths: []\n", "the document has no paths"),
        ("openapi: 3.0.0\npaths: {/x: {get: {responses: {}}}}\n", "no path begins with /api/v3/organisations/{}/ai"),
        ('{"openapi": "3.0.0", "paths": {"/api/v3/organisat', "while scanning a quoted scalar"),
        ("CUT", "vendor.yaml:10:17: #/components/schemas/Gone leads nowhere; the file may be cut short"),
        ("ELSEWHERE", "other.yaml#/Gone is in another file; bundle them into one"),
    ],
)
def test_what_is_no_whole_document_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, message: str
) -> None:
    reply = {"description": "It.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Gone"}}}}
    whole = yaml.safe_dump(
        {"openapi": "3.0.0", "paths": {"/api/v3/organisations/{o}/ai/x": {"get": {"responses": {"200": reply}}}}}
    )
    elsewhere = whole.replace("#/components/schemas/", "other.yaml#/")
    file = tmp_path / "vendor.yaml"
    file.write_text({"CUT": whole, "ELSEWHERE": elsewhere}.get(text, text), encoding="utf-8")
    assert vendor_diff.main([str(file), "--since", str(file)]) == 2
    assert message in capsys.readouterr().err


def test_an_entry_may_list_places_and_each_of_them_must_be_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = ENTRY.replace("'GET *'", "[GET /ai/notes, POST /ai/notes]")
    assert run(tmp_path, listed) == 1
    assert "vendor.yaml:3: operation at POST /ai/notes is no longer different" in capsys.readouterr().err
    assert run(tmp_path, ENTRY.replace("'GET *'", "[GET /ai/notes]")) == 0


def test_the_committed_entries_can_be_read() -> None:
    scope, accepted = acceptances(vendor_diff.ACCEPTED)
    assert scope
    named = {"bound", "default", "required", "field"}
    wide = [entry for entry in accepted if entry.kind in named and "*" in entry.where.replace(".*", "")]
    assert wide == []  # another place with a lost bound or requirement would be accepted too
    assert all(entry.reason.endswith(".") for entry in accepted)
    with pytest.raises(SpecFileError):
        acceptances(Path("none.yaml"))
