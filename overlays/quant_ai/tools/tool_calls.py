"""Run the tool calls that a model asks for, in parallel; errors are reported to the model, not raised.

Every failure is also a warning of the logger `quant_ai`, because otherwise only the model would learn of it.

Written by hand for sync and async: the one uses threads, the other tasks.
"""

from __future__ import annotations

import asyncio
import contextvars
import inspect
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from math import inf
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from quant_ai_client.types import Model

from ..json_text import dumps
from .json_results import to_json, without_generators

if TYPE_CHECKING:
    from quant_ai_client.operation import ToolCallFields

    from .tool_specs import Tool

MAX_THREADS: Final = 32
"""How many sync functions run at the same time, however many calls the model asks for."""

# Keys in the object that a tool returns to the model. The service does not prescribe them.
_OUTPUT: Final = "result"
_FAILURE: Final = "error"

logger = logging.getLogger("quant_ai")


@dataclass
class ToolCall:
    """One tool call: the model's request, and what the function returned."""

    id: str
    """The id that the result is submitted with."""
    name: str
    input: Any
    """The input as the model wrote it, before it is converted to the function's arguments."""
    output: Any = None
    """What the function returned."""
    error: Exception | None = None
    """What the function raised; the model receives its text."""

    def result(self) -> dict[str, Any]:
        """The result for the model: always an object, which other values are wrapped in."""
        if self.error is not None:
            return {_FAILURE: _text_of(self.error)}
        value = to_json(self.output)
        return value if isinstance(value, dict) else {_OUTPUT: value}


def calls_in(reply: Any, fields: ToolCallFields) -> list[ToolCall]:
    """The tool calls that a reply asks for, each id once, without those that the service runs itself."""
    found = reply
    for name in fields.calls:
        found = getattr(found, name, None)
    calls: list[ToolCall] = [
        ToolCall(*(getattr(call, name) for name in (fields.id, fields.name, fields.input)))
        for call in (found if isinstance(found, list) else [found])
        if isinstance(call, Model) and not (fields.background and getattr(call, fields.background))
    ]
    seen: set[str] = set()
    once: list[ToolCall] = []
    for call in calls:
        if not isinstance(call.id, str) or call.id not in seen:
            once.append(call)
        if isinstance(call.id, str):
            seen.add(call.id)
    return once


class ToolRunner:
    """Runs calls of the tools of a run.

    A call that comes again in a later round, with the same id, name and input, is answered with its first result.

    Args:
        tools: The tools by name.
    """

    def __init__(self, tools: Mapping[str, Tool]) -> None:
        self._tools = tools
        self._done: dict[str, ToolCall] = {}

    def run(self, calls: Sequence[ToolCall], seconds: float | None = None) -> bool:
        """Run the calls: one sync function in this thread, all others in threads, `MAX_THREADS` at a time.

        If no thread can be started, such as when the program ends, this thread runs them one after the other.

        Args:
            calls: The calls.
            seconds: How long they may take. A function that takes longer goes on in its thread, and its result is
                dropped.

        Returns:
            Whether all have ended in time.
        """
        due = self._due(calls)
        if len(due) == 1 and seconds is None and not self._is_async(due[0]):
            self._call(due[0])
            return True
        pool = ThreadPoolExecutor(max_workers=MAX_THREADS, thread_name_prefix="quant-ai-tool")
        try:
            running: list[Future[None]] = []
            for call in due:
                try:
                    running.append(pool.submit(contextvars.copy_context().run, self._call, call))
                except RuntimeError:
                    if running:
                        raise
                    return self._run_here(due, seconds)
            ended, unended = wait(running, seconds)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        for each in ended:
            each.result()
        return not unended

    def _run_here(self, calls: Sequence[ToolCall], seconds: float | None) -> bool:
        """Run the calls in this thread, which ends none of them."""
        end = inf if seconds is None else monotonic() + seconds
        for call in calls:
            if monotonic() >= end:
                return False
            self._call(call)
        return monotonic() < end

    async def run_async(self, calls: Sequence[ToolCall], seconds: float | None = None) -> bool:
        """Run the calls, each in its own task; sync functions run in threads. See `run`."""
        from anyio import CapacityLimiter, create_task_group, move_on_after

        limiter = CapacityLimiter(MAX_THREADS)
        with move_on_after(seconds) as scope:
            async with create_task_group() as group:
                for call in self._due(calls):
                    group.start_soon(self._call_async, call, limiter)
        return not scope.cancelled_caught

    def check(self, calls: Iterable[ToolCall]) -> None:
        """Make sure that the results of calls can be sent. A call whose result cannot be sent has failed."""
        for call in calls:
            try:
                dumps(call.result())
            except (TypeError, ValueError) as error:
                call.error = TypeError(f"the tool {call.name} returned what is not JSON serializable: {error}")
                logger.warning("%s; the model receives an error instead", call.error)

    def _due(self, calls: Iterable[ToolCall]) -> list[ToolCall]:
        """The calls that have to be run. The others have been run already, and get their results."""
        due: list[ToolCall] = []
        for call in calls:
            before: ToolCall | None = self._done.get(call.id) if isinstance(call.id, str) else None
            if before is not None and (before.name, before.input) == (call.name, call.input):
                call.output, call.error = before.output, before.error
                logger.warning(
                    "the service requested the tool call %s of %s again; it is not run twice", call.id, call.name
                )
                continue
            if isinstance(call.id, str) and call.id:
                self._done[call.id] = call
            due.append(call)
        return due

    def _is_async(self, call: ToolCall) -> bool:
        tool: Tool | None = self._tools.get(call.name) if isinstance(call.name, str) else None
        return tool is not None and tool.is_async

    def _call(self, call: ToolCall) -> None:
        try:
            call.output = _awaited(self._function(call)())
        except (Exception, asyncio.CancelledError) as error:
            _fail(call, error)

    async def _call_async(self, call: ToolCall, limiter: Any) -> None:
        from anyio import to_thread

        try:
            function = self._function(call)
            if self._is_async(call):
                output = function()
            else:
                output = await to_thread.run_sync(_caught, function, limiter=limiter, abandon_on_cancel=True)
            call.output = await _finished(output) if inspect.isawaitable(output) or _is_stream(output) else output
        except Exception as error:
            _fail(call, error)

    def _function(self, call: ToolCall) -> Callable[[], Any]:
        """The call as a function without arguments."""
        tool = self._tools.get(call.name) if isinstance(call.name, str) else None
        if tool is None:
            raise UnknownTool(f"there is no tool named {call.name!r}; available: {', '.join(self._tools) or 'none'}")
        try:
            arguments = tool.arguments(call.input)
        except ValueError as error:
            raise InvalidInput(str(error)) from None
        return lambda: without_generators(tool.function(**arguments))


class UnknownTool(LookupError):
    """The model requested a tool that does not exist."""


class InvalidInput(ValueError):
    """The model's input does not fit the tool's arguments."""


def _fail(call: ToolCall, error: BaseException) -> None:
    """Record the failure of a call, for the model and for the log."""
    call.error = error if isinstance(error, Exception) else RuntimeError(_text_of(error))
    mistake_of_model = isinstance(error, (UnknownTool, InvalidInput))
    logger.warning(
        "the tool call %s of %s failed: %s",
        call.id,
        call.name,
        _text_of(error),
        exc_info=None if mistake_of_model else error,
    )


def _caught(function: Callable[[], Any]) -> Any:
    """Call a function in a thread; what event loops do not let through becomes an ordinary error."""
    try:
        return function()
    except (StopIteration, asyncio.CancelledError) as error:
        raise RuntimeError(_text_of(error)) from error


def _text_of(error: BaseException) -> str:
    """The class and the text of an error, even if its str() fails."""
    try:
        text = str(error)
    except Exception:
        text = ""
    kind = type(error)
    name = (kind.__mro__[1] if issubclass(kind, (UnknownTool, InvalidInput)) else kind).__name__
    return f"{name}: {text}" if text else name


def _is_stream(value: Any) -> bool:
    return inspect.isasyncgen(value)


async def _finished(value: Any) -> Any:
    """What an awaitable gives, or the items of an async generator."""
    while inspect.isawaitable(value):
        value = await value
    return [item async for item in value] if _is_stream(value) else without_generators(value)


def _awaited(value: Any) -> Any:
    """The value, or in the sync client what awaiting it gives."""
    if not inspect.isawaitable(value) and not _is_stream(value):
        return value
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(_finished(value))
    with ThreadPoolExecutor(max_workers=1) as pool:  # such as in a notebook, whose thread has a loop already
        return pool.submit(asyncio.run, _finished(value)).result()
