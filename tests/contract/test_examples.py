"""Every reply that the document shows, served by the mock server and read by the client."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from quant_ai import StatusError, StreamFailedError, StreamIncompleteError
from quant_ai_client import errors
from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, DocumentedContent
from quant_ai_contract.reply_checks import check_reply
from quant_ai_contract.stream_checks import event_kind

from .support.caller import KINDS, PAIRS, Caller, NotOfferedError, is_streamed, mode_of
from .support.raw_client import Call
from .support.scenarios import canonical, variants
from .support.spec import contract
from .support.target import Target

REPLIES = [
    pytest.param(operation, int(status), media, name, id=f"{operation.id}-{status}-{name}")
    for operation in contract().operations.values()
    for status, reply in operation.replies.items()
    for media in reply.media.values()
    for name in media.examples
]


@pytest.mark.parametrize("operation", contract().operations.values(), ids=lambda operation: operation.id)
def test_every_example_of_a_request_fits_its_schema(operation: ContractOperation) -> None:
    for parameter in operation.parameters:
        assert parameter.examples, f"{parameter.name} has no example"
        for name, value in parameter.examples.items():
            assert parameter.schema.fits(value), f"{parameter.name}, example {name}"
    if operation.body is not None:
        assert operation.body.examples
        for name, value in operation.body.examples.items():
            assert operation.body.schema is not None
            assert not list(operation.body.schema.errors(value)), name


@pytest.mark.parametrize(("operation", "status", "media", "name"), REPLIES)
def test_an_example_of_a_reply_is_served_and_read(
    target: Target,
    new_caller: Callable[..., Caller],
    operation: ContractOperation,
    status: int,
    media: DocumentedContent,
    name: str,
) -> None:
    shown = media.examples[name]
    call = a_call(operation, status, media)
    streamed = media.content_type == EVENT_STREAM
    for kind in KINDS[:2] if streamed else KINDS if status < 300 else PAIRS[status % 2]:
        caller = new_caller(headers={"Prefer": f"code={status}, example={name}"})
        try:
            read(caller, kind, call, status, media, shown)
        except NotOfferedError:
            continue
        assert target.tap is not None
        exchange = target.tap.last(caller.organisation).exchange
        assert exchange.status == status
        if media.content_type != EVENT_STREAM:
            assert not list(check_reply(operation, exchange))
            assert canonical(json.loads(exchange.reply_body)) == canonical(shown)


def read(caller: Caller, kind: str, call: Call, status: int, media: DocumentedContent, shown: Any) -> None:
    if media.content_type == EVENT_STREAM:
        read_event(caller, kind, call, media, shown)
    elif status < 300:
        if not is_streamed(call.operation, call.body):
            assert canonical(caller.call(kind, call).wire) == canonical(shown)
    else:
        with pytest.raises((StatusError, errors.StatusError)) as error:
            caller.call(kind, call)
        assert error.value.status_code == status
        if isinstance(error.value, StatusError):
            assert canonical(error.value.body) == canonical(shown)
            assert error.value.message == message_of(shown)
        else:
            assert error.value.error is not None
            assert canonical(error.value.error.to_dict()) == canonical(shown)


def message_of(body: Any) -> str:
    """The text of an error, by the rule that the document gives."""
    if isinstance(body.get("message"), str):
        return str(body["message"])
    if isinstance(body.get("error"), str):
        return str(body["error"])
    if body.get("errors"):
        return str(next(iter(body["errors"].values()))[0])
    return str(body["error"]["message"])


def a_call(operation: ContractOperation, status: int, media: DocumentedContent) -> Call:
    """A call that this reply answers: the document's modes say which body leads to which status and content type."""
    calls = [call for _, call in variants(operation)]
    for call in calls:
        mode = mode_of(operation, call.body) or {}
        expected = int(mode.get("status", operation.successes[0]))
        streams = is_streamed(operation, call.body) and expected != 202
        if status >= 300 or (expected == status and streams == (media.content_type == EVENT_STREAM)):
            return call
    return calls[0]


def read_event(caller: Caller, kind: str, call: Call, media: DocumentedContent, shown: Any) -> None:
    """One event alone: a terminal one ends the stream well, an error ends it with its message, others cut it short."""
    events, error = caller.events(kind, call)
    name, wrong = event_kind(media, shown)
    assert not wrong
    data = parsed(shown["data"])
    if name == "error":
        assert isinstance(error, (StreamFailedError, StatusError))
        assert message_of(data) in str(error)
        return
    assert [canonical(event) for event in events] == ([] if name == "" else [canonical(data)])
    terminal = media.extensions["x-event-stream"]["terminal"]
    assert isinstance(error, StreamIncompleteError) == (name not in terminal and name != "")


def parsed(data: str) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return data
