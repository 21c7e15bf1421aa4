"""What the events of a stream add up to, event by event and without bytes."""

from __future__ import annotations

from typing import Any

import pytest

from quant_ai import models
from quant_ai.streaming.accumulation import Accumulator
from quant_ai_client.operation import CollectedField, FilledField

from .support.operations import AGENT_EVENTS, CHAT_EVENTS


def chat(*events: tuple[str, Any], text: str = "", types: Any = CHAT_EVENTS) -> Any:
    accumulator = Accumulator(types, lambda: models.ChatReply)
    for name, event in events:
        accumulator.add(name, event)
    if text:
        accumulator.add_text(text)
    return accumulator.reply()


START = ("start", models.StartEvent(request_id="r-1", model="nova"))


def test_a_stream_of_text_alone_is_a_message_of_the_assistant() -> None:
    reply = chat(text="Hello")
    assert reply.to_dict() == {"response": {"role": "assistant", "content": "Hello"}}
    assert chat().to_dict() == {"response": {"role": "assistant", "content": ""}}


def test_fields_of_events_fill_the_fields_of_the_same_name() -> None:
    usage = models.TokenUsage(input_tokens=3, output_tokens=2, total_tokens=5)
    reply = chat(START, ("done", models.DoneEvent(usage=usage)), text="Hello")
    assert (reply.request_id, reply.model, reply.usage, reply.response.content) == ("r-1", "nova", usage, "Hello")


def test_a_later_event_replaces_what_an_earlier_one_said_unless_it_says_nothing() -> None:
    reply = chat(START, ("start", models.StartEvent(request_id="r-2", model=None)))
    assert (reply.request_id, reply.model) == ("r-2", "nova")


def test_a_message_that_an_event_repeats_as_a_whole_counts_but_for_the_text() -> None:
    whole = models.AssistantMessage(
        role="assistant", content="All of it", tool_use=models.ToolUse(tool_use_id="t", name="f", input={})
    )
    reply = chat(("done", models.DoneEvent(response=whole)), text="Pieces")
    assert (reply.response.content, reply.response.tool_use) == ("Pieces", whole.tool_use)
    assert chat(("done", models.DoneEvent(response=whole))).response.content == "All of it"


def test_a_text_field_of_an_event_is_the_text_if_there_were_no_pieces() -> None:
    before = ("tool_request", models.ToolRequestEvent(content="Before the call"))
    assert chat(before).response.content == "Before the call"
    assert chat(before, text="Pieces").response.content == "Pieces"


def test_what_the_spec_requires_and_no_event_said_is_none() -> None:
    answer = Accumulator(AGENT_EVENTS, lambda: models.AgentChatReply).reply()
    assert answer.to_dict()["response"]["text"] == ""
    required = Accumulator(CHAT_EVENTS, lambda: models.SessionEvent).reply()
    assert required.session_id is None


def test_without_a_model_the_reply_is_the_text() -> None:
    accumulator = Accumulator(CHAT_EVENTS)
    accumulator.add_text("Hel")
    accumulator.add_text("lo")
    assert accumulator.reply() == accumulator.text == "Hello"


def test_a_snapshot_does_not_change_what_comes_later() -> None:
    accumulator = Accumulator(CHAT_EVENTS, lambda: models.ChatReply)
    accumulator.add_text("Hel")
    first = accumulator.reply()
    accumulator.add_text("lo")
    assert (first.response.content, accumulator.reply().response.content) == ("Hel", "Hello")


# Fields that the spec names


def filled(rule: FilledField, *events: tuple[str, Any]) -> Any:
    return chat(*events, types=CHAT_EVENTS._replace(fill=(rule,), collect=()))


def test_a_field_is_filled_from_the_first_event_of_its_kind() -> None:
    rule = FilledField(("model",), "done", "stop_reason", values=(("end_turn", "stop"),))
    done = ("done", models.DoneEvent(stop_reason="end_turn"))
    later = ("done", models.DoneEvent(stop_reason="bored"))
    assert filled(rule, done, later).model == "stop"
    assert filled(rule, later, done).model == "bored"
    assert filled(rule, START, done).model == "nova"  # the reply has it already
    assert filled(rule).model is None


def test_a_value_that_is_no_text_is_filled_in_as_it_is() -> None:
    usage = models.TokenUsage(input_tokens=3, output_tokens=2, total_tokens=5)
    rule = FilledField(("orchestration",), "done", "usage", values=(("end_turn", "stop"),))
    assert filled(rule, ("done", models.DoneEvent(usage=usage))).orchestration is usage


def test_a_field_of_an_object_that_is_missing_is_not_filled() -> None:
    done = ("done", models.DoneEvent(stop_reason="end_turn"))
    for path in (("usage", "x"), ("usage", "y", "x"), ("model", "x"), ("nothing", "x")):
        assert filled(FilledField(path, "done", "stop_reason"), done).to_dict()["response"]["role"] == "assistant"


def test_a_field_inside_an_object_is_filled() -> None:
    done = ("done", models.DoneEvent(stop_reason="end_turn"))
    assert filled(FilledField(("response", "tool_use"), "done", "stop_reason"), done).response.tool_use == "end_turn"


RULE = CollectedField(
    ("response", "tool_use"),
    "tool_request",
    "tool_use",
    lambda value: value,
    fields=(("id", ("tool_use_id", "name")), ("name", ("name",)), ("input", ("input",))),
    required=("id", "name"),
    empty=("input",),
    single=True,
)


def collected(*events: models.ToolRequestEvent, rule: CollectedField = RULE) -> Any:
    reply = chat(*(("tool_request", event) for event in events), types=CHAT_EVENTS._replace(collect=(rule,)))
    return reply.response.tool_use


@pytest.mark.parametrize(
    ("events", "items"),
    [
        ([], None),
        ([models.ToolRequestEvent(name="f")], {"id": "f", "name": "f", "input": {}}),
        ([models.ToolRequestEvent(name="f", tool_use_id="t")], {"id": "t", "name": "f", "input": {}}),
        ([models.ToolRequestEvent(tool_use_id="t")], None),
        ([models.ToolRequestEvent()], None),
        (
            [models.ToolRequestEvent(name="f"), models.ToolRequestEvent(name="g")],
            [{"id": "f", "name": "f", "input": {}}, {"id": "g", "name": "g", "input": {}}],
        ),
    ],
)
def test_items_are_collected_from_all_events(events: list[models.ToolRequestEvent], items: Any) -> None:
    assert collected(*events) == items
    assert collected(*events, rule=RULE._replace(single=False)) == ([items] if isinstance(items, dict) else items)


def test_items_are_collected_into_a_field_of_the_reply_itself() -> None:
    types = CHAT_EVENTS._replace(collect=(RULE._replace(path=("orchestration",)),))
    reply = chat(("tool_request", models.ToolRequestEvent(name="f")), types=types)
    assert reply.orchestration == {"id": "f", "name": "f", "input": {}}


def test_items_of_one_field_are_taken_as_they_are() -> None:
    use = models.ToolUse(tool_use_id="t", name="f", input={})
    assert collected(models.ToolRequestEvent(tool_use=use)) is use
    assert collected(models.ToolRequestEvent(tool_use=[use, use])) == [use, use]


def test_items_for_an_object_that_is_missing_are_dropped() -> None:
    rule = RULE._replace(path=("usage", "x"))
    assert collected(models.ToolRequestEvent(name="f"), rule=rule) is None
