"""Run the tool calls that a model asks for, in parallel; errors are reported to the model, not raised.

Written by hand for sync and async: the one uses threads, the other tasks.
"""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import orjson

from quant_ai_client.encoding import wire

if TYPE_CHECKING:
    from quant_ai_client.operation import ToolCallFields

    from .tool_specs import Tool

# Keys in the object that a tool returns to the model. The service does not prescribe them.
_OUTPUT: Final = "result"
_FAILURE: Final = "error"


@dataclass
class ToolCall:
    """One tool call: what the model asked for, and what the function returned."""

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
            return {_FAILURE: f"{type(self.error).__name__}: {self.error}"}
        value = wire(self.output)
        return value if isinstance(value, dict) else {_OUTPUT: value}


def calls_in(reply: Any, fields: ToolCallFields) -> list[ToolCall]:
    """The tool calls that a reply asks for, without those that the service runs itself."""
    found = reply
    for name in fields.calls:
        found = getattr(found, name)
    calls = found if isinstance(found, list) else [found]
    return [
        ToolCall(*(getattr(call, name) for name in (fields.id, fields.name, fields.input)))
        for call in calls
        if call and not (fields.background and getattr(call, fields.background))
    ]


class ToolRunner:
    """Runs calls of the tools of a run.

    Args:
        tools: The tools by name.
        on_call: Called before each call.
        on_result: Called after each call, with its output or error.
    """

    def __init__(
        self,
        tools: Mapping[str, Tool],
        on_call: Callable[[ToolCall], object] | None = None,
        on_result: Callable[[ToolCall], object] | None = None,
    ) -> None:
        self._tools, self._on_call, self._on_result = tools, on_call, on_result

    def call_all(self, calls: Sequence[ToolCall]) -> None:
        """Run the calls: several of them, or an async function, in threads."""
        for call in calls:
            self._before(call)
        if len(calls) == 1 and not self._is_async(calls[0]):
            self._call(calls[0])
        elif calls:
            with ThreadPoolExecutor(max_workers=len(calls), thread_name_prefix="quant-ai-tool") as pool:
                running = [pool.submit(contextvars.copy_context().run, self._call, call) for call in calls]
                for each in running:
                    each.result()
        for call in calls:
            self._after(call)

    async def call_all_async(self, calls: Sequence[ToolCall]) -> None:
        """Run the calls, each in its own task; sync functions run in threads."""
        from anyio import create_task_group

        for call in calls:
            self._before(call)
        async with create_task_group() as group:
            for call in calls:
                group.start_soon(self._call_async, call)
        for call in calls:
            self._after(call)

    def _before(self, call: ToolCall) -> None:
        if self._on_call is not None:
            self._on_call(call)

    def _after(self, call: ToolCall) -> None:
        if self._on_result is not None:
            self._on_result(call)

    def _is_async(self, call: ToolCall) -> bool:
        return call.name in self._tools and self._tools[call.name].is_async

    def _call(self, call: ToolCall) -> None:
        try:
            tool = self._tool(call)
            arguments = tool.arguments(call.input)
            call.output = asyncio.run(tool.function(**arguments)) if tool.is_async else tool.function(**arguments)
            _must_be_json(call)
        except Exception as error:
            call.error = error

    async def _call_async(self, call: ToolCall) -> None:
        from anyio import to_thread

        try:
            tool = self._tool(call)
            arguments = tool.arguments(call.input)
            if tool.is_async:
                call.output = await tool.function(**arguments)
            else:
                call.output = await to_thread.run_sync(lambda: tool.function(**arguments))
            _must_be_json(call)
        except Exception as error:
            call.error = error

    def _tool(self, call: ToolCall) -> Tool:
        try:
            return self._tools[call.name]
        except KeyError:
            raise LookupError(f"there is no tool named {call.name!r}; there are {_listed(self._tools)}") from None


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _must_be_json(call: ToolCall) -> None:
    try:
        orjson.dumps(call.result())
    except TypeError as error:
        raise TypeError(f"the tool returned what JSON cannot carry: {error}") from None
