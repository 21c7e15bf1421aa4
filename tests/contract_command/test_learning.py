"""What two recordings differ in, and what a recording teaches: with lines of YAML that admit it."""

from __future__ import annotations

import copy
import json
from fnmatch import filter as matching
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.contract.support.loaded_spec import contract
from tests.removed import removed_in, removed_resources

from quant_ai_contract import Contract, Exchange, Headers
from quant_ai_contract.command_line import main
from quant_ai_contract.comparison import compare
from quant_ai_contract.lessons import Learner, Lesson
from quant_ai_contract.open_questions import OpenQuestions
from quant_ai_contract.references import ResolvedSpec
from quant_ai_contract.shapes import TrafficShape, order_of

from .support.har_entries import created, entry, har

JSON, STREAM = "application/json", "text/event-stream"
SESSION = {
    "sessionId": "s-1", "status": "active", "createdAt": "2026-01-01T00:00:00Z", "expiresAt": "2026-01-01T01:00:00Z",
}  # fmt: skip


def exchange(
    path: str = "/sessions", body: Any = SESSION, *, method: str = "POST", status: int = 201, kind: str = JSON,
    sent: Any = None, **headers: str,
) -> tuple[Exchange, str]:  # fmt: skip
    raw = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    return Exchange(
        method, f"https://x.test/api/v3/organisations/a/ai{path}", status,
        request_headers=Headers({"Content-Type": JSON}),
        request_body=b"" if sent is None else json.dumps(sent).encode(),
        reply_headers=Headers({"Content-Type": kind, "X-Request-Id": "r", **headers}), reply_body=raw,
    ), path.partition("?")[0]  # fmt: skip


def learnt(*exchanges: tuple[Exchange, str], by: Contract | None = None) -> list[Lesson]:
    learner = Learner(by or contract())
    for number, (one, path) in enumerate(exchanges, 1):
        learner.add(one, path, f"a.har {number}")
    return learner.lessons


def admitted(lessons: list[Lesson]) -> Contract:
    """The spec with the lines of the lessons in it, at the places that they name."""
    source = copy.deepcopy(contract().spec.source)
    for lesson in lessons:
        if not lesson.yaml:
            continue
        steps = [step.replace("~1", "/").replace("~0", "~") for step in lesson.spec.split("/")[1:]]
        lines = yaml.safe_load(lesson.yaml)
        is_keyword = lesson.kind in ("missing field", "enum", "type", "bound", "const") or lines is None
        found: Any = source
        for step in steps[:-1] if is_keyword else steps:
            found = found[int(step)] if isinstance(found, list) else found.setdefault(step, {})
        if lines is None:
            del found[steps[-1]]
        elif isinstance(lines, list):
            found += lines
        else:
            found.update(lines)
    return Contract(ResolvedSpec(source))


MODEL = {"id": "m", "name": "M", "provider": "p", "capabilities": {}}
EVENTS = (
    'event: start\ndata: {"requestId":"r","model":"m","streaming":true}\n\n'
    'event: content\ndata: {"delta":"Hi","complete":false}\n\n'
    'event: done\ndata: {"complete":true}\n\n'
)
TAUGHT: dict[str, tuple[tuple[Exchange, str], tuple[str, str, str]]] = {
    "an unknown field": (exchange(body={**SESSION, "colour": "red"}), ("unknown field", "201 body/colour", "string")),
    "an unknown object": (
        exchange(body={**SESSION, "owner": {"name": "A", "since": "2026-01-01T00:00:00Z", "tags": ["a", 1, None]}}),
        ("unknown field", "201 body/owner", "object"),
    ),
    "a missing field": (
        exchange(body={key: value for key, value in SESSION.items() if key != "sessionId"}),
        ("missing field", "201 body", "sessionId"),
    ),
    "an enum": (exchange(body={**SESSION, "status": "odd"}), ("enum", "201 body/status", "odd")),
    "a type": (exchange(body={**SESSION, "createdAt": 5}), ("type", "201 body/createdAt", "integer instead of string")),
    "a status": (exchange(body={"message": "x", "n": 1}, status=418), ("status", "418", JSON)),
    "a content type": (exchange(body={"a": 1}, kind="application/problem+json"),
                       ("content type", "201 application/problem+json", "object")),
    "a header": (exchange(**{"X-RateLimit-Limit": "60"}), ("header", "201 x-ratelimit-limit", "integer")),
}  # fmt: skip


@pytest.mark.parametrize("name", TAUGHT)
def test_a_lesson_has_its_place_and_the_lines_that_admit_it(name: str) -> None:
    given, expected = TAUGHT[name]
    lessons = [lesson for lesson in learnt(given, given) if lesson.kind != "format"]
    assert [(one.kind, one.at, one.detail) for one in lessons] == [expected]
    assert (lessons[0].count, lessons[0].first, lessons[0].operation) == (2, "a.har 1", "sessions_create")
    assert [one for one in learnt(given, given, by=admitted(lessons)) if one.kind != "format"] == []


def test_several_values_that_break_one_keyword_are_one_lesson() -> None:
    given = [exchange(body={**SESSION, "status": status}) for status in ("odd", "even", "odd")]
    lessons = [lesson for lesson in learnt(*given) if lesson.kind == "enum"]
    assert [(one.count, one.detail) for one in lessons] == [(3, "odd, even")]
    assert learnt(*given, by=admitted(lessons)) == []


def test_what_fits_the_spec_teaches_nothing() -> None:
    assert learnt(exchange(), exchange("/models", {"models": [], "count": 0}, method="GET", status=200)) == []


def test_events_are_learnt_from_and_their_order_is_kept() -> None:
    more = EVENTS.replace('"delta":"Hi"', '"delta":"Hi","mood":"good"') + "event: bye\ndata: {}\n\n"
    learner = Learner(contract())
    for text in (EVENTS, more):
        learner.add(*exchange("/chat/stream", text.encode(), status=200, kind=STREAM), "a.har 1")
    found = {(lesson.kind, lesson.at) for lesson in learner.lessons}
    assert ("unknown field", "200 event content data/mood") in found
    assert learner.orders["chat_stream", "200"] == {"start content done": 1, "start content done bye": 1}


def test_an_order_names_what_repeats_once() -> None:
    assert order_of(["start", "content", "content", "content", "done"]) == "start content+ done"


def test_a_format_that_all_texts_have_is_named() -> None:
    found = [exchange(body={**SESSION, "sessionId": f"7c9e6679-7425-40de-944b-e07fc1f90ae{one}"}) for one in range(3)]
    assert [(one.kind, one.at, one.yaml, one.count) for one in learnt(*found)] == [
        ("format", "201 body/sessionId", "format: uuid", 3)
    ]


def shape(*exchanges: tuple[Exchange, str]) -> TrafficShape:
    found = TrafficShape(contract())
    for one in exchanges:
        found.add(*one)
    return found


OLD = {"id": "s", "tags": ["a"], "owner": {"name": "A"}, "n": 1}
CHANGED: dict[str, tuple[Any, list[str]]] = {
    "nothing but texts": ({"id": "t", "tags": ["b", "c"], "owner": {"name": "B"}, "n": 2}, []),
    "a field more": ({**OLD, "new": 1}, ["sessions_create 201: field /new: only in the new recording"]),
    "a field less": (
        {key: value for key, value in OLD.items() if key != "owner"},
        ["sessions_create 201: field /owner: only in the old recording"],
    ),
    "another type": ({**OLD, "n": "1"}, ["sessions_create 201: field /n: integer -> string"]),
    "an inner field": (
        {**OLD, "owner": {"name": "A", "age": 3}}, ["sessions_create 201: field /owner/age: only in the new recording"],
    ),
    "an empty list": ({**OLD, "tags": []}, []),
    "null": ({**OLD, "n": None}, ["sessions_create 201: field /n: integer -> null"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGED)
def test_recordings_are_compared_by_their_shapes(name: str) -> None:
    new, expected = CHANGED[name]
    assert [str(one) for one in compare(shape(exchange(body=OLD)), shape(exchange(body=new)))] == expected


def test_statuses_operations_headers_events_and_orders_are_compared_too() -> None:
    old = shape(
        exchange(), exchange("/chat/stream", EVENTS.encode(), status=200, kind=STREAM),
        exchange("/models", {}, method="GET", status=200),
    )  # fmt: skip
    other = EVENTS.replace("event: start", "event: session", 1)
    new = shape(
        exchange(**{"X-New": "1"}), exchange(status=409),
        exchange("/chat/stream", other.encode(), status=200, kind=STREAM),
    )  # fmt: skip
    assert [str(one) for one in compare(old, new)] == [
        "chat_stream 200: event session: only in the new recording",
        "chat_stream 200: event start: only in the old recording",
        "chat_stream 200: order of events: start content done -> session content done",
        "models_list: is only in the old recording",
        "sessions_create 201: header x-new: only in the new recording",
        "sessions_create: status 409: only in the new recording",
    ]


def test_a_field_that_some_replies_have_lost_is_named() -> None:
    old, new = shape(exchange(body=OLD)), shape(exchange(body=OLD), exchange(body={**OLD, "n": 1} | {"tags": ["x"]}))
    assert list(compare(old, new)) == []
    less = shape(exchange(body=OLD), exchange(body={key: value for key, value in OLD.items() if key != "n"}))
    assert [str(one) for one in compare(old, less)] == ["sessions_create 201: field /n: no longer in every reply"]


# Open questions.


def test_every_question_can_be_answered_by_traffic_of_the_spec() -> None:
    questions = OpenQuestions(contract()).questions
    assert len(questions) == len({question.name for question in questions}) == 20
    known = list(contract().operations)
    for question in questions:
        assert question.checks, question.name
        for check in question.checks:
            for pattern in check.conditions.get("operation", []):
                assert matching(known, pattern) or pattern.startswith(tuple(removed_resources())), question.name
        for step in question.requests:
            assert step["send"] in known or removed_in(step["send"]), question.name


def test_traffic_answers_questions() -> None:
    questions = OpenQuestions(contract())
    questions.add(*exchange("/models", {"error": "Nope", "code": 7}, method="GET", status=403))
    questions.add(*exchange("/sessions", {"message": "Slow"}, status=429, **{"Retry-After": "7"}))
    questions.add(*exchange("/chat/stream", EVENTS.encode(), status=200, kind=STREAM))
    found = {
        one.name: [check.found for check in one.checks if check.found] for one in questions.questions if one.answered
    }
    assert found["error-bodies"] == [
        {"models_list 403": {"{code: integer, error: string}": 1}, "sessions_create 429": {"{message: string}": 1}}
    ]
    assert found["rate-limits"][0] == {
        "sessions_create 429": {"content-type: application/json, x-request-id: r, retry-after: 7": 1}
    }
    assert found["event-payloads"] == [{"chat_stream 200": {"start content done": 1}}]
    assert "governance-conflict" not in found


# The commands.

Out = pytest.CaptureFixture[str]


def write(tmp_path: Path, name: str, *entries: Any) -> str:
    file = tmp_path / name
    file.write_bytes(har(*entries))
    return str(file)


def test_the_commands_print_for_people_and_as_json(tmp_path: Path, capsys: Out) -> None:
    text = json.dumps({"models": [], "count": 0, "more": "x"})
    content = {"size": len(text), "mimeType": JSON, "text": text}
    old, new = write(tmp_path, "old.har", entry(), created()), write(tmp_path, "new.har", entry(content=content))
    assert main(["compare", old, new]) == 1
    assert "models_list 200: field /more: only in the new recording\n" in capsys.readouterr().out
    assert main(["compare", old, old]) == 0
    assert capsys.readouterr().out == "0 changes of shape\n"
    assert main(["learn", new]) == 1
    shown = capsys.readouterr().out
    assert "- **unknown field** at `200 body/more`: string (1 ×, first in new.har 1)" in shown
    assert "  more:\n    type: string\n" in shown
    assert "\n1 exchange, " in shown
    assert "## Open questions" in shown
    assert main(["learn", "--json", new]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["exchanges"] == 1
    assert [lesson["yaml"] for lesson in report["lessons"] if lesson["kind"] == "unknown field"] == [
        "more:\n  type: string"
    ]
    assert main(["compare", "--json", old, new]) == 1
    assert json.loads(capsys.readouterr().out)["changes"]


@pytest.mark.parametrize("command", ["learn", "compare"])
def test_what_cannot_be_read_is_one_line(command: str, tmp_path: Path, capsys: Out) -> None:
    other = entry()
    other["request"]["url"] = "https://else.test/v1/x"
    for file in (write(tmp_path, "other.har", other), "/none/such.har"):
        assert main([command, file, *([file] if command == "compare" else [])]) == 2
        assert capsys.readouterr().err.count("\n") == 1
