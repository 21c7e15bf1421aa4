"""Replies and event streams that an author may write, and how they are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.generated.edits import (
    JSON,
    NUMBER,
    STRING,
    Edit,
    Package,
    accepts,
    kinds,
    obj,
    ref,
    replies_with,
    together,
    with_reply,
)
from tests.generated.support import REF, Change, with_operation, with_schemas


def reads_a_union(package: Package) -> None:
    decode = package.operation().OPERATION.replies[200]
    assert [type(decode(value)).__name__ for value in ({"b": 1}, {"name": "a"})] == ["Other", "Thing"]


def reads_an_array_of_unions(package: Package) -> None:
    found = package.operation().OPERATION.replies[200]([{"b": 1}, {"name": "a"}])
    assert [type(item).__name__ for item in found] == ["Other", "Thing"]


OTHER = {"type": "object", "required": ["b"], "properties": {"b": NUMBER}}
UNION = {"anyOf": [ref("Other"), REF]}

EDITS = {
    "a reply that is a union without a name": Edit(
        together(with_schemas(Other=OTHER), with_reply(UNION)), reads_a_union
    ),
    "a reply of many such": Edit(
        together(with_schemas(Other=OTHER), with_reply({"type": "array", "items": UNION})), reads_an_array_of_unions
    ),
    "a reply that is a map of such": Edit(
        together(with_schemas(Other=OTHER), with_reply({"type": "object", "additionalProperties": UNION})),
        lambda package: package.operation().OPERATION.replies[200]({"x": {"b": 1}})["x"].b == 1,
    ),
    "a reply that is an array": Edit(with_reply({"type": "array", "items": NUMBER}), replies_with([1, 2], [1, 2])),
    "a reply that is a number": Edit(with_reply(NUMBER), replies_with(3, 3)),
    "a reply that may be anything": Edit(with_reply({}), replies_with({"a": [None]}, {"a": [None]})),
    "a reply that may be null": Edit(
        together(with_schemas(Maybe={"anyOf": [REF, {"type": "null"}]}), with_reply(ref("Maybe"))),
        replies_with(None, None),
    ),
    "a reply that may be null, without a name": Edit(
        with_reply({"anyOf": [REF, {"type": "null"}]}), replies_with(None, None)
    ),
    "a reply without content": Edit(
        with_operation(responses={"201": {"description": "Made.", "headers": {"Location": {"schema": STRING}}}}),
        replies_with(None, None, status=201),
    ),
    "a reply in CSV": Edit(with_reply(STRING, kind="text/csv"), accepts("text/csv", {"text/csv": b"a,b"})),
    "a reply in a charset": Edit(
        with_reply(STRING, kind="text/plain; charset=iso-8859-1"),
        accepts("text/plain", {"text/plain; charset=iso-8859-1": b"\xe4"}),
    ),
    "a reply of anything": Edit(with_reply(STRING, kind="*/*"), accepts("*/*", {"image/png": b"\x89PNG"})),
    "a reply in JSON of a vendor": Edit(
        with_reply(REF, kind="application/vnd.x+json"),
        accepts("application/vnd.x+json", {"application/vnd.x+json": {"name": "a"}}),
    ),
    "a reply in JSON with a charset": Edit(
        with_reply(REF, kind="Application/JSON; charset=UTF-8"), accepts("application/json", {JSON: {"name": "a"}})
    ),
    "JSON and CSV in one reply": Edit(
        with_operation(responses={"200": {"description": "It.", "content": {"text/csv": {}, JSON: {"schema": REF}}}}),
        accepts("application/json, text/csv", {JSON: {"name": "a"}, "text/csv": b"a,b"}),
    ),
    "JSON with one status and text with another": Edit(
        with_operation(
            responses={
                "200": {"description": "It.", "content": {JSON: {"schema": REF}}},
                "202": {"description": "Later.", "content": {"text/plain": {"schema": STRING}}},
            }
        ),
        lambda package: (
            kinds(package, 200, {JSON: {"name": "a"}}),
            kinds(package, 202, {"text/plain": b"later"}),
        ),
    ),
    "a range of successes": Edit(
        with_reply(REF, status="2XX"),
        lambda package: package.operation().OPERATION.decoder(206, JSON)[0]({"name": "a"}).name == "a",
    ),
    "a reply for every status": Edit(
        with_reply(REF, status="default"),
        lambda package: (
            package.operation().OPERATION.decoder(203, JSON)[0]({"name": "a"}).name == "a"
            and package.operation().OPERATION.decoder(500, JSON)[0] is None
        ),
    ),
    "an error that is a union without a name": Edit(
        together(
            with_schemas(Other=OTHER),
            lambda data: data["paths"]["/things"]["get"]["responses"].update(
                {"400": {"description": "No.", "content": {JSON: {"schema": UNION}}}}
            ),
        ),
        lambda package: package.operation().OPERATION.decode_error(400, {"b": 1}).b == 1,
    ),
}


def events(**frames: dict[str, Any]) -> Change:
    """Turn the reply into a stream of frames, each with a schema of its own for its data."""

    def change(data: dict[str, Any]) -> None:
        schemas = data["components"]["schemas"]
        for name, frame in frames.items():
            schemas[f"{name}Frame"] = {"type": "object", "required": ["data"], "properties": frame}
        schemas["RunFrame"] = {"anyOf": [ref(f"{name}Frame") for name in frames]}
        media = {"schema": ref("RunFrame"), "x-event-stream": {"text": ["name"], "terminal": ["tick"]}}
        content = {"text/event-stream": media}
        data["paths"]["/things"]["get"]["responses"] = {"200": {"description": "Events.", "content": content}}

    return change


def content(schema: str) -> dict[str, Any]:
    return {"type": "string", "contentMediaType": JSON, "contentSchema": ref(schema)}


def reads_events(**expected: tuple[Any, str]) -> Callable[[Package], None]:
    """Check the class of the event that each name and its data give."""

    def check(package: Package) -> None:
        types = package.operation().GET.events.types if hasattr(package.operation(), "GET") else ()
        decoders = {kind.name: kind.decode for kind in types or package.operation().LIST.events.types}
        assert {name: type(decoders[name](data)).__name__ for name, (data, _) in expected.items()} == {
            name: model for name, (_, model) in expected.items()
        }

    return check


EDITS |= {
    "events whose data is a union": Edit(
        together(
            with_schemas(Other=OTHER, Either=UNION),
            events(Tick={"event": {"const": "tick"}, "data": content("Either")}),
        ),
        reads_events(tick=({"b": 1}, "Other")),
    ),
    "events that are named by an enum": Edit(
        together(
            with_schemas(Kind={"type": "string", "enum": ["tick", "tock"]}),
            events(Tick={"event": ref("Kind"), "data": content("Thing")}),
        ),
        reads_events(tick=({"name": "a"}, "Thing"), tock=({"name": "b"}, "Thing")),
    ),
}


JOBS = {
    "description": "Accepted.",
    "content": {JSON: {"schema": obj(jobId=STRING)}},
    "links": {"job": {"operationId": "jobs_get", "parameters": {"jobId": "$response.body#/jobId"}}},
}


def with_job(path: str = "/jobs/{jobId}", **given: str) -> Change:
    """Turn the one operation into one that always accepts a job."""

    def change(data: dict[str, Any]) -> None:
        names = ["jobId", *given]
        parameters = [{"name": name, "in": "path", "required": True, "schema": STRING} for name in names]
        polling = {"state": "state", "succeeded": ["done"], "failed": ["failed"]}
        polling |= {"firstInterval": 1, "maxInterval": 2, "deadline": 3}
        link = {"operationId": "jobs_get", "parameters": {**JOBS["links"]["job"]["parameters"], **given}}
        accepted = {**JOBS, "links": {"job": link}}
        operation = data["paths"].pop("/things")["get"]
        data["paths"] = {
            "/things/{house}": {
                "parameters": [{"name": "house", "in": "path", "required": True, "schema": STRING}],
                "post": {**operation, "responses": {"202": accepted}},
            },
            path: {
                "parameters": parameters,
                "get": {
                    "operationId": "jobs_get",
                    "tags": ["jobs"],
                    "x-polling": polling,
                    "responses": {"200": {"description": "It.", "content": {JSON: {"schema": obj(state=STRING)}}}},
                },
            },
        }

    return change


def starts_a_job(path: str, **arguments: str) -> Callable[[Package], None]:
    """Check that the method starts a job, and which path its state is read from."""

    def check(package: Package) -> None:
        class Caller:
            def start(self, operation: Any, request: Any, poll: Any) -> Any:
                return poll(operation.replies[202]({"jobId": "j 1"}))

        operation, request = package.resource("things").Things(Caller()).list("red", **arguments)
        assert (operation.id, request.path) == ("jobs_get", path)
        assert "Job[" in str(package.resource("things").Things.list.__annotations__["return"])

    return check


def tells_apart_by_what_fits_best(package: Package) -> None:
    decode = package.operation().OPERATION.replies[200]
    values = {"Red": {"id": "a", "red": 1}, "Blue": {"id": "a", "blue": 1}, "Last": {"id": "a", "other": 1}}
    found = {name: type(decode(value)).__name__ for name, value in values.items()}
    assert found == {"Red": "Red", "Blue": "Blue", "Last": "Last"}


WHEN = {"type": "string", "format": "date-time"}
EDITS |= {
    "a reply that is an instant": Edit(
        with_reply(WHEN),
        lambda package: package.operation().OPERATION.replies[200]("2026-01-02T03:04:05Z").year == 2026,
    ),
    "an instant or null with a name": Edit(
        together(with_schemas(Maybe={"anyOf": [WHEN, {"type": "null"}]}), with_reply(ref("Maybe"))),
        lambda package: package.operation().OPERATION.replies[200]("2026-01-02T03:04:05Z").year == 2026,
    ),
    "members of a union that have the same required fields": Edit(
        together(
            with_schemas(
                Red={**obj(id=STRING, red=NUMBER), "required": ["id"]},
                Blue={**obj(id=STRING, blue=NUMBER), "required": ["id"]},
                Last={**obj(id=STRING, other=NUMBER), "required": ["id"]},
            ),
            with_reply({"anyOf": [ref("Red"), ref("Blue"), ref("Last")]}),
        ),
        tells_apart_by_what_fits_best,
    ),
    "a package without models": Edit(
        lambda data: (
            data.update(components={"schemas": {}}),
            with_operation(responses={"204": {"description": "Done."}})(data),
        ),
        lambda package: package.models.__all__ == [],
    ),
    "a job that is always accepted": Edit(with_job(), starts_a_job("/jobs/j%201")),
    "a job below a value of the body": Edit(
        together(
            with_job("/houses/{home}/jobs/{jobId}", home="$request.body#/houseName"),
            lambda data: data["paths"]["/things/{house}"]["post"].update(
                requestBody={"content": {JSON: {"schema": obj(houseName=STRING)}}}
            ),
        ),
        starts_a_job("/houses/blue/jobs/j%201", house_name="blue"),
    ),
    "a job below a path parameter": Edit(
        with_job("/houses/{home}/jobs/{jobId}", home="$request.path.house"), starts_a_job("/houses/red/jobs/j%201")
    ),
}


def as_item_schema(data: dict[str, Any]) -> None:
    """Write the schema of the event stream as OpenAPI 3.2 does."""
    media = data["paths"]["/things"]["get"]["responses"]["200"]["content"]["text/event-stream"]
    media["itemSchema"] = media.pop("schema")


def streams_lines(
    value: Any, expected: object, *, item: str, accept: str = "application/x-ndjson"
) -> Callable[[Package], None]:
    """Check that the method streams items of a type, and that one line gives what is expected."""

    def check(package: Package) -> None:
        operation = package.operation().LIST
        read = operation.events.types[0].decode(value)
        assert (operation.accept, operation.events.lines) == (accept, True)
        assert (read.to_dict() if hasattr(read, "to_dict") else read) == expected
        returned = package.resource("things").Things.list.__annotations__["return"]
        assert returned.replace("models.", "") == f"Stream[{item}, None]"

    return check


EDITS |= {
    "JSON lines": Edit(
        with_reply(ref("Thing"), kind="application/x-ndjson"),
        streams_lines({"name": "a"}, {"name": "a"}, item="Thing"),
    ),
    "JSON lines in a charset whose items have no name": Edit(
        with_reply({"type": "integer"}, kind="application/jsonl; charset=utf-8"),
        streams_lines(1, 1, item="int", accept="application/jsonl"),
    ),
    "a JSON sequence of a union": Edit(
        together(with_schemas(Other=OTHER), with_reply(UNION, kind="application/json-seq")),
        streams_lines({"b": 1}, {"b": 1}, item="Other | Thing | Unknown", accept="application/json-seq"),
    ),
    "JSON lines with itemSchema": Edit(
        together(
            lambda data: data.update(openapi="3.2.0"),
            with_operation(
                responses={"200": {"description": "It.", "content": {"application/x-ndjson": {"itemSchema": REF}}}}
            ),
        ),
        streams_lines({"name": "a"}, {"name": "a"}, item="Thing"),
    ),
    "events with itemSchema": Edit(
        together(
            lambda data: data.update(openapi="3.2.0"),
            events(Tick={"event": {"const": "tick"}, "data": content("Thing")}),
            as_item_schema,
        ),
        reads_events(tick=({"name": "a"}, "Thing")),
    ),
    "JSON lines of a reply in components": Edit(
        together(
            lambda data: data["components"].update(
                responses={
                    "Export": {"description": "It.", "content": {"application/x-ndjson": {"schema": ref("Thing")}}}
                }
            ),
            with_operation(responses={"200": {"$ref": "#/components/responses/Export"}}),
        ),
        streams_lines({"name": "a"}, {"name": "a"}, item="Thing"),
    ),
}
