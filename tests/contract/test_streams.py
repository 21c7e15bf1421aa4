"""Streams keep their grammar: the order of events, the end, the bytes, and the moment at which each goes out.

What schemathesis cannot see is checked here on the bytes that the mock server sends: the last empty line, the last
event, their order, and that the first is on its way before the last is made.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import time
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quant_ai import QuantAI, StreamError
from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, DocumentedContent
from quant_ai_contract.event_streams import parse_event_stream
from quant_ai_contract.stream_checks import check_stream, event_kind

from .support.caller import Caller, arguments, is_streamed, method_name, wire_form
from .support.raw_client import RawClient
from .support.scenarios import Scenario, canonical
from .support.spec import contract
from .support.target import Target

# start, then text and tools in any order, then what is asked of the caller, then the end, then perhaps its mark.
GRAMMAR = re.compile(
    r"(start )?(session )?((content |session )|(tool_start )(tool_input_progress )*(tool_complete )?)*"
    r"((tool_request )+|(orchestration_status )+)?(done|error) (\[DONE\] )?"
)
STREAMS = [
    pytest.param(operation, dialect, done_mark, id=f"{operation.id}-{dialect}{'-marked' if done_mark else ''}")
    for operation in contract().operations.values()
    if any(EVENT_STREAM in reply.media for reply in operation.replies.values())
    for dialect in ("both", "docs", "wire")
    for done_mark in (False, True)
]
STREAMED = [pytest.param(param.values[0], id=param.values[0].id) for param in STREAMS[::6]]


def media_of(operation: ContractOperation) -> DocumentedContent:
    return next(reply.media[EVENT_STREAM] for reply in operation.replies.values() if EVENT_STREAM in reply.media)


def ways(target: Target, operation: ContractOperation) -> list[Scenario]:
    return [way for way in target.plan.to(operation, 200) if is_streamed(operation, way.call.body)]


def raw(wire: RawClient, target: Target, way: Scenario) -> bytes:
    scene = target.scene()
    scene.wire = wire
    call = scene.prepare(way)
    exchange = wire.send(call, {"Accept": EVENT_STREAM})
    assert exchange.reply_type == EVENT_STREAM
    return exchange.reply_body


@pytest.mark.parametrize(("operation", "dialect", "done_mark"), STREAMS)
def test_events_come_in_their_order_and_the_last_one_is_whole(
    target: Target, operation: ContractOperation, dialect: str, done_mark: bool
) -> None:
    assert target.mock is not None
    assert ways(target, operation)
    for way in ways(target, operation):
        name = target.new_organisation()
        target.mock.organisation(name).settings(dialect=dialect, doneMark=done_mark)
        body = raw(target.wire(name), target, way)
        stream = parse_event_stream(body)
        assert body.endswith((b"\n\n", b"\r\n\r\n"))
        assert not stream.unfinished
        assert not [str(found) for found in check_stream(media_of(operation), stream)]
        kinds = [event_kind(media_of(operation), event)[0] for event in stream.events]
        told = "".join(f"{kind or '[DONE]'} " for kind in kinds)
        assert GRAMMAR.fullmatch(told), f"{way!r}: {told}"
        assert (kinds[-1] == "") == done_mark
        identifiers = [event["id"] for event in stream.events if "id" in event]
        assert len(set(identifiers)) == len(identifiers)


@pytest.mark.parametrize("operation", STREAMED)
def test_a_stream_says_that_it_is_one_and_how_long_it_is_not(target: Target, operation: ContractOperation) -> None:
    scene = target.scene()
    exchange = scene.go(ways(target, operation)[0])
    assert exchange.reply_headers["content-type"].startswith(EVENT_STREAM)
    assert "content-length" not in exchange.reply_headers
    assert "no-cache" in exchange.reply_headers["cache-control"]


@pytest.mark.parametrize("operation", STREAMED)
def test_the_text_of_a_stream_is_that_of_the_buffered_reply(
    target: Target, operation: ContractOperation, caller: Caller
) -> None:
    scene = target.scene()
    scene.wire = target.wire(caller.organisation)
    call = scene.prepare(ways(target, operation)[0])
    method = getattr(getattr(caller.client, operation.tag), method_name(operation, call.body))
    positional, keyword = arguments(method, contract(), call)
    with method(*positional, **keyword) as stream:
        pieces = list(stream.text)
        final = wire_form(stream.final())
    assert target.tap is not None
    media = media_of(operation)
    told = ""
    for event in parse_event_stream(target.tap.last(caller.organisation).exchange.reply_body).events:
        if event_kind(media, event)[0] == "content":
            data = json.loads(event["data"])
            told += next(data[key] for key in media.extensions["x-event-stream"]["text"] if key in data)
    assert "".join(pieces) == told
    assert told
    assert told in canonical(final) or json.dumps(told, ensure_ascii=False)[1:-1] in canonical(final)


@pytest.mark.parametrize("operation", STREAMED)
def test_the_first_event_is_sent_before_the_last_is_made(target: Target, operation: ContractOperation) -> None:
    """The server stands still after its first events, for longer than this test takes; they are here all the same."""
    scene = target.scene()
    call = scene.prepare(ways(target, operation)[0])
    began = time.monotonic()
    headers = {"Authorization": f"Bearer {target.token}", "X-Mock-Fault": "stall=30000"}
    with httpx.stream(
        "POST", f"{scene.wire.base_url}{call.target}", headers=headers, json=call.body, timeout=10
    ) as reply:
        first = next(reply.iter_raw())
        assert reply.status_code == 200
    assert parse_event_stream(first + b"\n\n").events
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("operation", STREAMED)
def test_each_event_goes_out_by_itself(target: Target, operation: ContractOperation) -> None:
    assert target.tap is not None
    scene = target.scene()
    scene.go(ways(target, operation)[0])
    seen = target.tap.last(scene.wire.base_url.split("/")[-2])
    sent = [chunk for _, chunk in seen.chunks]
    assert len(sent) >= len(parse_event_stream(seen.exchange.reply_body).events)
    assert all(chunk.endswith(b"\n\n") for chunk in sent)


@pytest.mark.parametrize("operation", STREAMED)
def test_the_server_notices_a_client_that_goes(target: Target, operation: ContractOperation) -> None:
    assert target.mock is not None
    scene = target.scene()
    call = scene.prepare(ways(target, operation)[0])
    organisation = target.mock.organisation(scene.wire.base_url.split("/")[-2])
    headers = {"Authorization": f"Bearer {target.token}", "X-Mock-Fault": "stall=30000"}
    with httpx.stream(
        "POST", f"{scene.wire.base_url}{call.target}", headers=headers, json=call.body, timeout=10
    ) as reply:
        next(reply.iter_raw())
    deadline = time.monotonic() + 10
    while not organisation.requests(operation.id)[-1].get("disconnected"):
        assert time.monotonic() < deadline, "the journal does not tell that the client went"


CUT = next(param.values[0] for param in STREAMED)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_stream_reads_alike_wherever_its_bytes_are_cut(target: Target, data: st.DataObject) -> None:
    way = data.draw(st.sampled_from(ways(target, CUT)))
    if (id(target), id(way)) not in WHOLE:
        WHOLE[id(target), id(way)] = raw(target.wire(), target, way)
    body = WHOLE[id(target), id(way)]
    cuts = sorted(data.draw(st.sets(st.integers(1, len(body) - 1), max_size=40)))
    chunks = [body[start:end] for start, end in itertools.pairwise([0, *cuts, len(body)])]
    assert events_of(way, chunks) == events_of(way, [body])


WHOLE: dict[tuple[int, int], bytes] = {}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_stream_that_is_cut_short_never_ends_well(target: Target, data: st.DataObject) -> None:
    way = ways(target, CUT)[0]
    if (id(target), id(way)) not in WHOLE:
        WHOLE[id(target), id(way)] = raw(target.wire(), target, way)
    body = WHOLE[id(target), id(way)]
    end = data.draw(st.integers(0, body.rindex(b"event: done") if b"event: done" in body else len(body) // 2))
    _, failure = events_of(way, [body[:end]])
    assert failure == "StreamIncompleteError"


def events_of(way: Scenario, chunks: list[bytes]) -> tuple[list[str], str]:
    """What the client makes of these bytes: the events in wire form, and the error that ends them."""

    def handler(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": EVENT_STREAM}, content=iter(chunks))

    http = httpx.Client(transport=httpx.MockTransport(handler))
    client = QuantAI(token="t", organisation="acme", http_client=http, max_retries=0)
    method = getattr(getattr(client, way.operation.tag), method_name(way.operation, way.call.body))
    positional, keyword = arguments(method, contract(), way.call)
    found: list[Any] = []
    failure = ""
    try:
        with contextlib.closing(http), method(*positional, **keyword) as stream:
            found.extend(canonical(wire_form(event)) for event in stream)
    except StreamError as error:
        failure = type(error).__name__
    return found, failure
