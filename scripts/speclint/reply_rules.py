"""Rules about replies: every status is documented, and every success has a schema and an example."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from openapi import Spec, SpecMedia, SpecOperation, ref_name
from openapi.spec_operation import JSON, STREAM
from speclint.registry import Problem, rule

# The shared replies of the statuses that every operation has, or every operation of a kind.
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
def statuses(spec: Spec) -> Iterator[Problem]:
    """Every operation documents a success, 401, 403, 429 and 500; 404 with an id; 400 and 422 with a body."""
    for operation in spec.operations:
        given = {str(status) for status in operation.value.get("responses") or {}}
        pointer = (*operation.pointer, "responses")
        if not any(status.startswith("2") for status in given):
            yield Problem(pointer, f"{operation.label} has no success reply", "add the 2xx status of a success")
        for status in sorted(_expected(operation) - given):
            fix = f"add '{status}': {{$ref: '#/components/responses/{SHARED[status]}'}}"
            yield Problem(pointer, f"{operation.label} does not document {status}", fix)


def _expected(operation: SpecOperation) -> set[str]:
    expected = {"401", "403", "429", "500"}
    if "{" in operation.path:
        expected.add("404")
    if operation.body:
        expected |= {"400", "422"}
    if any(parameter.location == "query" for parameter in operation.parameters):
        expected.add("422")
    return expected


@rule("error-reply")
def error_reply(spec: Spec) -> Iterator[Problem]:
    """Errors have the schema Error, whether shared or written for one operation."""
    for operation in spec.operations:
        for status, part in operation.responses.items():
            if not status.startswith(("4", "5")):
                continue
            name = ref_name(spec.at(part.place))
            if name in SHARED.values() and name != SHARED.get(status):
                what = f"{status} is answered by {name}"
                yield Problem(part.place, what, f"use {SHARED.get(status, 'another reply')}")
            if ref_name(part.json_schema) != "Error":
                yield Problem(part.place, f"{status} does not have the schema Error", "add it, as application/json")


@rule("reply-content")
def reply_content(spec: Spec) -> Iterator[Problem]:
    """A reply with content says its schema, which has a name; one without content is a 204 or has a Location."""
    for operation in spec.operations:
        for status, part in operation.responses.items():
            content = part.content
            pointer = (*part.pointer, "content")
            if status == "204" and content:
                yield Problem(pointer, "204 with content", "remove the content")
            headers = {str(name).lower() for name in part.value.get("headers") or {}}
            if status.startswith("2") and status != "204" and not content and "location" not in headers:
                what = f"{status} of {operation.label} says nothing of its content"
                yield Problem(part.pointer, what, "add it, document a Location header, or answer 204")
    for media in spec.media:
        if media.status is None:
            continue
        schema = media.value.get("schema")
        if not isinstance(schema, dict):
            yield Problem(media.pointer, f"{media.type} without a schema", "add one")
        elif _has_class(media.type) and "$ref" not in schema and not _is_plain_array(schema):
            what = "the reply's schema has no name"
            yield Problem((*media.pointer, "schema"), what, "move it to components/schemas")
        if media.type == STREAM and "x-event-stream" not in media.value:
            what = "an event stream without x-event-stream"
            yield Problem(media.pointer, what, "say what ends it and what it adds up to")


@rule("reply-example")
def reply_example(spec: Spec) -> Iterator[Problem]:
    """Every success reply and every shared error has a named example."""
    for media in spec.media:
        if media.status is not None and not media.value.get("examples"):
            what = f"{_label(media)} has no example"
            yield Problem(media.pointer, what, "add one under examples, with a summary")
        if "example" in media.value:
            fix = "write examples: {name: {summary, value}}"
            yield Problem((*media.pointer, "example"), "example without a name", fix)


@rule("request-id")
def request_id(spec: Spec) -> Iterator[Problem]:
    """Every reply documents X-Request-Id; 429 documents Retry-After, and 401 WWW-Authenticate."""
    wanted = {"429": "Retry-After", "401": "WWW-Authenticate"}
    for operation in spec.operations:
        for status, part in operation.responses.items():
            headers = {str(name).lower() for name in part.value.get("headers") or {}}
            for header in ("X-Request-Id", wanted.get(status)):
                if header and header.lower() not in headers:
                    what = f"{status} of {operation.label} lacks {header}"
                    yield Problem(part.place, what, f"add {header} to its headers")


def _has_class(media_type: str) -> bool:
    return media_type == STREAM or bool(JSON.fullmatch(media_type))


def _is_plain_array(schema: dict[str, Any]) -> bool:
    """Whether a schema is an array of components, which is a list in code and needs no name."""
    return schema.get("type") == "array" and bool(ref_name(schema.get("items")))


def _label(media: SpecMedia) -> str:
    return f"{media.status} of {media.operation.label}" if media.operation else f"response {media.status}"
