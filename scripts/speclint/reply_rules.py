"""Rules about replies: every status that can come is documented, with a schema and an example of each success."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from speclint.document import Document, Media, Operation
from speclint.registry import Problem, rule

# Statuses of which every operation, or every one of a kind, has the shared reply.
SHARED = {
    "400": "BadRequest",
    "401": "Unauthorized",
    "403": "Forbidden",
    "404": "NotFound",
    "409": "Conflict",
    "413": "PayloadTooLarge",
    "422": "UnprocessableContent",
    "429": "TooManyRequests",
    "500": "ServerError",
    "502": "BadGateway",
}


@rule("statuses")
def statuses(document: Document) -> Iterator[Problem]:
    """Every operation documents a success, 401, 403, 429 and 500; 404 with an id; 400 and 422 with a body."""
    for operation in document.operations():
        given = {str(status) for status in operation.value.get("responses") or {}}
        place = (*operation.place, "responses")
        if not any(status.startswith("2") for status in given):
            yield Problem(place, f"{operation.id} has no success reply", "add the 2xx that it answers")
        for status in sorted(_expected(document, operation) - given):
            yield Problem(
                place,
                f"{operation.id} does not document {status}",
                f"add '{status}': {{$ref: '#/components/responses/{SHARED[status]}'}}",
            )
        for status in sorted(given):
            if not (len(status) == 3 and status.isdigit()):
                yield Problem((*place, status), f"status {status} is not a number", "write each status by itself")


def _expected(document: Document, operation: Operation) -> set[str]:
    expected = {"401", "403", "429", "500"}
    if "{" in operation.path:
        expected.add("404")
    if "requestBody" in operation.value:
        expected |= {"400", "422"}
    if any(parameter.get("in") == "query" for _, parameter in document.parameters(operation)):
        expected.add("422")
    return expected


@rule("error-reply")
def error_reply(document: Document) -> Iterator[Problem]:
    """Errors have the schema Error, whether shared or written for one operation."""
    for operation in document.operations():
        for status, response in (operation.value.get("responses") or {}).items():
            place = (*operation.place, "responses", status)
            if not str(status).startswith(("4", "5")) or not isinstance(response, dict):
                continue
            name = str(response.get("$ref", "")).rpartition("/")[2]
            if name in SHARED.values() and name != SHARED.get(status):
                yield Problem(place, f"{status} is answered by {name}", f"use {SHARED.get(status, 'another reply')}")
            resolved = document.resolve(response) or {}
            media = (resolved.get("content") or {}).get("application/json") or {}
            if (media.get("schema") or {}).get("$ref") != "#/components/schemas/Error":
                yield Problem(place, f"{status} does not have the schema Error", "give it, as application/json")


@rule("reply-content")
def reply_content(document: Document) -> Iterator[Problem]:
    """A reply has one content type with a named schema; JSON and events may stand beside one another."""
    for operation in document.operations():
        for place, status, response in document.responses(operation):
            content = response.get("content") or {}
            if status == "204" and content:
                yield Problem((*place, "content"), "204 with content", "remove the content")
            if status.startswith("2") and status != "204" and not content:
                yield Problem(place, f"{status} of {operation.id} says nothing of its content", "add it, or answer 204")
            if len(content) > 1 and set(content) != {"application/json", "text/event-stream"}:
                yield Problem((*place, "content"), f"{len(content)} content types in one reply", "leave one")
    for media in document.media():
        if media.status is None:
            continue
        schema = media.value.get("schema")
        if not isinstance(schema, dict):
            yield Problem(media.place, f"{media.type} without a schema", "add one")
        elif (
            media.type in ("application/json", "text/event-stream")
            and "$ref" not in schema
            and not _plain_array(schema)
        ):
            yield Problem((*media.place, "schema"), "the reply's schema has no name", "move it to components/schemas")
        if media.type == "text/event-stream" and "x-event-stream" not in media.value:
            yield Problem(
                media.place, "an event stream without x-event-stream", "say what ends it and what it adds up to"
            )


@rule("reply-example")
def reply_example(document: Document) -> Iterator[Problem]:
    """Every success reply has a named example; so has every shared error."""
    for media in document.media():
        if media.status is not None and not media.value.get("examples"):
            yield Problem(media.place, f"{_label(media)} has no example", "add one under examples, with a summary")
        if "example" in media.value:
            yield Problem(
                (*media.place, "example"), "example without a name", "write examples: {name: {summary, value}}"
            )


@rule("request-id")
def request_id(document: Document) -> Iterator[Problem]:
    """Every reply documents X-Request-Id, and those of 429 and 401 what comes with them."""
    wanted = {"429": "Retry-After", "401": "WWW-Authenticate"}
    for operation in document.operations():
        for place, status, response in document.responses(operation):
            headers = {str(name).lower() for name in response.get("headers") or {}}
            for header in ("X-Request-Id", wanted.get(status)):
                if header and header.lower() not in headers:
                    yield Problem(place, f"{status} of {operation.id} lacks {header}", f"add {header} to its headers")


def _plain_array(schema: dict[str, Any]) -> bool:
    """A bare array of components is a list in code, and needs no name."""
    items = schema.get("items")
    return schema.get("type") == "array" and isinstance(items, dict) and "$ref" in items


def _label(media: Media) -> str:
    return f"{media.status} of {media.operation.id}" if media.operation else f"response {media.status}"
