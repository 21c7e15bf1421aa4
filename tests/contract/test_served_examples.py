"""Every example in the spec is valid, and examples of replies are served by the mock server and read by the client."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from quant_ai import StatusError, StreamFailedError, StreamIncompleteError
from quant_ai_client import errors
from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, DocumentedContent
from quant_ai_contract.reply_checks import check_reply
from quant_ai_contract.stream_checks import DONE_MARK, event_kind

from .support.cases import each_operation
from .support.client_names import NotOfferedError
from .support.example_calls import example_calls, is_streamed, mode_of
from .support.json_values import canonical
from .support.loaded_spec import contract
from .support.raw_client import Call
from .support.target import Target
from .support.tested_client import FACADES, INTERFACES, PAIRS, ClientUnderTest

REPLIES = [
    pytest.param(operation, int(status), media, name, id=f"{operation.id}-{status}-{name}")
    for operation in contract().operations.values()
    for status, reply in operation.replies.items()
    for media in reply.media.values()
    for name in media.examples
]


@each_operation(lambda found: found.parameters or found.body is not None)
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
    new_client: Callable[..., ClientUnderTest],
    operation: ContractOperation,
    status: int,
    media: DocumentedContent,
    name: str,
) -> None:
    example = media.examples[name]
    call = call_for(operation, status, media)
    streamed = media.content_type == EVENT_STREAM
    prefer = {"Prefer": f"code={status}, example={name}"}
    exchanges = []
    for interface in FACADES if streamed else INTERFACES if status < 300 else PAIRS[status % 2]:
        client = new_client(headers=prefer)
        with suppress(NotOfferedError):
            if streamed:
                assert_event_read(client, interface, call, media, example)
            elif status < 300:
                assert canonical(client.call(interface, call).wire) == canonical(example)
            else:
                assert_error_raised(client, interface, call, status, example)
            exchanges.append(target.last(client.organisation).exchange)
    if not exchanges:  # the client makes this call by another operation
        exchanges.append(target.raw_client().send(call, prefer))
    for exchange in exchanges:
        assert exchange.status == status
        if not streamed:
            assert not list(check_reply(operation, exchange))
            assert canonical(json.loads(exchange.reply_body)) == canonical(example)


def call_for(operation: ContractOperation, status: int, media: DocumentedContent) -> Call:
    """A call that can get this reply: the modes in the spec say which status and content type a body gets."""
    calls = [call for _, call in example_calls(operation)]
    for call in calls:
        mode = mode_of(operation, call.body) or {}
        expected = int(mode.get("status", operation.successes[0]))
        streams = is_streamed(operation, call.body) and expected != 202
        if status >= 300 or (expected == status and streams == (media.content_type == EVENT_STREAM)):
            return call
    return calls[0]


def assert_error_raised(client: ClientUnderTest, interface: str, call: Call, status: int, example: Any) -> None:
    with pytest.raises((StatusError, errors.StatusError)) as error:
        client.call(interface, call)
    assert error.value.status_code == status
    if isinstance(error.value, StatusError):
        assert canonical(error.value.body) == canonical(example)
        assert error.value.message == message_of(example)
    else:
        assert error.value.error is not None
        assert canonical(error.value.error.to_dict()) == canonical(example)


def assert_event_read(
    client: ClientUnderTest, interface: str, call: Call, media: DocumentedContent, example: Any
) -> None:
    """A stream of one event: a terminal event ends it, an error is raised, any other event leaves it incomplete."""
    events, error = client.events(interface, call)
    kind, fault = event_kind(media, example)
    assert not fault
    data = json_or_text(example["data"])
    if kind == "error":
        assert isinstance(error, (StreamFailedError, StatusError))
        assert message_of(data) in str(error)
        return
    assert [canonical(event) for event in events] == ([] if kind == DONE_MARK else [canonical(data)])
    terminal = media.extensions["x-event-stream"].get("terminal", [])
    assert isinstance(error, StreamIncompleteError) == (kind not in terminal and kind != DONE_MARK)


def message_of(body: Any) -> str:
    """The message of an error, by the rule that the spec gives."""
    if isinstance(body.get("message"), str):
        return str(body["message"])
    if isinstance(body.get("error"), str):
        return str(body["error"])
    if body.get("errors"):
        return str(next(iter(body["errors"].values()))[0])
    return str(body["error"]["message"])


def json_or_text(data: str) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return data
