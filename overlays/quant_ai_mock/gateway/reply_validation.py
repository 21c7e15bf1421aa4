"""Validate the server's own replies against the spec.

In strict mode every reply is checked before it is sent; one that does not fit becomes a 500 that says where. Without
such a check, a mock would drift away from its spec unnoticed.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import orjson

from ..document.operations import EVENT_STREAM, JSON, ApiOperation, json_media
from ..document.refusal import Refusal, server_error
from ..document.schemas import Json, Schema
from ..state.request_context import StreamReply

log = logging.getLogger("quant_ai_mock")

# Statuses of HTTP itself, which any operation may reply with even if the spec does not list them.
HTTP_STATUSES = frozenset({400, 401, 403, 404, 405, 406, 413, 415, 422})


def check_reply(operation: ApiOperation, status: int, body: Json) -> None:
    """Check a JSON reply.

    Raises:
        Refusal: 500; it does not fit the spec.
    """
    wrong = mismatch(operation, status, body)
    if wrong is not None:
        raise _not_fitting(wrong)


def check_stream(operation: ApiOperation, stream: StreamReply) -> StreamReply:
    """Check a stream of events or lines, unless a test scripted them; returns the same stream.

    Raises:
        Refusal: 500; one of them does not fit the spec.
    """
    frames = list(stream.frames)
    for frame in frames if stream.checked else ():
        if stream.content_type == EVENT_STREAM:
            wrong = frame_mismatch(operation, 200, frame)
        else:
            wrong = _line_mismatch(operation, stream.content_type, frame)
        if wrong is not None:
            raise _not_fitting(wrong)
    return replace(stream, frames=frames)


def mismatch(operation: ApiOperation, status: int, body: Json) -> str | None:
    """Where a JSON reply does not fit the spec, in a sentence; None if it fits."""
    if status not in operation.replies:
        if status == operation.success_status:  # the spec lists no success at all
            return None
        if status in HTTP_STATUSES and status not in (400, 404, 422):
            return None
        if operation.any_status:
            return None
        return f"{operation.id} does not document status {status}"
    media = operation.replies[status]
    if not media:
        return None if body is None else f"{operation.id} {status} has no body in the spec"
    found = json_media(media)
    if found is None:  # what a text or a picture has to be, its schema does not say
        return f"{operation.id} {status} does not return {JSON}" if set(media) == {EVENT_STREAM} else None
    return None if found.schema is None else _first_error(found.schema, body, f"{operation.id} {status}")


def frame_mismatch(operation: ApiOperation, status: int, frame: Mapping[str, Any]) -> str | None:
    """Where one event of a stream does not fit the spec, in a sentence; None if it fits.

    The schema of an event stream describes one event. Its `data` is a string; if it has a `contentSchema`, the JSON in
    the string has to fit that too, which a validator does not check by itself.
    """
    media = operation.media(status, EVENT_STREAM)
    if media is None:
        return f"{operation.id} {status} does not return {EVENT_STREAM}"
    if media.schema is None or (media.schema.types and "object" not in media.schema.types):
        return None  # a schema of the bytes says nothing about events
    wrong = None
    for member in media.schema.members or [media.schema]:
        wrong = _frame_error(member, frame, operation.id)
        if wrong is None:
            return None
    return f"{operation.id} {status} sends an event that matches no frame: {frame!r}" if media.schema.members else wrong


def _line_mismatch(operation: ApiOperation, content_type: str, line: Json) -> str | None:
    media = operation.media(operation.success_status, content_type)
    schema = media.schema if media is not None else None
    return None if schema is None else _first_error(schema, line, f"{operation.id}: a line")


def _frame_error(schema: Schema, frame: Mapping[str, Any], where: str) -> str | None:
    wrong = _first_error(schema, dict(frame), where)
    if wrong is not None:
        return wrong
    data = schema.property("data")
    if data is None or "contentSchema" not in data.source:
        return None
    try:
        value = orjson.loads(frame["data"])
    except orjson.JSONDecodeError as error:
        return f"{where}: data is not JSON: {error}"
    return _first_error(data.book.at(*data.location, "contentSchema"), value, f"{where}: data")


def _first_error(schema: Schema, value: Json, where: str) -> str | None:
    if schema.validator.is_valid(value):
        return None
    error = next(iter(schema.validator.iter_errors(value)))
    path = "".join(f"/{step}" for step in error.instance_path) or "/"
    return f"{where} at {path}: {error.message[:500]}"


def _not_fitting(wrong: str) -> Refusal:
    log.error("the mock response violates the spec: %s", wrong)
    return server_error(f"The mock response violates the spec: {wrong}")
