"""Streams keep their grammar: the order of events, the end, the bytes, and when each event is sent.

These tests look at the bytes that the mock server sends, at what schemathesis cannot see: the last empty line, the last
event, the order of events, and that the first event is sent before the last one exists.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quant_ai import QuantAI, StreamError
from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, DocumentedContent
from quant_ai_contract.event_streams import parse_event_stream
from quant_ai_contract.stream_checks import DONE_MARK, check_stream, event_kind

from .support.cases import each_operation
from .support.client_names import bound
from .support.example_calls import is_streamed
from .support.json_values import canonical
from .support.loaded_spec import contract
from .support.mock_knowledge import has_handler
from .support.raw_client import Call, RawClient
from .support.scenarios import Scenario, ScenarioRunner
from .support.target import Target
from .support.tested_client import ClientUnderTest, wire_form

# start, then text and tools in any order, then requests to the caller, then the end, and perhaps its mark.
GRAMMAR = re.compile(
    r"(start )?(session )?((content |session )|(tool_start )(tool_input_progress )*(tool_complete )?)*"
    r"((tool_request )+|(orchestration_status )+)?(done|error) (\[DONE\] )?"
)
STREAMED = [
    operation
    for operation in contract().operations.values()
    if any(EVENT_STREAM in reply.media for reply in operation.replies.values())
]
STALL = {"X-Mock-Fault": "stall=30000"}
LONGEST = 10  # seconds that a test waits, much less than a stalled stream takes


def media_of(operation: ContractOperation) -> DocumentedContent:
    return next(reply.media[EVENT_STREAM] for reply in operation.replies.values() if EVENT_STREAM in reply.media)


each_streamed = each_operation(lambda operation: operation in STREAMED)
each_with_several_events = each_operation(
    lambda operation: operation in STREAMED and len(media_of(operation).examples) > 1
)


def streamed_scenarios(target: Target, operation: ContractOperation) -> list[Scenario]:
    """The scenarios of an operation whose reply is a stream."""
    found = [
        scenario for scenario in target.planner.scenarios(operation, 200) if is_streamed(operation, scenario.call.body)
    ]
    assert found, f"{operation.id} never streams"
    return found


def stream_bytes(raw: RawClient, scenario: Scenario) -> bytes:
    """The bytes of a scenario's stream."""
    exchange = raw.send(ScenarioRunner(raw).prepare(scenario), {"Accept": EVENT_STREAM})
    assert exchange.reply_type == EVENT_STREAM
    return exchange.reply_body


@each_streamed
@pytest.mark.parametrize("done_mark", [False, True])
@pytest.mark.parametrize("dialect", ["both", "docs", "wire"])
def test_events_come_in_order_and_the_last_one_is_complete(
    target: Target, operation: ContractOperation, dialect: str, done_mark: bool
) -> None:
    media = media_of(operation)
    for scenario in streamed_scenarios(target, operation):
        raw = target.raw_client()
        target.mock.organisation(raw.organisation).settings(dialect=dialect, doneMark=done_mark)
        body = stream_bytes(raw, scenario)
        stream = parse_event_stream(body)
        assert body.endswith((b"\n\n", b"\r\n\r\n"))
        assert not stream.unfinished
        assert not [str(found) for found in check_stream(media, stream)]
        kinds = [event_kind(media, event)[0] for event in stream.events]
        if has_handler(operation):
            sentence = "".join(f"{kind or '[DONE]'} " for kind in kinds)
            assert GRAMMAR.fullmatch(sentence), f"{scenario!r}: {sentence}"
            assert (kinds[-1] == DONE_MARK) == done_mark
        identifiers = [event["id"] for event in stream.events if "id" in event]
        assert len(set(identifiers)) == len(identifiers)


@each_streamed
def test_a_stream_has_its_content_type_and_no_length(target: Target, operation: ContractOperation) -> None:
    headers = target.runner().run(streamed_scenarios(target, operation)[0]).reply_headers
    assert headers["content-type"].startswith(EVENT_STREAM)
    assert "content-length" not in headers
    assert "no-cache" in headers["cache-control"]


@each_streamed
def test_the_text_of_a_stream_is_that_of_the_buffered_reply(
    target: Target, operation: ContractOperation, client: ClientUnderTest
) -> None:
    runner = ScenarioRunner(target.raw_client(client.organisation))
    call = runner.prepare(streamed_scenarios(target, operation)[0])
    method, positional, keyword = bound(client.client, contract(), call)
    with method(*positional, **keyword) as stream:
        pieces = list(stream.text)
        final = wire_form(stream.final())
    media = media_of(operation)
    keys = media.extensions["x-event-stream"].get("text", [])
    sent = ""
    for event in parse_event_stream(target.last(client.organisation).exchange.reply_body).events:
        if event_kind(media, event)[0] == "content" or not has_handler(operation):
            data = json.loads(event["data"]) if event["data"].startswith("{") else {}
            sent += next((data[key] for key in keys if key in data), "")
    assert sent or not has_handler(operation)
    assert "".join(pieces) == sent
    assert sent in canonical(final) or json.dumps(sent, ensure_ascii=False)[1:-1] in canonical(final)


@contextlib.contextmanager
def stalled_stream(target: Target, raw: RawClient, call: Call) -> Iterator[httpx.Response]:
    """A stream that the mock server stalls after its first events."""
    headers = {"Authorization": f"Bearer {target.token}", **STALL}
    url = f"{raw.base_url}{call.target}"
    content = call.content
    headers |= {"Content-Type": "application/json"} if content else {}
    with httpx.stream(call.operation.method, url, headers=headers, content=content, timeout=LONGEST) as reply:
        yield reply


@each_with_several_events
def test_the_first_event_is_sent_before_the_last_one_exists(target: Target, operation: ContractOperation) -> None:
    """The server stalls for longer than the client waits, and yet its first events arrive."""
    runner = target.runner()
    call = runner.prepare(streamed_scenarios(target, operation)[0])
    with stalled_stream(target, runner.client, call) as reply:
        first = next(reply.iter_raw())
        assert reply.status_code == 200
    assert parse_event_stream(first + b"\n\n").events


@each_streamed
def test_each_event_is_sent_by_itself(target: Target, operation: ContractOperation) -> None:
    runner = target.runner()
    runner.run(streamed_scenarios(target, operation)[0])
    recorded = target.last(runner.client.organisation)
    events = parse_event_stream(recorded.exchange.reply_body).events
    assert len(recorded.chunks) >= len(events) >= min(2, len(media_of(operation).examples))
    assert all(chunk.endswith(b"\n\n") for chunk in recorded.chunks)


@each_operation(lambda operation: operation in STREAMED and has_handler(operation))
def test_the_server_notices_a_client_that_disconnects(target: Target, operation: ContractOperation) -> None:
    """Only sending shows it, which takes several events; an operation without a handler may send no more than two."""
    runner = target.runner()
    call = runner.prepare(streamed_scenarios(target, operation)[0])
    organisation = target.mock.organisation(runner.client.organisation)
    with stalled_stream(target, runner.client, call) as reply:
        next(reply.iter_raw())
    deadline = time.monotonic() + LONGEST
    while not organisation.requests(operation.id)[-1].get("disconnected"):
        assert time.monotonic() < deadline, "the journal does not say that the client disconnected"


@pytest.fixture(scope="module")
def streams(target: Target) -> list[tuple[Scenario, bytes]]:
    """The scenarios of one operation that streams, with the bytes of their streams."""
    found = streamed_scenarios(target, STREAMED[0])
    return [(scenario, stream_bytes(target.raw_client(), scenario)) for scenario in found]


# Hypothesis warns about fixtures that all examples share; these are meant to be shared.
shared_fixtures = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@shared_fixtures
@given(data=st.data())
def test_a_stream_is_read_alike_wherever_its_bytes_are_cut(
    streams: list[tuple[Scenario, bytes]], data: st.DataObject
) -> None:
    scenario, body = data.draw(st.sampled_from(streams))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(body) - 1), max_size=40)))
    chunks = [body[start:end] for start, end in itertools.pairwise([0, *cuts, len(body)])]
    assert read_stream(scenario, chunks) == read_stream(scenario, [body])


def test_an_uncut_stream_is_read_to_its_end(streams: list[tuple[Scenario, bytes]]) -> None:
    for scenario, body in streams:
        events, failure = read_stream(scenario, [body])
        assert events
        assert not failure


@shared_fixtures
@given(data=st.data())
def test_a_truncated_stream_never_ends_well(streams: list[tuple[Scenario, bytes]], data: st.DataObject) -> None:
    scenario, body = data.draw(st.sampled_from(streams))
    end = data.draw(st.integers(0, body.rindex(b"event: done")))
    _, failure = read_stream(scenario, [body[:end]])
    assert failure == "StreamIncompleteError"


def read_stream(scenario: Scenario, chunks: list[bytes]) -> tuple[list[str], str]:
    """What the client makes of these bytes: the events as JSON, and the name of the error at the end."""

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": EVENT_STREAM}, content=iter(chunks))

    http = httpx.Client(transport=httpx.MockTransport(handler))
    client = QuantAI(token="t", organisation="acme", http_client=http, max_retries=0)
    method, positional, keyword = bound(client, contract(), scenario.call)
    events: list[Any] = []
    failure = ""
    try:
        with contextlib.closing(http), method(*positional, **keyword) as stream:
            events.extend(canonical(wire_form(event)) for event in stream)
    except StreamError as error:
        failure = type(error).__name__
    return events, failure
