"""The rounds of a run with tools, by themselves: deadlines, calls that come again, and what is logged."""

from __future__ import annotations

import logging
from typing import Any

import pydantic
import pytest

from quant_ai import ConfigurationError, DeadlineError, PollTimeout, ReplyError, Tool, models
from quant_ai.tools.json_results import to_json
from quant_ai.tools.tool_calls import ToolCall, ToolRunner
from quant_ai.tools.tool_conversation import ToolConversation
from quant_ai.tools.tool_specs import as_tools

from .support.clock import FakeClock


def add(a: int, b: int = 0) -> int:
    return a + b


def conversation(clock: FakeClock, **options: Any) -> ToolConversation:
    given: dict[str, Any] = {"max_rounds": 3, "has_session": False, "deadline": None, **options}
    return ToolConversation([add], [], clock=clock, **given)


def test_a_way_that_there_is_not_is_named_with_those_that_there_are(clock: FakeClock) -> None:
    assert conversation(clock).callback_id == ""
    with pytest.raises(ConfigurationError) as caught:
        conversation(clock, via="letter")
    assert str(caught.value) == "via= must be one of 'execution', 'reply', 'stream', got 'letter'"


def waiting(callback_id: Any = "cb-1", name: str = "add") -> models.Execution:
    return models.Execution.from_dict(
        {
            "status": "waiting_callback",
            "callbackId": callback_id,
            "pendingTools": [{"toolUseId": "t-1", "name": name, "input": {"a": 1}}],
        }
    )


def test_a_run_without_a_deadline_has_the_time_of_the_spec_after_each_round(clock: FakeClock) -> None:
    run = conversation(clock)
    assert run.callback_id == ""
    limit = run.wait_time_left()
    assert (run.time_left(), 100 < limit < 1e6) == (None, True)
    clock.now += 60
    assert run.wait_time_left() == limit - 60
    calls = run.calls_in_execution(waiting())
    assert calls is not None
    assert [call.id for call in calls] == ["t-1"]
    assert (run.callback_id, run.rounds, run.wait_time_left()) == ("cb-1", 1, limit)
    assert run.calls_in_execution(waiting()) == []
    assert run.calls_in_execution(models.Execution.from_dict({"status": "complete"})) is None
    clock.now += limit
    with pytest.raises(PollTimeout, match=f"its deadline of {limit:g} s, with 1 rounds") as caught:
        run.wait_time_left()
    assert caught.value.last_state is not None


def test_calls_and_their_id_may_come_one_after_the_other(clock: FakeClock) -> None:
    run = conversation(clock)
    state = waiting()
    for early in ({"pendingTools": []}, {"pendingTools": None}, {"callbackId": None}, {"callbackId": ""}):
        assert run.calls_in_execution(models.Execution.from_dict(state.to_dict() | early)) == []
    calls = run.calls_in_execution(state)
    assert calls is not None
    assert [call.id for call in calls] == ["t-1"]
    assert run.rounds == 1


@pytest.mark.parametrize("callback_id", [["x"], 7, {"a": 1}])
def test_an_id_to_answer_that_is_no_string_is_an_error(clock: FakeClock, callback_id: Any) -> None:
    with pytest.raises(ReplyError) as caught:
        conversation(clock).calls_in_execution(waiting(callback_id))
    assert str(caught.value) == f"the execution waits with {callback_id!r}, which is not a valid callback id"


def test_a_deadline_is_that_of_the_whole_run(clock: FakeClock) -> None:
    run = conversation(clock, deadline=10)
    clock.now += 6
    run.calls_in_execution(waiting())
    assert (run.time_left(), run.wait_time_left()) == (4, 4)
    clock.now += 4
    for left in (run.time_left, run.wait_time_left, run.raise_deadline):
        with pytest.raises(PollTimeout, match="its deadline of 10 s"):
            left()
    with pytest.raises(DeadlineError) as caught:
        conversation(clock, via="reply").raise_deadline(5)
    assert "its deadline of 5 s, with 0 rounds" in str(caught.value)
    assert caught.value.last_state is None  # type: ignore[attr-defined]


def test_a_call_that_comes_again_is_not_run_twice_and_those_after_it_are(caplog: pytest.LogCaptureFixture) -> None:
    runs: list[int] = []

    def count(a: int) -> int:
        runs.append(a)
        return a

    runner = ToolRunner(as_tools([count]))
    assert runner.run([ToolCall("t-1", "count", {"a": 1})])
    again, other = ToolCall("t-1", "count", {"a": 1}), ToolCall("t-2", "count", {"a": 2})
    assert runner.run([again, other])
    assert (runs, again.output, other.output) == ([1, 2], 1, 2)
    assert caplog.messages == ["the service requested the tool call t-1 of count again; it is not run twice"]


def test_an_unknown_tool_is_told_with_those_that_there_are(caplog: pytest.LogCaptureFixture) -> None:
    for tools, names in (([add, Tool(add, name="plus")], "add, plus"), ([], "none")):
        call = ToolCall("t-1", "minus", {})
        ToolRunner(as_tools(tools)).run([call])
        assert str(call.error) == f"there is no tool named 'minus'; available: {names}"


def test_a_result_that_json_cannot_carry_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    call = ToolCall("t-1", "add", {})
    call.output = object()
    ToolRunner({}).check([call])
    assert caplog.record_tuples[0][:2] == ("quant_ai", logging.WARNING)
    assert caplog.messages == [f"{call.error}; the model receives an error instead"]
    assert str(call.error).startswith("the tool add returned what is not JSON serializable: ")


def test_other_arguments_have_their_type() -> None:
    def take(a: int, *, b: str = "", **others: float) -> None: ...

    def take_any(a: int, **others: Any) -> None: ...

    tool = Tool(take)
    assert list(tool.schema["properties"]) == ["a", "b"]
    assert tool.schema["additionalProperties"] == {"type": "number"}
    assert tool.arguments({"a": 1.0, "c": 2}) == {"a": 1, "c": 2.0}
    with pytest.raises(ValueError, match=r"^c: 'x' is not of type float$"):
        tool.arguments({"a": 1, "c": "x"})
    assert Tool(take_any).arguments({"a": 1, "c": "x"}) == {"a": 1, "c": "x"}
    assert Tool(add)._other is Any


def test_a_name_that_comes_twice_is_told() -> None:
    with pytest.raises(ConfigurationError) as caught:
        as_tools([add, add])
    assert str(caught.value) == "two tools are named 'add'; give one another name with Tool(function, name=...)"


class Priced(pydantic.BaseModel):
    price: float

    @pydantic.field_serializer("price", when_used="json")
    def _written(self, value: float) -> str:
        return f"{value:.2f}"


def test_models_of_pydantic_are_written_as_they_write_json() -> None:
    assert to_json({"a": Priced(price=1.5)}) == {"a": {"price": "1.50"}}
