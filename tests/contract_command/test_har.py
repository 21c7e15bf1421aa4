"""Recordings of browsers, proxies and test tools: what they leave out is not judged, and the rest is."""

from __future__ import annotations

import base64
import copy
import gzip
import json
import random
from typing import Any

import pytest

from .support.har_entries import BASE, JSON, STREAM, CheckHar, created, entry, har, streamed

OMITTED = {"mimeType": JSON, "text": "", "params": []}
INCOMPLETE = {
    "Playwright, content omitted": created({"size": 148, "mimeType": JSON}, OMITTED),
    "Playwright, content omitted, minimal": created({"size": -1, "mimeType": JSON}, OMITTED, -1),
    "Playwright, an attachment that is not there": created(
        {"size": 148, "mimeType": JSON, "_file": "no.json"}, OMITTED
    ),
    "Playwright, a stream that the page aborted": streamed({"size": -1, "mimeType": STREAM}),
    "Playwright, the connection was lost": entry(
        content={"size": -1, "mimeType": JSON, "text": "{"}, _failureText="net::ERR_CONNECTION_RESET"
    ),
    "Chrome, the connection was lost": entry(
        content={"size": 1, "mimeType": JSON, "text": "{"}, _error="net::ERR_INCOMPLETE_CHUNKED_ENCODING"
    ),
    "Chrome, a stream": streamed({"size": 0, "mimeType": STREAM}),
    "Firefox, cut at 1 MB": entry(content={"size": 5_000_000, "mimeType": JSON, "text": '{"models":['}),
    "Firefox, cut and said so": entry(
        content={"mimeType": JSON, "text": '{"models":[', "comment": "Response body truncated"}
    ),
    "no text": entry(content={"size": -1, "mimeType": JSON}),
    "no text, size 0": entry(content={"size": 0, "mimeType": JSON}),
    "no content": entry(content={}),
    "content null": {"request": entry()["request"], "response": {"status": 200, "headers": None, "content": None}},
    "size null": entry(content={"size": None, "mimeType": JSON}),
    "base64 that is broken": entry(content={"mimeType": JSON, "text": "é", "encoding": "base64"}),
    "a request cut short": created(sent={"mimeType": JSON, "text": '{"userI'}, size=17),
    "a request without its body": created(sent=None),
    "a request whose type is not known": created(sent={"mimeType": None, "text": '{"userId":"ada"}'}, size=16),
    "a reply whose type is not known": entry(content={"mimeType": None, "text": "{}"}),
}


@pytest.mark.parametrize("name", INCOMPLETE)
def test_what_a_recording_leaves_out_is_not_judged(check_har: CheckHar, name: str) -> None:
    status, output, _ = check_har(har(INCOMPLETE[name]), "--strict")
    assert (status, output) == (0, "1 exchange checked, 0 with findings; 1 without a body to check\n")


WHOLE = {
    "as browsers write it": entry(),
    "size unknown": entry(content={"size": None, "mimeType": JSON, "text": '{"models":[],"count":0}'}),
    "bodySize null": entry(size=None),
    "status as text": entry(status="200"),
    "headers null": {**entry(), "request": {**entry()["request"], "headers": None}},
    "base64 in lines, in capitals": entry(
        content={"mimeType": JSON, "text": "eyJtb2RlbHMiOltd\r\nLCJjb3VudCI6MH0=\n", "encoding": "Base64"}
    ),
    "base64 of gzip": entry(
        content={
            "mimeType": JSON,
            "encoding": "base64",
            "text": base64.b64encode(gzip.compress(b'{"models":[],"count":0}')).decode(),
        },
        headers=[{"name": "Content-Encoding", "value": "gzip"}],
    ),
    "304 of the browser's cache": entry(status=304, content={"size": 0, "mimeType": JSON, "text": ""}),
    "HEAD": entry("HEAD", content={"size": 0, "mimeType": JSON}),
    "a type in the headers alone": entry(
        content={"mimeType": "x-unknown", "text": '{"models":[],"count":0}'},
        headers=[{"name": "Content-Type", "value": JSON}, {"name": "X", "value": None}, {"name": None}, None],
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_every_spelling_of_an_exchange_is_read(check_har: CheckHar, name: str) -> None:
    assert check_har(har(WHOLE[name]))[0] == 0


@pytest.mark.parametrize("name", WHOLE)
def test_a_fault_beside_a_good_exchange_is_still_found(check_har: CheckHar, name: str) -> None:
    fault = copy.deepcopy(WHOLE[name])
    fault["request"]["url"] = f"{BASE}/sessions?limit=0"
    status, output, _ = check_har(har(fault))
    assert status == 1
    assert "query.limit" in output


OTHERS = {
    "without a reply": [
        entry(status=-1, content={"size": -1, "mimeType": "x-unknown"}),
        entry(status=0),
        entry(status=103),
        entry(status=None),
        entry(status=""),
        entry(status=float("inf")),
        {"request": entry()["request"], "response": None},
    ],
    "CORS preflight": [
        {
            "request": {
                "method": "OPTIONS",
                "url": f"{BASE}/chat",
                "headers": [{"name": "Access-Control-Request-Method", "value": "POST"}],
            },
            "response": {"status": 204, "headers": [], "content": {"size": 0, "mimeType": "x-unknown"}},
        }
    ],
    "unreadable": [
        {**entry(), "request": {"method": "GET", "url": url}}
        for url in ("http://[::1/x", None, 5, "http://x:99999999/")
    ]
    + [{**entry(), "request": {"method": method, "url": BASE}} for method in (None, 5, ["GET"], "")]
    + [None, 5, [], {}],
    "went elsewhere": [
        {**entry(), "request": {"method": "GET", "url": url}} for url in ("https://cdn.example/a.js", "data:,x", "x")
    ],
}


@pytest.mark.parametrize("reason", OTHERS)
def test_an_entry_that_is_no_exchange_is_left_out_and_counted(check_har: CheckHar, reason: str) -> None:
    others = OTHERS[reason]
    expected = f"1 exchange checked, 0 with findings; {len(others)} {reason}\n"
    assert check_har(har(entry(), *others), "--strict")[:2] == (0, expected)


@pytest.mark.parametrize("reason", OTHERS)
def test_a_recording_without_an_exchange_has_its_own_exit_status(check_har: CheckHar, reason: str) -> None:
    status, _, error = check_har(har(*OTHERS[reason]))
    assert status == 2
    assert len(error.splitlines()) == 1


def test_options_that_is_no_preflight_is_a_note(check_har: CheckHar) -> None:
    options = entry("OPTIONS", status=204, content={"size": 0, "mimeType": "x-unknown"})
    assert check_har(har(options))[0] == 0


ODD = [None, 5, -1, 1e308, True, "", "x", [], {}, [1], {"a": 1}, "\ud800", "9" * 5000, "http://[", "é\x00"]


def test_mutated_recordings_never_end_in_a_traceback(check_har: CheckHar) -> None:
    chance = random.Random(3)

    def mutated(value: Any, share: float) -> Any:
        if chance.random() < share:
            return chance.choice(ODD)
        if isinstance(value, dict):
            return {key: mutated(inner, share) for key, inner in value.items() if chance.random() > share / 2}
        return [mutated(inner, share) for inner in value] if isinstance(value, list) else value

    whole = {"log": {"entries": [created(), *WHOLE.values(), *INCOMPLETE.values()]}}
    for number in range(60):
        status, _, error = check_har(json.dumps(mutated(whole, (number % 4) / 20)).encode(), "--strict")
        assert status in (0, 1) or "not a HAR file" in error, error
