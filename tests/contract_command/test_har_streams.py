"""Streams in recordings: what is there of one is checked event by event, and a report says where the end is missing."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest

from .support.har_entries import STREAM, CheckHar, Entry, har, streamed

START = {"event": "start", "data": json.dumps({"requestId": "r-1", "model": "m"})}
PIECE = {"event": "content", "data": json.dumps({"delta": "Hello"})}
DONE = {"event": "done", "data": json.dumps({"complete": True, "response": {"role": "assistant", "content": "Hello"}})}
WRONG = {"event": "content", "data": json.dumps({"delta": 5})}
CUT = "1 exchange checked, 0 with findings; 1 stream cut short\n"


def text(*events: dict[str, str]) -> str:
    return "".join(f"event: {event['event']}\ndata: {event['data']}\n\n" for event in events)


def chrome(*events: dict[str, str], **more: Any) -> Entry:
    """Chrome records the events of a stream, and none of its bytes."""
    messages = [{"time": 1.5, "eventName": event["event"], "eventId": "", "data": event["data"]} for event in events]
    return {**streamed({"size": 0, "mimeType": STREAM}, **more), "_eventSourceMessages": messages}


def firefox(content: str) -> Entry:
    return streamed({"mimeType": STREAM, "text": content, "size": 5_000_000})


def playwright(content: str) -> Entry:
    return streamed({"mimeType": STREAM, "text": content, "size": -1}, _failureText="net::ERR_ABORTED")


WHOLE = {
    "Chrome": chrome(START, PIECE, DONE),
    "Chrome, a message without a name": chrome(
        {"event": "message", "data": json.dumps({"type": "start", **json.loads(START["data"])})}, PIECE, DONE
    ),
    "Firefox, as text": streamed({"mimeType": STREAM, "text": text(START, PIECE, DONE)}),
    "cut behind its last event": firefox(text(START, PIECE, DONE)),
}
BEGUN = {
    "Chrome": chrome(START, PIECE),
    "Chrome, the connection was lost": chrome(START, PIECE, _error="net::ERR_FAILED"),
    "Firefox, cut between events": firefox(text(START, PIECE)),
    "Firefox, cut in a line": firefox(text(START, PIECE) + 'event: content\ndata: {"del'),
    "Firefox, cut in a character": streamed(
        {
            "mimeType": STREAM,
            "size": 5000,
            "encoding": "base64",
            "text": base64.b64encode(text(START).encode() + "data: é".encode()[:-1]).decode(),
        }
    ),
    "said to be truncated": streamed({"mimeType": STREAM, "text": text(START), "comment": "truncated"}),
    "Playwright, aborted": playwright(text(START, PIECE)),
    "lines that end with CR": playwright(text(START, PIECE).replace("\n", "\r") + "event: con"),
}
NOTHING = {
    "Chrome, no event": chrome(),
    "messages that are none": {**chrome(), "_eventSourceMessages": {"data": "{}"}},
    "only a part of a line": firefox("data"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_a_stream_is_whole_once_its_last_event_is_there(check_har: CheckHar, name: str) -> None:
    assert check_har(har(WHOLE[name]), "--strict")[:2] == (0, "1 exchange checked, 0 with findings\n")


@pytest.mark.parametrize("name", BEGUN)
def test_a_report_says_that_a_stream_is_cut_short(check_har: CheckHar, name: str) -> None:
    assert check_har(har(BEGUN[name]), "--strict")[:2] == (0, CUT)
    assert "only the beginning of this stream" in check_har(har(BEGUN[name]), "--notes")[1]
    report = json.loads(check_har(har(BEGUN[name]), "--json")[1])
    assert (report["cut"], report["exchanges"][0]["cut"], report["withoutBody"]) == (1, True, 0)


@pytest.mark.parametrize("name", NOTHING)
def test_a_stream_of_which_nothing_is_recorded_is_not_judged(check_har: CheckHar, name: str) -> None:
    expected = "1 exchange checked, 0 with findings; 1 without a body to check\n"
    assert check_har(har(NOTHING[name]), "--strict")[:2] == (0, expected)


@pytest.mark.parametrize(
    "recorded", [chrome(START, WRONG), firefox(text(START, WRONG)), playwright(text(START, WRONG))]
)
def test_an_event_of_a_stream_that_is_cut_is_checked(check_har: CheckHar, recorded: Entry) -> None:
    status, output, _ = check_har(har(recorded))
    assert status == 1
    assert "event: reply at events/1" in output


def test_the_order_of_recorded_events_is_checked(check_har: CheckHar) -> None:
    status, output, _ = check_har(har(chrome(START, DONE, PIECE)))
    assert status == 1
    assert "content comes after done" in output


@pytest.mark.parametrize("value", [None, 5, [], {"a": 1}, "a\nb", "\ud800", "x" * 5000])
@pytest.mark.parametrize("key", ["eventName", "eventId", "data"])
def test_odd_messages_are_no_failure(check_har: CheckHar, key: str, value: Any) -> None:
    recorded = chrome(START, PIECE)
    recorded["_eventSourceMessages"] = [{**message, key: value} for message in recorded["_eventSourceMessages"]]
    recorded["_eventSourceMessages"] += [None, 5, "x", []]
    assert check_har(har(recorded))[0] in (0, 1)
