"""What is new in the vendor's document is written into the spec in its style, and nothing that is there changes."""

from __future__ import annotations

import copy
import difflib
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import yaml

import vendor_draft
from openapi import Spec
from specdiff import next_version
from specdraft import VendorDraft, draft
from speclint import lint

SCOPE = ["/{}"]
GOOD = Path(__file__).with_name("good.yaml").read_text(encoding="utf-8")
STRING: dict[str, Any] = {"type": "string"}


def obj(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", **({"required": list(required)} if required else {}), "properties": properties}


def reply(schema: Any = None) -> dict[str, Any]:
    return {"description": "It.", **({"content": {"application/json": {"schema": schema}}} if schema else {})}


def old() -> dict[str, Any]:
    """The vendor's document that good.yaml follows: OpenAPI 3.0, full paths, schemas in place."""
    note = obj("noteId", noteId=STRING, text=STRING, status={"type": "string", "enum": ["kept", "lost"]})
    body = {"required": True, "content": {"application/json": {"schema": obj("text", text=STRING)}}}
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1}}
    listed = obj("notes", notes={"type": "array", "items": note})
    return {
        "openapi": "3.0.0",
        "info": {"title": "Theirs", "version": "4.8.0"},
        "servers": [{"url": "https://vendor.test"}],
        "paths": {
            "/{organisation}/notes": {
                "get": {"parameters": [limit], "responses": {"200": reply(listed)}},
                "post": {"requestBody": body, "responses": {"200": reply(note)}},
            },
            "/{organisation}/notes/{id}": {"get": {"responses": {"200": reply(note)}}},
            "/{organisation}/jobs": {"get": {"responses": {"200": reply({"type": "array", "items": obj("jobId")})}}},
        },
    }


def widgets(data: dict[str, Any]) -> None:
    """A resource with everything that a schema of OpenAPI 3.0 says."""
    part: dict[str, Any] = obj(code={"type": "integer", "format": "int32"}, parts={"$ref": "#/components/schemas/P"})
    widget = obj(
        "id",
        id={"type": "string", "format": "uuid", "description": "Theirs.", "example": "w"},
        size={"type": "number", "nullable": True, "minimum": 0, "exclusiveMinimum": False},
        kind={"type": "string", "enum": ["big", "no", None], "nullable": True, "default": "big"},
        made={"type": "string", "format": "date-time", "readOnly": True},
        picture={"type": "string", "format": "byte"},
        labels={"type": "object", "additionalProperties": {"type": "string"}},
        free={"type": "object"},
        any={},
        only={"type": "string", "enum": ["one"]},
        parts={"type": "array", "items": {"$ref": "#/components/schemas/P"}, "maxItems": 3},
        both={"allOf": [obj("a", a=STRING), obj(b=STRING)]},
        either={"oneOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    )
    data["components"] = {"schemas": {"P": part, "W": widget}}
    ref = {"$ref": "#/components/schemas/W"}
    wid = {"name": "widget-id", "in": "path", "required": True, "schema": {"type": "string", "format": "uuid"}}
    cursor = [{"name": name, "in": "query", "schema": STRING} for name in ("cursor", "limit")]
    order = {"name": "order", "in": "query", "schema": {"type": "string", "enum": ["asc", "desc"]}}
    page = obj(widgets={"type": "array", "items": ref}, nextCursor={"type": "string", "nullable": True})
    body = {"content": {"application/json": {"schema": ref}}}
    data["paths"]["/{organisation}/widget-sets"] = {
        "get": {"parameters": [*cursor, order], "responses": {"200": reply(page), "418": {"description": "No."}}},
        "post": {"requestBody": body, "responses": {"201": reply(ref)}},
    }
    data["paths"]["/{organisation}/widget-sets/{widget-id}"] = {
        "parameters": [wid],
        "get": {"responses": {"200": reply(ref)}},
        "patch": {"requestBody": body, "responses": {"200": reply(ref)}},
        "delete": {"responses": {"204": {"description": "Gone."}}},
    }
    data["paths"]["/{organisation}/widget-sets/{widget-id}/start"] = {
        "parameters": [wid],
        "post": {"responses": {"202": reply()}},
    }


def drafted(change: Any, ours: str = GOOD) -> VendorDraft:
    new = copy.deepcopy(old())
    change(new)
    return draft(Spec(ours), Spec(yaml.safe_dump(new)), Spec(yaml.safe_dump(old())), SCOPE)


def only_added(text: str, ours: str = GOOD) -> bool:
    lines = difflib.ndiff(ours.splitlines(), text.splitlines())
    return not [line for line in lines if line.startswith("- ")]


@pytest.fixture(scope="module")
def grown() -> VendorDraft:
    return drafted(widgets)


def test_a_resource_is_drafted_with_all_that_belongs_to_it(grown: VendorDraft) -> None:
    spec = Spec(grown.text)
    made = {operation.id: operation for operation in spec.operations if operation.tag == "widget_sets"}
    assert {name: f"{one.method} {one.path}" for name, one in made.items()} == {
        "widget_sets_list": "get /widget-sets",
        "widget_sets_create": "post /widget-sets",
        "widget_sets_get": "get /widget-sets/{widget-id}",
        "widget_sets_update": "patch /widget-sets/{widget-id}",
        "widget_sets_delete": "delete /widget-sets/{widget-id}",
        "widget_sets_start": "post /widget-sets/{widget-id}/start",
    }
    listing = made["widget_sets_list"]
    assert listing.value["x-pagination"] == {
        "style": "cursor",
        "in": "query",
        "cursor": "cursor",
        "next": "nextCursor",
        "items": "widgets",
        "limit": "limit",
    }
    assert list(listing.responses) == ["200", "401", "403", "418", "422", "429", "500"]
    assert spec.components("schemas")["WidgetSet"]["properties"]["kind"]["anyOf"][1] == {"type": "null"}
    assert grown.leftovers == []


def test_a_drafted_resource_has_only_texts_to_write(grown: VendorDraft) -> None:
    findings = lint(Spec(grown.text))
    assert {finding.rule for finding in findings} == {"todo"}
    lines = grown.text.splitlines()
    assert all("TODO" in lines[finding.line - 1] for finding in findings)
    filled = grown.text.replace("TODO: ", "One of ").replace("TODO", "It")
    assert lint(Spec(filled)) == []


def test_nothing_of_the_vendors_texts_is_taken_over(grown: VendorDraft) -> None:
    assert "Theirs" not in grown.text


def test_what_was_there_stays_as_it_was(grown: VendorDraft) -> None:
    assert only_added(grown.text)


def test_drafted_examples_are_valid(grown: VendorDraft) -> None:
    spec = Spec(grown.text)
    for media in spec.media:
        if media.operation and media.operation.tag == "widget_sets":
            whole = {**spec.data, **media.value["schema"]}
            for example in media.value["examples"].values():
                jsonschema_rs.validate(whole, example["value"], validate_formats=True)


def test_a_request_has_an_example_with_what_is_required_and_one_with_all(grown: VendorDraft) -> None:
    body = Spec(grown.text).data["paths"]["/widget-sets"]["post"]["requestBody"]["content"]["application/json"]
    minimal, full = (body["examples"][name]["value"] for name in ("minimal", "full"))
    assert list(minimal) == ["id"]
    assert minimal["id"] == full["id"]
    assert len(full) > 5


def test_links_lead_to_what_needs_an_id(grown: VendorDraft) -> None:
    spec = Spec(grown.text)
    created = spec.data["paths"]["/widget-sets"]["post"]["responses"]["201"]
    assert {link["operationId"]: link["parameters"] for link in created["links"].values()} == {
        "widget_sets_get": {"widget-id": "$response.body#/id"},
        "widget_sets_update": {"widget-id": "$response.body#/id"},
        "widget_sets_delete": {"widget-id": "$response.body#/id"},
        "widget_sets_start": {"widget-id": "$response.body#/id"},
    }


def test_an_action_of_a_known_resource_takes_its_parameter_and_gets_a_link() -> None:
    def change(data: dict[str, Any]) -> None:
        data["paths"]["/{organisation}/notes/{id}/archive"] = {"post": {"responses": {"204": {"description": "Done."}}}}

    spec = Spec(drafted(change).text)
    item = spec.data["paths"]["/notes/{noteId}/archive"]
    assert item["parameters"] == [{"$ref": "#/components/parameters/NoteId"}]
    assert item["post"]["operationId"] == "notes_archive"
    assert list(spec.paths).index("/notes/{noteId}/archive") < list(spec.paths).index("/jobs")
    links = spec.data["paths"]["/notes"]["get"]["responses"]["200"]["links"]
    assert links["archiveNote"]["parameters"] == {"noteId": "$response.body#/notes/0/noteId"}
    assert list(links) == ["getNote", "archiveNote"]


def test_an_id_of_something_else_is_taken_from_what_was_sent_and_not_from_a_list() -> None:
    def change(data: dict[str, Any]) -> None:
        widgets(data)
        data["components"]["schemas"]["W"]["properties"]["set_id"] = STRING
        path = {"name": "set_id", "in": "path", "required": True, "schema": STRING}
        graph = {"parameters": [path], "get": {"responses": {"200": reply(obj(nodes={"type": "integer"}))}}}
        data["paths"]["/{organisation}/widget-sets/graphs/{set_id}"] = graph

    paths = Spec(drafted(change).text).data["paths"]["/widget-sets"]
    links = [paths[method]["responses"][status]["links"] for method, status in (("post", "201"), ("get", "200"))]
    assert links[0]["getGraphWidgetSet"]["parameters"] == {"set_id": "$response.body#/set_id"}
    assert "getGraphWidgetSet" not in links[1]


@pytest.mark.parametrize("certain", [True, False])
def test_a_list_gives_no_id_that_its_items_may_lack(certain: bool) -> None:
    def change(data: dict[str, Any]) -> None:
        sent = obj("text", text=STRING, groupId=STRING)
        job = obj("jobId", *(["groupId"] if certain else []), jobId=STRING, text=STRING, groupId=STRING)
        paths, ref = data["paths"], {"type": "array", "items": job}
        paths["/{organisation}/tasks"] = {
            "post": {
                "requestBody": {"content": {"application/json": {"schema": sent}}},
                "responses": {"201": reply(job)},
            },
            "get": {"responses": {"200": reply(obj("tasks", tasks=ref))}},
        }
        group = {"name": "groupId", "in": "path", "required": True, "schema": STRING}
        paths["/{organisation}/tasks/{groupId}/graph"] = {
            "parameters": [group],
            "get": {"responses": {"200": reply(obj(nodes={"type": "integer"}))}},
        }

    paths = Spec(drafted(change).text).data["paths"]["/tasks"]
    created, listed = paths["post"]["responses"]["201"], paths["get"]["responses"]["200"]
    assert created["links"]["getGraphTask"]["parameters"] == {"groupId": "$response.body#/groupId"}
    assert ("getGraphTask" in listed.get("links", {})) == certain


def test_a_creation_of_which_nothing_is_known_gets_the_id_of_what_it_creates() -> None:
    def change(data: dict[str, Any]) -> None:
        path = {"name": "runId", "in": "path", "required": True, "schema": STRING}
        created = {"description": "It.", "content": {"application/json": {}}}
        data["paths"]["/{organisation}/runs"] = {"post": {"responses": {"200": created}}}
        item = {"parameters": [path], "get": {"responses": {"200": reply(obj(text=STRING))}}}
        data["paths"] |= {"/{organisation}/runs/{runId}": item, "/{organisation}/runs/{runId}/pages": item}

    found = drafted(change)
    spec = Spec(found.text)
    created = spec.data["paths"]["/runs"]["post"]["responses"]["200"]
    assert spec.resolve(created["content"]["application/json"]["schema"])["properties"].keys() == {"runId"}
    assert {link["operationId"] for link in created["links"].values()} == {"runs_get", "runs_list_pages"}
    assert "runs_get: its runId is assumed to be in the reply of /runs" in found.notes
    assert {finding.rule for finding in lint(spec)} == {"todo"}


def note(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The note wherever a reply has it."""
    paths = data["paths"]
    listed = paths["/{organisation}/notes"]["get"]["responses"]["200"]
    others = [paths["/{organisation}/notes"]["post"], paths["/{organisation}/notes/{id}"]["get"]]
    schemas = [one["responses"]["200"]["content"]["application/json"]["schema"] for one in others]
    return [listed["content"]["application/json"]["schema"]["properties"]["notes"]["items"], *schemas]


def body(data: dict[str, Any]) -> dict[str, Any]:
    content = data["paths"]["/{organisation}/notes"]["post"]["requestBody"]["content"]
    found: dict[str, Any] = content["application/json"]["schema"]
    return found


def each(data: dict[str, Any], change: Any) -> None:
    for schema in note(data):
        change(schema)


ADDED = {
    "a field of a reply": (
        lambda d: each(d, lambda note: note["properties"].update(colour={"type": "string", "maxLength": 9})),
        ("components", "schemas", "Note", "properties", "colour"),
        {"description": "TODO", "type": "string", "maxLength": 9},
    ),
    "a required field of a reply": (
        lambda d: each(
            d, lambda note: (note["properties"].update(age={"type": "integer"}), note["required"].append("age"))
        ),
        ("components", "schemas", "Note", "properties", "age"),
        {"description": "TODO", "type": "integer"},
    ),
    "a field of a request": (
        lambda d: body(d)["properties"].update(colour=STRING),
        ("components", "schemas", "NoteCreateRequest", "properties", "colour"),
        {"description": "TODO", "type": "string"},
    ),
    "a field with an object": (
        lambda d: body(d)["properties"].update(place=obj("x", x={"type": "integer"})),
        ("components", "schemas", "NoteCreateRequestPlace", "required"),
        ["x"],
    ),
    "a value": (
        lambda d: each(d, lambda note: note["properties"]["status"]["enum"].append("found")),
        ("components", "schemas", "NoteStatus", "enum"),
        ["kept", "lost", "found"],
    ),
    "a parameter": (
        lambda d: d["paths"]["/{organisation}/notes"]["get"]["parameters"].append(
            {"name": "colour", "in": "query", "schema": STRING}
        ),
        ("components", "parameters", "NoteColour", "name"),
        "colour",
    ),
    "the first parameter": (
        lambda d: d["paths"]["/{organisation}/jobs"]["get"].update(
            parameters=[{"name": "done", "in": "query", "schema": {"type": "boolean"}}]
        ),
        ("paths", "/jobs", "get", "parameters"),
        [{"$ref": "#/components/parameters/JobDone"}],
    ),
    "a status": (
        lambda d: d["paths"]["/{organisation}/jobs"]["get"]["responses"].update({"404": {"description": "No."}}),
        ("paths", "/jobs", "get", "responses", "404"),
        {"$ref": "#/components/responses/NotFound"},
    ),
    "a success": (
        lambda d: d["paths"]["/{organisation}/notes"]["post"]["responses"].update({"202": reply(obj(job=STRING))}),
        ("components", "schemas", "NoteCreated", "properties", "job"),
        {"description": "TODO", "type": "string"},
    ),
}


@pytest.mark.parametrize("name", ADDED)
def test_what_only_adds_is_written_where_it_belongs(name: str) -> None:
    change, pointer, value = ADDED[name]
    found = drafted(change)
    spec = Spec(found.text)
    assert spec.at(pointer) == value
    assert found.leftovers == []
    assert name == "a value" or only_added(found.text)
    assert {finding.rule for finding in lint(spec)} <= {"todo", "enum"}  # a value must be described too


def test_a_second_run_adds_nothing() -> None:
    for name, (change, _, _) in ADDED.items():
        once = drafted(change).text
        again = drafted(change, once)
        assert (again.text, again.added) == (once, []), name


LISTED = {
    "a required field of a request": (
        lambda d: (body(d)["properties"].update(by=STRING), body(d)["required"].append("by")),
        ["by:", "description: TODO", "type: string"],
    ),
    "a required parameter": (
        lambda d: d["paths"]["/{organisation}/jobs"]["get"].update(
            parameters=[{"name": "at", "in": "query", "required": True, "schema": STRING}]
        ),
        ["at:"],
    ),
    "a bound": (
        lambda d: d["paths"]["/{organisation}/notes"]["get"]["parameters"][0]["schema"].update(minimum=2),
        ["minimum: 2"],
    ),
    "a default": (lambda d: body(d)["properties"]["text"].update(default="x"), None),
    "a type": (lambda d: each(d, lambda note: note["properties"].update(text={"type": "integer"})), ["type: integer"]),
    "no field": (lambda d: each(d, lambda note: note["properties"].pop("text", None)), ["deprecated: true"]),
    "a deprecation": (
        lambda d: d["paths"]["/{organisation}/jobs"]["get"].update(deprecated=True),
        ["deprecated: true"],
    ),
    "no operation": (lambda d: d["paths"].pop("/{organisation}/jobs"), ["deprecated: true"]),
    "a media type": (
        lambda d: d["paths"]["/{organisation}/jobs"]["get"]["responses"]["200"]["content"].update({"text/csv": {}}),
        ["see the vendor's document"],
    ),
}


@pytest.mark.parametrize("name", LISTED)
def test_what_changes_something_is_listed_with_its_place_and_lines_to_paste(name: str) -> None:
    change, paste = LISTED[name]
    found = drafted(change)
    assert found.text == GOOD
    assert found.leftovers
    assert all(one.line > 1 and one.meaning for one in found.leftovers)
    for text in paste or []:
        assert any(text in line for one in found.leftovers for line in one.paste), found.leftovers


def test_a_field_of_replies_is_not_added_to_requests() -> None:
    ours = GOOD.replace("$ref: '#/components/schemas/NoteCreateRequest'", "$ref: '#/components/schemas/Note'")
    found = drafted(lambda d: each(d, lambda note: note["properties"].update(colour=STRING)), ours)
    assert found.text == ours
    assert found.leftovers
    assert any("Note is used in a request too, which has no colour" in text for text in found.notes)


def test_a_path_on_another_server_is_listed() -> None:
    def change(data: dict[str, Any]) -> None:
        data["paths"]["/oai/v1/models"] = {"get": {"responses": {"200": reply(STRING)}}}

    new = copy.deepcopy(old())
    change(new)
    ours = GOOD.replace("https://notes.test/{org}", "https://notes.test/api/{org}")
    sides = [yaml.safe_dump(side).replace("/{organisation}", "/api/{organisation}") for side in (new, old())]
    found = draft(Spec(ours), Spec(sides[0]), Spec(sides[1]), ["/api/{}", "/oai/v1"])
    assert found.text == ours
    assert "is not below https://notes.test/api/{org}" in found.leftovers[0].what


def test_forms_texts_and_bytes_are_drafted() -> None:
    def change(data: dict[str, Any]) -> None:
        form = obj("file", file={"type": "string", "format": "binary"}, name=STRING)
        data["paths"]["/{organisation}/pictures"] = {
            "post": {
                "requestBody": {"content": {"multipart/form-data": {"schema": form}}},
                "responses": {"200": {"description": "It.", "content": {"image/png": {}, "text/csv": {}}}},
            },
            "put": {
                "requestBody": {"content": {"text/csv": {}}},
                "responses": {"200": {"description": "It.", "content": {"text/csv": {}, "text/event-stream": {}}}},
            },
        }

    found = drafted(change)
    spec = Spec(found.text)
    post, put = (spec.data["paths"]["/pictures"][method] for method in ("post", "put"))
    schema = spec.resolve(post["requestBody"]["content"]["multipart/form-data"]["schema"])
    assert schema["properties"]["file"] == {"description": "TODO", "type": "string", "format": "binary"}
    assert post["responses"]["200"]["content"].keys() == {"image/png", "text/csv"}
    assert put["requestBody"]["content"]["text/csv"]["schema"] == STRING
    assert {finding.rule for finding in lint(spec)} == {"todo"}
    left_out = "pictures_update: 200 as text/event-stream is left out"
    assert found.notes == [f"{left_out}, since its other media types are not JSON: text/csv"]


NAMED = """id: 1
event: progress
data: {"percent": 10, "file": null}

event: progress
data: {"percent": 20.5, "delta": "a"}

event: done
data: {"parts": [{"x": 1}]}"""
UNNAMED = 'data: {"id": "c", "object": "chunk"}\n\ndata: {"id": "d", "usage": {}}\n\ndata: [DONE]\n\n'
TYPED = ['data: {"type": "piece", "text": "Hi"}\ndata: {"type": "end", "total": 1}\n']
OF_DATA = {
    "anyOf": [
        obj("type", type={"type": "string", "enum": ["piece"]}, text=STRING),
        obj("type", type={"type": "string", "enum": ["finished"]}, total={"type": "integer"}),
    ]
}
OF_FRAMES = obj(
    "event", "data", event={"type": "string", "enum": ["tick", "stop"]}, data=obj("n", n={"type": "integer"})
)
STREAMS: dict[str, tuple[dict[str, Any], dict[str, Any], list[str]]] = {
    "an example with names": (
        {"schema": STRING, "example": NAMED},
        {"text": ["delta"], "terminal": ["done"]},
        ["progress", "done", "other"],
    ),
    "an example without names": ({"example": UNNAMED}, {}, ["message", "mark", "other"]),
    "an example with names in the data": (
        {"examples": {"one": {"value": TYPED}}},
        {"text": ["text"], "terminal": ["end"]},
        ["piece", "end", "other"],
    ),
    "a schema of the data": (
        {"schema": OF_DATA},
        {"text": ["text"], "terminal": ["finished"]},
        ["piece", "finished", "other"],
    ),
    "a schema of the frames": ({"schema": OF_FRAMES}, {"terminal": ["stop"]}, ["tick", "stop", "other"]),
    "nothing": ({"schema": STRING}, {"text": ["TODO"], "terminal": ["TODO"]}, ["todo", "other"]),
}


def stream(media: dict[str, Any]) -> Any:
    """An operation that streams events."""

    def change(data: dict[str, Any]) -> None:
        replies = {"200": {"description": "It.", "content": {"text/event-stream": media}}}
        data["paths"]["/{organisation}/feeds/events"] = {"get": {"responses": replies}}

    return change


@pytest.mark.parametrize("name", STREAMS)
def test_a_stream_is_drafted_from_what_says_its_events(name: str) -> None:
    media, extension, frames = STREAMS[name]
    found = drafted(stream(media))
    spec = Spec(found.text)
    operation = spec.data["paths"]["/feeds/events"]["get"]
    assert operation["operationId"] == "feeds_stream_events"
    made = operation["responses"]["200"]["content"]["text/event-stream"]
    assert made["x-event-stream"] == extension
    union = spec.resolve(made["schema"])
    names = [member["$ref"].rpartition("/")[2] for member in union["anyOf"]]
    assert names == [f"FeedStream{one.capitalize()}Frame" for one in frames]
    for example in made["examples"].values():
        jsonschema_rs.validate({**spec.data, **union}, example["value"])
    assert found.leftovers == []
    assert {finding.rule for finding in lint(spec)} == {"todo"}
    assert lint(Spec(found.text.replace("TODO: ", "One of ").replace("TODO", "It"))) == []


def test_the_data_of_an_event_has_the_fields_of_all_samples_and_requires_none() -> None:
    schemas = Spec(drafted(stream({"example": NAMED})).text).components("schemas")
    described = {"description": "TODO"}
    assert schemas["FeedStreamProgressEvent"] == {
        **described,
        "type": "object",
        "properties": {
            "percent": {**described, "type": "number"},
            "file": described,
            "delta": {**described, "type": "string"},
        },
    }
    (reference,) = schemas["FeedStreamDoneEvent"]["properties"]["parts"]["items"].values()
    assert schemas[reference.rpartition("/")[2]]["properties"] == {"x": {**described, "type": "integer"}}


def test_events_without_a_name_are_known_by_the_keys_that_all_of_them_have() -> None:
    schemas = Spec(drafted(stream({"example": UNNAMED})).text).components("schemas")
    assert schemas["FeedStreamMessageFrame"]["x-event-keys"] == ["id"]
    assert schemas["FeedStreamMarkFrame"]["properties"]["data"]["const"] == "[DONE]"


def test_a_stream_of_events_that_the_spec_has_takes_its_schemas() -> None:
    found = drafted(stream({"example": 'event: done\ndata: {"noteId": "n-2"}\n'}))
    made = Spec(found.text).data["paths"]["/feeds/events"]["get"]["responses"]["200"]["content"]["text/event-stream"]
    assert made["schema"] == {"$ref": "#/components/schemas/NoteFrame"}
    assert made["x-event-stream"] == {"text": ["text"], "terminal": ["done"]}
    assert {finding.rule for finding in lint(Spec(found.text))} == {"todo"}


@pytest.mark.parametrize("switch", [True, False])
def test_a_stream_beside_json_is_a_mode_if_the_body_asks_for_it(switch: bool) -> None:
    def change(data: dict[str, Any]) -> None:
        sent = obj("q", q=STRING, **({"stream": {"type": "boolean"}} if switch else {}))
        both = reply(obj(text=STRING))
        both["content"]["text/event-stream"] = {"example": NAMED}
        data["paths"]["/{organisation}/feeds/ask"] = {
            "post": {"requestBody": {"content": {"application/json": {"schema": sent}}}, "responses": {"200": both}}
        }

    found = drafted(change)
    spec = Spec(found.text)
    post = spec.data["paths"]["/feeds/ask"]["post"]
    mode = {"method": "stream", "property": "stream", "value": True, "status": "200"}
    assert post.get("x-modes", []) == ([{**mode, "contentType": "text/event-stream"}] if switch else [])
    assert ("text/event-stream" in post["responses"]["200"]["content"]) == switch
    assert any("is left out, since its body has no `stream`" in note for note in found.notes) != switch
    assert {finding.rule for finding in lint(spec)} == {"todo"}


@pytest.mark.parametrize("known", [True, False])
def test_a_stream_is_added_with_the_field_that_asks_for_it(known: bool) -> None:
    def change(data: dict[str, Any]) -> None:
        data["paths"]["/{organisation}/notes"]["post"]["responses"]["200"]["content"]["text/event-stream"] = {
            "example": NAMED
        }
        body(data)["properties"]["stream"] = {"type": "boolean"}

    begin, end = GOOD.index("            text/event-stream:"), GOOD.index("        '400': {$ref")
    ours = GOOD[:begin] + GOOD[end:]
    begin, end = ours.index("      x-modes:"), ours.index("      x-response-format")
    ours = ours[:begin] + ours[end:]
    begin, end = ours.index("    NoteFrame:"), len(ours)
    ours = ours[:begin]
    if not known:
        begin, end = ours.index("        stream:\n          description"), ours.index("    Content:\n")
        ours = ours[:begin] + ours[end:]
    found = drafted(change, ours)
    post = Spec(found.text).data["paths"]["/notes"]["post"]
    assert ("x-modes" in post) != known
    assert ("text/event-stream" in post["responses"]["200"]["content"]) != known
    assert ("the stream of notes_create" in found.added) != known
    assert bool(found.leftovers) == known
    assert {finding.rule for finding in lint(Spec(found.text))} == (set() if known else {"todo"})


def test_an_event_that_is_no_json_object_is_left_out_of_the_stream() -> None:
    text = 'event: ping\ndata: now\n\nevent: end\ndata: {"n": 1}\n'
    assert (
        "feeds_stream_events: the event ping is no JSON object and is left out"
        in drafted(stream({"example": text})).notes
    )


def jobs(data: dict[str, Any]) -> None:
    """A job that is started now or later, and polled by the URL in the reply that accepts it."""
    states = {"type": "string", "enum": ["waiting", "running", "done", "failed"]}
    accepted = obj("key", key={"type": "string", "example": "k="}, where={"type": "string", "example": "/runs/k%3D"})
    sent = {"content": {"application/json": {"schema": obj("text", text=STRING, **{"async": {"type": "boolean"}})}}}
    data["paths"]["/{organisation}/runs"] = {
        "post": {"requestBody": sent, "responses": {"200": reply(obj(text=STRING)), "202": reply(accepted)}}
    }
    run = obj("status", status=states, error=STRING)
    data["paths"]["/{organisation}/runs/{run}"] = {"get": {"responses": {"200": reply(run)}}}


def test_a_job_is_drafted_from_the_url_in_an_example() -> None:
    found = drafted(jobs)
    spec = Spec(found.text)
    post, get = spec.data["paths"]["/runs"]["post"], spec.data["paths"]["/runs/{run}"]["get"]
    (link,) = post["responses"]["202"]["links"].values()
    assert (link["operationId"], link["parameters"]) == ("runs_get", {"run": "$response.body#/key"})
    assert post["x-modes"] == [{"method": "start", "property": "async", "value": True, "status": "202"}]
    polling = {"state": "status", "succeeded": ["done"], "failed": ["failed"], "waiting": ["waiting"], "error": "error"}
    assert get["x-polling"] == {**polling, "firstInterval": 2, "maxInterval": 30, "deadline": 900}
    assert found.notes == ["runs_get: check the intervals of x-polling, which are a guess"]
    assert {finding.rule for finding in lint(spec)} == {"todo"}


def test_what_has_states_but_is_started_by_nothing_is_no_job() -> None:
    def change(data: dict[str, Any]) -> None:
        jobs(data)
        del data["paths"]["/{organisation}/runs"]["post"]["responses"]["202"]

    spec = Spec(drafted(change).text)
    assert "x-polling" not in spec.data["paths"]["/runs/{run}"]["get"]


def test_what_comes_before_the_name_of_a_resource_is_given_once() -> None:
    def change(data: dict[str, Any]) -> None:
        for path in ("searches", "searches/{id}/pages"):
            listed = {"get": {"responses": {"200": reply({"type": "array", "items": obj("id", id=STRING)})}}}
            data["paths"][f"/{{organisation}}/sites/{{site}}/{path}"] = listed

    new = copy.deepcopy(old())
    change(new)
    ours = GOOD.replace("https://notes.test/{org}", "https://notes.test/{org}/x")
    sides = [yaml.safe_dump(side).replace("/{organisation}/no", "/{organisation}/x/no") for side in (new, old())]
    sides = [side.replace("/{organisation}/jobs", "/{organisation}/x/jobs") for side in sides]
    found = draft(Spec(ours), Spec(sides[0]), Spec(sides[1]), SCOPE)
    spec = Spec(found.text)
    assert spec.tags[-1] == {"name": "searches", "x-namespace-parameters": ["site"], "description": "TODO"}
    assert [one.id for one in spec.operations if one.tag == "searches"] == ["searches_list", "searches_list_pages"]
    assert not any("searches_list:" in note for note in found.notes)


def test_the_command_writes_the_spec_and_proposes_version_and_changelog(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = copy.deepcopy(old())
    widgets(new)
    each(new, lambda note: note["properties"]["text"].update(maxLength=3))
    texts = {"spec": GOOD, "new": yaml.safe_dump(new), "old": yaml.safe_dump(old()), "accepted": f"scope: {SCOPE}\n"}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    spec = tmp_path / "spec.yaml"
    options = [
        "--since",
        str(tmp_path / "old.yaml"),
        "--spec",
        str(spec),
        "--accepted",
        str(tmp_path / "accepted.yaml"),
    ]
    assert vendor_draft.main([str(tmp_path / "new.yaml"), *options]) == 0
    printed = capsys.readouterr().out
    assert "+ GET /widget-sets as widget_sets_list" in printed
    assert "Proposed info.version: 1.1.0" in printed
    assert "- `widget_sets_list` GET /widget-sets is new" in printed
    assert "maxLength: 3" in printed
    assert "/widget-sets:" in spec.read_text(encoding="utf-8")
    assert "version: 1.0.0" in spec.read_text(encoding="utf-8")
    assert vendor_draft.main([str(tmp_path / "none.yaml"), *options]) == 2


@pytest.mark.parametrize(
    ("version", "breaking", "following"),
    [("1.1.0", False, "1.2.0"), ("1.1.4", True, "2.0.0"), ("0.3.1", True, "0.4.0"), ("0.3.1", False, "0.3.2")],
)
def test_the_next_version_follows_the_changes(version: str, breaking: bool, following: str) -> None:
    assert next_version(version, breaking=breaking) == following
