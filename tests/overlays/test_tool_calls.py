"""Running tool calls: in parallel within bounds, each id once, and with every failure in the log."""

from __future__ import annotations

import asyncio
import contextvars
import functools
import logging
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from quant_ai.tools import tool_calls
from quant_ai.tools.tool_calls import MAX_THREADS, ToolCall, ToolRunner, calls_in
from quant_ai.tools.tool_specs import as_tools
from quant_ai_client import models
from quant_ai_client.api.chat import chat_get_execution, chat_send
from quant_ai_client.operation import ToolCallFields

pytestmark = pytest.mark.anyio


async def run(kind: str, runner: ToolRunner, calls: list[ToolCall], seconds: float | None = None) -> bool:
    if kind == "sync":
        return await asyncio.to_thread(runner.run, calls, seconds)
    return await runner.run_async(calls, seconds)


async def call(kind: str, function: Callable[..., Any], **given: Any) -> ToolCall:
    made = ToolCall("t", "f", given)
    runner = ToolRunner(as_tools([function]))
    made.name = next(iter(runner._tools))
    assert await run(kind, runner, [made])
    runner.check([made])
    return made


def wrapped(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


async def pause(seconds: float = 0) -> str:
    await asyncio.sleep(seconds)
    return "rested"


class Pausing:
    async def __call__(self) -> str:
        return await pause()


async def ticks() -> AsyncIterator[int]:
    yield 1
    yield 2


def numbers() -> Iterator[int]:
    yield 1
    yield 2


async def promised() -> Any:
    return pause()


@pytest.mark.parametrize(
    ("function", "output"),
    [
        (pause, "rested"),
        (wrapped(pause), "rested"),
        (wrapped(wrapped(pause)), "rested"),
        (functools.partial(pause, seconds=0), "rested"),
        (functools.partial(wrapped(pause), 0), "rested"),
        (Pausing(), "rested"),
        (promised, "rested"),
        (ticks, [1, 2]),
        (numbers, [1, 2]),
    ],
)
async def test_what_a_function_promises_is_waited_for(kind: str, function: Any, output: Any) -> None:
    done = await call(kind, function)
    assert (done.output, done.error) == (output, None)
    assert done.result() == done.result() == {"result": output}


def test_an_async_function_runs_in_a_thread_that_has_a_loop_already() -> None:
    async def within_a_loop() -> ToolCall:
        runner, made = ToolRunner(as_tools([wrapped(pause)])), ToolCall("t", "pause", {})
        runner.run([made])
        return made

    assert asyncio.run(within_a_loop()).output == "rested"


async def test_hundreds_of_calls_run_in_a_bounded_number_of_threads(kind: str) -> None:
    lock, here, most = threading.Lock(), 0, 0

    def count(number: int) -> int:
        nonlocal here, most
        with lock:
            here += 1
            most = max(most, here)
        threading.Event().wait(0.002)
        with lock:
            here -= 1
        return number

    calls = [ToolCall(f"t-{number}", "count", {"number": number}) for number in range(500)]
    assert await run(kind, ToolRunner(as_tools([count])), calls)
    assert [each.output for each in calls] == list(range(500))
    assert 1 < most <= MAX_THREADS


async def test_as_many_calls_run_at_once_as_there_may_be(kind: str) -> None:
    together = threading.Barrier(MAX_THREADS, timeout=10)
    names: set[str] = set()

    def meet() -> None:
        together.wait()
        names.add(threading.current_thread().name)

    calls = [ToolCall(f"t-{number}", "meet", {}) for number in range(MAX_THREADS)]
    assert await run(kind, ToolRunner(as_tools([meet])), calls)
    assert [each.error for each in calls] == [None] * MAX_THREADS
    assert kind == "async" or all(name.startswith("quant-ai-tool") for name in names)


async def test_a_call_that_comes_again_is_run_once(kind: str) -> None:
    ran: list[int] = []

    def count(number: int) -> int:
        ran.append(number)
        return len(ran)

    runner = ToolRunner(as_tools([count]))
    rounds = [[ToolCall("t", "count", {"number": 1})] for _ in range(3)]
    for calls in rounds:
        await run(kind, runner, calls)
    assert ran == [1]
    assert [calls[0].output for calls in rounds] == [1, 1, 1]
    other = [ToolCall("t", "count", {"number": 2}), ToolCall("", "count", {"number": 3})]
    await run(kind, runner, other)
    await run(kind, runner, [ToolCall("", "count", {"number": 3})])
    assert sorted(ran) == [1, 2, 3, 3]


def test_an_id_that_comes_twice_in_a_reply_is_one_call() -> None:
    fields = chat_send.SEND.tool_calls
    assert fields is not None
    use = {"toolUseId": "t", "name": "f", "input": {}}
    reply = models.ChatReply.from_dict(
        {"response": {"toolUse": [use, {**use, "input": {"a": 1}}, {**use, "toolUseId": "u"}]}}
    )
    assert [(each.id, each.input) for each in calls_in(reply, fields)] == [("t", {}), ("u", {})]


@pytest.mark.parametrize("uses", [None, [None], "abc", 5, [5, "x", ["y"]], {}, []])
def test_tool_calls_of_any_form_are_no_foreign_error(uses: Any) -> None:
    for operation, model, value in (
        (chat_send.SEND, models.ChatReply, {"response": {"toolUse": uses}}),
        (chat_get_execution.OPERATION, models.Execution, {"status": "waiting_callback", "pendingTools": uses}),
    ):
        fields: ToolCallFields | None = operation.tool_calls  # type: ignore[attr-defined]
        assert fields is not None
        try:
            reply = model.from_dict(value)
        except ValueError:
            continue
        assert all(isinstance(each, ToolCall) for each in calls_in(reply, fields))


@pytest.mark.parametrize("name", ["rm_rf", None, ["f"], {"a": 1}, 5])
async def test_the_model_gets_an_error_for_a_tool_that_does_not_exist(
    kind: str, name: Any, caplog: pytest.LogCaptureFixture
) -> None:
    made = ToolCall("t", name, {})
    assert await run(kind, ToolRunner(as_tools([pause])), [made])
    assert made.result() == {"error": f"LookupError: there is no tool named {name!r}; available: pause"}
    assert "there is no tool named" in caplog.text


async def test_an_error_of_a_tool_is_a_warning_with_its_traceback(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> None:
        raise KeyError("no such city")

    done = await call(kind, broken)
    assert isinstance(done.error, KeyError)
    (record,) = caplog.records
    assert (record.name, record.levelno) == ("quant_ai", logging.WARNING)
    assert record.getMessage() == "the tool call t of broken failed: KeyError: 'no such city'"
    assert record.exc_info is not None
    assert record.exc_info[1] is done.error


async def test_input_that_does_not_fit_is_a_warning_without_a_traceback(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    done = await call(kind, pause, seconds="long")
    assert done.result() == {"error": "ValueError: seconds: 'long' is not of type float"}
    (record,) = caplog.records
    assert "'long' is not of type float" in record.getMessage()
    assert record.exc_info is None


async def test_a_result_that_json_cannot_carry_is_a_failure_and_a_warning(
    kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    done = await call(kind, lambda_named("f", object()))
    assert "is of type object, which is not JSON serializable" in done.result()["error"]
    assert "is of type object, which is not JSON serializable" in caplog.text


def lambda_named(name: str, output: Any) -> Callable[[], Any]:
    def function() -> Any:
        return output

    function.__name__ = name
    return function


@pytest.mark.parametrize("error", [StopIteration, asyncio.CancelledError])
async def test_exceptions_that_loops_use_are_failures_of_the_tool(kind: str, error: type[BaseException]) -> None:
    def broken() -> None:
        raise error

    done = await call(kind, broken)
    assert isinstance(done.error, Exception)
    assert error.__name__ in done.result()["error"]


@pytest.mark.parametrize("is_async", [True, False])
@pytest.mark.parametrize("count", [1, 3])
async def test_calls_end_in_time(kind: str, is_async: bool, count: int, caplog: pytest.LogCaptureFixture) -> None:
    release, ended = threading.Event(), threading.Event()

    def slow() -> None:
        release.wait(20)
        ended.set()

    async def forever() -> None:
        await asyncio.Event().wait()

    function = forever if is_async and kind == "async" else slow
    calls = [ToolCall(f"t-{number}", function.__name__, {}) for number in range(count)]
    try:
        assert not await run(kind, ToolRunner(as_tools([function])), calls, seconds=0.05)
        assert not ended.is_set()  # nobody waits for the threads
        assert [(each.output, each.error) for each in calls] == [(None, None)] * count
        assert caplog.messages == []
    finally:
        release.set()


async def test_calls_that_are_not_begun_in_time_are_not_begun_at_all(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    release, begun = threading.Event(), list[int]()

    def slow(number: int) -> None:
        begun.append(number)
        release.wait(20)

    monkeypatch.setattr(tool_calls, "MAX_THREADS", 1)
    calls = [ToolCall(f"t-{number}", "slow", {"number": number}) for number in range(3)]
    try:
        assert not await run(kind, ToolRunner(as_tools([slow])), calls, seconds=0.05)
    finally:
        release.set()
    for thread in threading.enumerate():
        if thread.name.startswith("quant-ai-tool"):
            thread.join()
    assert begun in ([0], [])  # none, if the thread did not start in time


class WithoutThreads(ThreadPoolExecutor):
    def submit(self, *call: Any) -> Any:  # type: ignore[override]
        raise RuntimeError("cannot schedule new futures after interpreter shutdown")


@pytest.mark.parametrize(
    ("seconds", "done", "in_time"),
    [(None, [0, 1], True), (4, [0, 1], True), (3, [0, 1], False), (2, [0], False), (1, [], False)],
)
def test_calls_run_one_after_the_other_if_no_thread_can_be_started(
    seconds: float | None, done: list[int], in_time: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when the program ends."""
    now = iter((0.0, 1.0, 2.0, 3.0))
    monkeypatch.setattr(tool_calls, "monotonic", lambda: next(now))
    monkeypatch.setattr(tool_calls, "ThreadPoolExecutor", WithoutThreads)
    begun: list[int] = []

    def work(number: int) -> None:
        begun.append(number)

    calls = [ToolCall(f"t-{number}", "work", {"number": number}) for number in range(2)]
    assert ToolRunner(as_tools([work])).run(calls, seconds) == in_time
    assert begun == done


def test_a_thread_that_cannot_be_started_after_others_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class OneThread(WithoutThreads):
        def submit(self, *call: Any) -> Any:  # type: ignore[override]
            return super().submit(*call) if self._threads else ThreadPoolExecutor.submit(self, *call)

    monkeypatch.setattr(tool_calls, "ThreadPoolExecutor", OneThread)
    calls = [ToolCall(f"t-{number}", "pause", {}) for number in range(2)]
    with pytest.raises(RuntimeError, match="cannot schedule"):
        ToolRunner(as_tools([pause])).run(calls)


user = contextvars.ContextVar("user", default="nobody")


async def test_calls_see_the_context_of_the_caller(kind: str) -> None:
    def who() -> str:
        return user.get()

    user.set("ada")
    calls = [ToolCall(f"t-{number}", "who", {}) for number in range(2)]
    assert await run(kind, ToolRunner(as_tools([who])), calls)
    assert [each.output for each in calls] == ["ada", "ada"]


@pytest.mark.parametrize("id", [["x"], None, 5, {"a": 1}])
async def test_an_id_in_another_form_does_not_keep_a_call_from_running(kind: str, id: Any) -> None:
    calls = [ToolCall(id, "numbers", {}), ToolCall(id, "numbers", {})]
    assert await run(kind, ToolRunner(as_tools([numbers])), calls)
    assert [each.output for each in calls] == [[1, 2], [1, 2]]


async def test_calls_that_end_in_time_have_their_results(kind: str) -> None:
    made = ToolCall("t", "numbers", {})
    assert await run(kind, ToolRunner(as_tools([numbers])), [made], seconds=30)
    assert made.output == [1, 2]


def test_a_single_sync_function_runs_in_the_callers_thread() -> None:
    def where() -> int:
        return threading.get_ident()

    made = ToolCall("t", "where", {})
    with ThreadPoolExecutor(max_workers=1) as pool:
        caller = pool.submit(threading.get_ident).result()
        pool.submit(ToolRunner(as_tools([where])).run, [made]).result()
    assert made.output == caller


@pytest.mark.parametrize("count", [1, 2])
def test_what_is_no_exception_of_a_tool_ends_the_run(count: int) -> None:
    def leave() -> None:
        raise SystemExit(3)

    calls = [ToolCall(f"t-{number}", "leave", {}) for number in range(count)]
    with pytest.raises(SystemExit):
        ToolRunner(as_tools([leave])).run(calls)
