"""The type that a reply is read into, by itself: the schema that asks for it, and why there is no value."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any

import httpx
import pytest

from quant_ai import (
    ConfigurationError,
    ParseError,
    ReplyCutOffError,
    ReplyFormatError,
    ReplyWithheldError,
    StructuredOutputError,
    models,
)
from quant_ai.http.status_errors import status_error
from quant_ai.json_types.schemas import schema_of
from quant_ai.parsing.json_in_text import FoundJson, find_json
from quant_ai.parsing.parsed import ParsedReply
from quant_ai.parsing.reply_format import ReplyFormat


@dataclasses.dataclass
class Point:
    x: float
    y: float = 0.0


@dataclasses.dataclass
class Node:
    inside: list[Node]


def reply(text: Any, reason: str = "stop", **more: Any) -> models.ChatReply:
    return models.ChatReply.from_dict(
        {"response": {"role": "assistant", "content": text}, "finishReason": reason, "requestId": "r-1", **more}
    )


# The schema


@pytest.mark.parametrize("into", [int, list[Point], Point | int, dict[str, int], Any, Annotated[int, "how many"]])
def test_what_is_no_object_is_the_one_field_of_an_object(into: Any) -> None:
    made = ReplyFormat[Any](into)
    assert made.wrapped
    assert made.schema == {
        "type": "object",
        "properties": {"value": schema_of(into)},
        "required": ["value"],
        "additionalProperties": False,
    }


def test_definitions_stay_at_the_top_of_a_schema() -> None:
    schema = ReplyFormat[Any](list[Node]).schema
    assert list(schema["$defs"]) == ["Node"]
    assert schema["properties"]["value"] == {"type": "array", "items": {"$ref": "#/$defs/Node"}}
    assert ReplyFormat[Any](Point).schema == schema_of(Point)
    assert "$defs" not in ReplyFormat[Any](list[Point]).schema


@pytest.mark.parametrize(
    ("into", "text", "value"),
    [
        (int, '{"value":5}', 5),
        (int, "5", 5),
        (list[int], "[5]", [5]),
        (Point | int, '{"x":1}', Point(1)),
        (Point | int, '{"value":{"x":1}}', Point(1)),
        (dict[str, int], '{"value":{"a":1}}', {"a": 1}),
        (dict[str, int] | None, '{"value":{"a":1}}', {"a": 1}),
        (Any, '{"value":1}', 1),
        (Point, '{"x":1}', Point(1)),
    ],
)
def test_a_value_is_taken_out_of_its_object(into: Any, text: str, value: Any) -> None:
    assert ReplyFormat[Any](into).reply(reply(text)).parsed == value


@pytest.mark.parametrize("into", [dict[str, int], Any, Annotated[Any, "anything"], dict[str, int] | None])
def test_an_object_whose_fields_may_have_any_name_needs_the_object_around_it(into: Any) -> None:
    with pytest.raises(ReplyFormatError, match="missing fields: value") as caught:
        _ = ReplyFormat[Any](into).reply(reply('{"a":1}')).parsed
    assert caught.value.expected == ReplyFormat[Any](into).name


# What is refused


@pytest.mark.parametrize("into", [None, "Point"])
def test_what_is_no_type_is_refused(into: Any) -> None:
    with pytest.raises(ConfigurationError) as caught:
        ReplyFormat[Any](into)
    assert str(caught.value) == f"into= takes a type, such as a dataclass, not {into!r}"


def test_another_format_is_refused() -> None:
    with pytest.raises(ConfigurationError) as caught:
        ReplyFormat[Any](Point, {}, {"response_format": {}})
    assert str(caught.value) == "pass into= or response_format=, not both: into= sends a format of its own"
    ReplyFormat[Any](Point, {}, {"response_format": None})


def test_a_model_that_is_known_to_be_unable_is_refused() -> None:
    with pytest.raises(StructuredOutputError) as caught:
        ReplyFormat[Any](Point, {"m": False}, {"model_id": "m"})
    assert str(caught.value) == (
        "the model m has no structured output, so it cannot reply with Point; choose one that has, from"
        " client.models.list()"
    )
    assert caught.value.model_id == "m"
    for known in ({}, {"m": True}, {"n": False}):
        ReplyFormat[Any](Point, known, {"model_id": "m"})


def refused(status: int, message: str, **more: Any) -> Any:
    return status_error(
        status, {"message": message, **more}, method="POST", path="/chat", attempts=1, request_id="r-1",
        retry_after=None, headers=httpx.Headers(), content=b"",
    )  # fmt: skip


@pytest.mark.parametrize("status", [400, 422])
@pytest.mark.parametrize(
    ("message", "more"),
    [
        ("structured output is not supported", {}),
        ("This model cannot", {"code": "RESPONSE_FORMAT"}),
        ("Invalid", {"errors": {"responseFormat": ["It is not supported."]}}),
        ("not supported", {"errors": {"jsonSchema": ["No."]}}),
    ],
)
def test_a_refusal_of_the_format_names_the_model(status: int, message: str, more: Any) -> None:
    error = refused(status, message, **more)
    made: Any = ReplyFormat[Any](Point, {}, {"model_id": "m"}).refusal(error)
    assert type(made) is StructuredOutputError
    assert str(made) == f"the model m has no structured output, so it cannot reply with Point: {error}"
    assert (made.model_id, made.status_code, made.request_id) == ("m", status, "r-1")


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (403, "structured output is not supported"),
        (423, "structured output is not supported"),
        (400, "structured output is broken"),
        (400, "images are not supported"),
    ],
)
def test_another_refusal_stays_as_it_is(status: int, message: str) -> None:
    error = refused(status, message)
    assert ReplyFormat[Any](Point).refusal(error) is error


# Why there is no value


def problem(into: Any, answer: models.ChatReply, *, complete: bool = True) -> ParseError:
    with pytest.raises(ParseError) as caught:
        _ = ReplyFormat[Any](into).reply(answer, complete=complete).parsed
    return caught.value


@pytest.mark.parametrize(
    ("answer", "kind", "says", "expected"),
    [
        (reply("{", "length"), ReplyCutOffError,
         "the reply was cut off at its token limit, so there is no whole Point; raise max_tokens", None),
        (reply("", "content_filter"), ReplyWithheldError,
         "a content filter withheld the reply, so there is no Point", None),
        (reply(""), ReplyFormatError, "no Point in the reply: the reply is empty", "JSON of Point"),
        (reply(None), ReplyFormatError, "no Point in the reply: the reply is empty", "JSON of Point"),
        (reply("", "tool_use"), ReplyFormatError, "no Point in the reply: the model asked for tools and gave no answer;"
         " chat.run(tools=..., into=...) runs them", "JSON of Point"),
        (reply("x\n" * 60), ReplyFormatError,
         f"no Point in the reply: the reply is not JSON: {'x ' * 50!r}", "JSON of Point"),
        (reply('{"x":"a"}'), ReplyFormatError,
         "the reply does not fit Point: x: 'a' is not of type float", "float"),
    ],
)  # fmt: skip
def test_an_error_says_why_there_is_no_value(
    answer: models.ChatReply, kind: type[ParseError], says: str, expected: str | None
) -> None:
    error: Any = problem(Point, answer)
    assert type(error) is kind
    assert str(error) == f"{says} (request r-1)"
    assert getattr(error, "expected", None) == expected
    assert (error.request_id, error.finish_reason) == ("r-1", answer.finish_reason)
    assert error.text == (answer.response.content or "")


def test_an_error_without_a_request_id_has_no_brackets() -> None:
    assert str(problem(Point, reply("", requestId=None))) == "no Point in the reply: the reply is empty"


def test_half_a_reply_has_no_value_yet() -> None:
    error: Any = problem(Point, reply('{"x":1}'), complete=False)
    assert str(error) == "the reply has not arrived as a whole, so there is no Point yet (request r-1)"
    assert (type(error), error.expected) == (ReplyFormatError, "Point")


def test_a_reply_that_is_nested_too_deeply_is_told_as_such() -> None:
    text = '{"inside":[' * 3000 + "]}" * 3000
    error: Any = problem(Node, reply(text))
    assert str(error).startswith("no Node in the reply: the reply is nested too deeply: '{")
    assert error.expected == "JSON of Node"


def test_a_reply_that_was_made_by_hand_has_no_value() -> None:
    made = ParsedReply[Point](response=models.AssistantMessage(role="assistant", content='{"x":1}'))
    with pytest.raises(ReplyFormatError) as caught:
        _ = made.parsed
    assert str(caught.value) == "this reply was not read into a type; chat.parse does that"


def test_a_reply_that_a_type_goes_too_deep_for_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(value: Any) -> Any:
        return endless(value)

    form = ReplyFormat[Any](Point)
    monkeypatch.setattr(form, "_decode", endless)
    with pytest.raises(ReplyFormatError) as caught:
        _ = form.reply(reply('{"x":1}')).parsed
    assert str(caught.value) == "the reply does not fit Point: it is nested too deeply (request r-1)"
    assert caught.value.expected == "Point"


@pytest.mark.parametrize(
    ("status", "has_to_fit"), [("complete", True), ("waiting_callback", False), ("failed", True), (None, True)]
)
def test_an_execution_that_waits_for_its_caller_needs_no_value(status: Any, has_to_fit: bool) -> None:
    execution = models.Execution.from_dict({"status": status})
    if has_to_fit:
        with pytest.raises(ReplyFormatError, match="has not arrived as a whole"):
            ReplyFormat[Any](Point).final(execution)
    else:
        assert ReplyFormat[Any](Point).final(execution).status == status


# JSON in a text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\ufeff 5\r\n", FoundJson(5, True)),
        ("{[1]x", FoundJson([1], False)),
        ('Here: {"a":1} and that is all', FoundJson({"a": 1}, False)),
        ("[NaN] [1]", FoundJson([1], False)),
        ("[" * 100_000, "is nested too deeply"),
        ("\x0b5", "is not JSON"),
    ],
)
def test_one_value_is_found_in_a_text(text: str, found: Any) -> None:
    assert find_json(text) == found


def test_numbers_are_exact_only_if_they_have_to_be() -> None:
    for exact, kind in ((False, "float"), (True, "ExactFloat")):
        found: Any = find_json("1.5", exact=exact)
        assert type(found.value).__name__ == kind
    found = find_json("1.5")
    assert type(found.value) is float
