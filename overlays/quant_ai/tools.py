"""`chat.run`: let a model call Python functions until it has its answer.

An execution that waits, a buffered reply and a stream ask for tools in their own ways. Each is turned into the same
calls, and their results into what continues the conversation there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias
from urllib.parse import unquote

from quant_ai_client.resources.async_chat import AsyncChat as GeneratedAsyncChat
from quant_ai_client.resources.chat import Chat as GeneratedChat

from .errors import NotFoundError, OriginError, ToolRoundsError
from .polling import AsyncJob, Job
from .tool_calls import ToolBox, ToolCall
from .tool_specs import Tool, as_tools

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quant_ai_client.models import (
        AssistantMessage,
        ChatReply,
        Execution,
        Message,
        MessageParam,
        TokenUsage,
        ToolConfig,
        ToolResult,
    )
    from quant_ai_client.operation import Operation, Request
    from quant_ai_client.types import Unset

    from .caller import AsyncCaller, SyncCaller
    from .clock import Clock
    from .service import Service

Via: TypeAlias = Literal["execution", "reply", "stream"]
"""How a run talks to the service: as an execution that it polls, in buffered replies, or in streams."""


@dataclass(frozen=True)
class Run:
    """What a run has come to. `str(run)` is the answer."""

    reply: ChatReply | Execution
    """The last reply, or the execution in its last state."""
    calls: Sequence[ToolCall]
    """Every call of a tool, in order."""
    rounds: int
    """How often the model asked for tools."""

    @property
    def message(self) -> AssistantMessage:
        """What the model said last."""
        message: AssistantMessage = self._whole.response
        return message

    @property
    def text(self) -> str:
        """The answer."""
        return self.message.content

    @property
    def usage(self) -> TokenUsage | Unset:
        """What the last turn used; the turns before it are not counted in."""
        usage: TokenUsage | Unset = self._whole.usage
        return usage

    def __str__(self) -> str:
        return self.text

    @property
    def _whole(self) -> Any:
        from quant_ai_client.models import Execution

        return self.reply.result if isinstance(self.reply, Execution) else self.reply


class _Talk:
    """A run's conversation so far, and what to say next in it. No I/O."""

    def __init__(
        self,
        tools: Iterable[Callable[..., Any] | Tool],
        messages: Sequence[Any],
        *,
        max_rounds: int,
        has_session: bool,
        deadline: float | None,
        clock: Clock,
    ) -> None:
        self.tools = as_tools(tools)
        self.messages: list[Message | MessageParam] = list(messages)
        self.calls: list[ToolCall] = []
        self.rounds = 0
        self._max_rounds, self._has_session = max_rounds, has_session
        self._answered: set[str] = set()
        self._clock, self._limit = clock, deadline
        self._since = clock.monotonic()

    def time_left(self) -> float:
        """Seconds that an execution may still take: what the run was given, else from its last news what is usual."""
        from quant_ai_client.api.chat.chat_get_execution import OPERATION

        limit = self._limit or (OPERATION.polling.deadline if OPERATION.polling else 0.0)
        return max(0.0, limit - (self._clock.monotonic() - self._since))

    def config(self) -> ToolConfig:
        """The tools as a request declares them."""
        from quant_ai_client.models import ToolConfig

        return ToolConfig(tools=[tool.definition() for tool in self.tools.values()])

    def asked_by_execution(self, execution: Execution) -> list[ToolCall] | None:
        """The calls that an execution waits for; none where it has just been answered; None where it has ended."""
        from quant_ai_client.api.chat.chat_get_execution import OPERATION

        if OPERATION.polling is None or execution.status not in OPERATION.polling.waiting:
            return None
        if not execution.pending_tools or not execution.callback_id or execution.callback_id in self._answered:
            return []  # the service has not moved on yet
        self._answered.add(execution.callback_id)
        if self._limit is None:
            self._since = self._clock.monotonic()
        return self._round(
            [ToolCall(tool.tool_use_id, tool.name, tool.input) for tool in execution.pending_tools], execution
        )

    def asked_by_reply(self, reply: ChatReply) -> list[ToolCall]:
        """The calls that a reply asks for; those that the service runs by itself are not among them."""
        asked = reply.response.tool_use or []
        uses = [use for use in (asked if isinstance(asked, list) else [asked]) if not use.execution_id]
        return self._round([ToolCall(use.tool_use_id, use.name, use.input) for use in uses], reply)

    def results(self, calls: Sequence[ToolCall]) -> list[ToolResult]:
        """The results of calls, as a callback takes them."""
        from quant_ai_client.models import ToolResult

        return [ToolResult(tool_use_id=call.id, result=call.result()) for call in calls]

    def go_on(self, reply: ChatReply, calls: Sequence[ToolCall]) -> None:
        """Add what the model asked and what came of it to the conversation."""
        from quant_ai_client.models import (
            ContentBlock,
            Message,
            TextBlock,
            ToolOutput,
            ToolResultBlock,
            ToolResultJson,
            ToolUseBlock,
            ToolUseContent,
        )

        said: list[ContentBlock] = [TextBlock(text=reply.response.content)] if reply.response.content else []
        said += [
            ToolUseBlock(tool_use=ToolUseContent(tool_use_id=call.id, name=call.name, input=call.input))
            for call in calls
        ]
        answers: list[ContentBlock] = [
            ToolResultBlock(tool_result=ToolOutput(tool_use_id=call.id, content=[ToolResultJson(json=call.result())]))
            for call in calls
        ]
        asked, answered = Message(role="assistant", content=said), Message(role="user", content=answers)
        # a session keeps the history; only what is new is sent there
        self.messages = [answered] if self._has_session else [*self.messages, asked, answered]

    def end(self, reply: ChatReply | Execution) -> Run:
        """What the run has come to."""
        return Run(reply, self.calls, self.rounds)

    def _round(self, calls: list[ToolCall], state: Any) -> list[ToolCall]:
        if calls:
            self.rounds += 1
            if self.rounds > self._max_rounds:
                raise ToolRoundsError(
                    f"the model asked for tools more than {self._max_rounds} times (max_rounds=)", last_state=state
                )
            self.calls += calls
        return calls


def _polled(id_or_url: str, service: Service) -> tuple[Operation[Execution], Request]:
    from quant_ai_client.api.chat import chat_get_execution as polled

    if "/" not in id_or_url:
        return polled.OPERATION, polled.request(id_or_url)
    path = service.resolve(id_or_url)
    start = polled.OPERATION.path.partition("{")[0]
    if not path.startswith(start) or "/" in path[len(start) :] or "?" in path:
        raise OriginError(f"this is not the URL of an execution: {id_or_url}", url=id_or_url)
    return polled.OPERATION, polled.request(unquote(path[len(start) :]))


class Chat(GeneratedChat):
    __doc__ = GeneratedChat.__doc__

    _caller: SyncCaller

    def job(self, id_or_url: str) -> Job[None, Execution]:
        """Take up an execution that was started before, or elsewhere.

        Args:
            id_or_url: Its id, or the URL to poll that the service gave, absolute or relative.

        Raises:
            OriginError: The URL leads away from the configured origin, or to something else.
        """
        caller = self._caller
        return Job(None, *_polled(id_or_url, caller.transport.service), caller.call, caller.wait)

    def run(
        self,
        *,
        model_id: str,
        messages: Sequence[Message | MessageParam],
        tools: Iterable[Callable[..., Any] | Tool],
        via: Via = "execution",
        max_rounds: int = 16,
        deadline: float | None = None,
        interval: float | None = None,
        on_call: Callable[[ToolCall], object] | None = None,
        on_result: Callable[[ToolCall], object] | None = None,
        on_text: Callable[[str], object] | None = None,
        on_update: Callable[[Execution], object] | None = None,
        **request: Any,
    ) -> Run:
        """Chat with a model that may call Python functions, until it has its answer.

        A function's type hints and docstring tell the model what it does and takes. Several calls at once run in
        parallel. What a function raises is told to the model, which may try again.

        ```python
        def get_weather(city: str) -> dict[str, object]:
            \"\"\"Tell the weather of a city.

            Args:
                city: Its name, such as "Hobart".
            \"\"\"

        run = client.chat.run(model_id=..., messages=[...], tools=[get_weather])
        print(run.text, len(run.calls))
        ```

        Args:
            model_id: The model.
            messages: The conversation so far.
            tools: Functions, sync or async, or `Tool`s that say more of them.
            via: How to talk to the service: "execution" has no time limit of the service, "reply" saves the polls
                where turns are short, "stream" gives the text as it arrives.
            max_rounds: How often the model may ask for tools.
            deadline: Seconds after which to give up, of an execution, all rounds included. By default what the
                document says, from the last round on.
            interval: Seconds between polls of an execution, in place of growing ones.
            on_call: Called before each call of a tool.
            on_result: Called after each, with its output or error.
            on_text: Called with each piece of text, where it comes as a stream.
            on_update: Called with every state that was read of an execution.
            **request: Everything else that `send` takes, such as `system_prompt`.

        Returns:
            The answer, with the calls that led to it.

        Raises:
            ToolRoundsError: The model wants tools more often than `max_rounds`.
            ExecutionFailed: The execution ended in failure.
            PollTimeout: It had not ended at the deadline.
        """
        talk = _Talk(
            tools,
            messages,
            max_rounds=max_rounds,
            has_session=bool(request.get("session_id")),
            deadline=deadline,
            clock=self._caller.transport.options.clock,
        )
        box = ToolBox(talk.tools, on_call, on_result)
        request |= {"model_id": model_id, "tool_config": talk.config()}
        if via != "execution":
            while True:
                if via == "stream":
                    with self.stream(messages=talk.messages, **request) as stream:
                        for piece in stream.text:
                            if on_text is not None:
                                on_text(piece)
                        reply = stream.final()
                else:
                    reply = self.send(messages=talk.messages, **request)
                asked = talk.asked_by_reply(reply)
                if not asked:
                    return talk.end(reply)
                box.call_all(asked)
                talk.go_on(reply, asked)
        job = self.start(messages=talk.messages, **request)
        while True:
            execution = job.wait(deadline=talk.time_left(), interval=interval, on_update=on_update)
            pending = talk.asked_by_execution(execution)
            if pending is None:
                return talk.end(execution)
            if pending and execution.callback_id:
                box.call_all(pending)
                self._answer(execution.callback_id, talk.results(pending))

    def _answer(self, callback_id: str, results: list[ToolResult]) -> None:
        try:
            self.submit_callback(callback_id=callback_id, tool_results=results)
        except NotFoundError as error:
            if error.attempts == 1:
                raise
            # a try before this one had arrived and used the id up, and its reply was lost


class AsyncChat(GeneratedAsyncChat):
    __doc__ = GeneratedAsyncChat.__doc__

    _caller: AsyncCaller

    def job(self, id_or_url: str) -> AsyncJob[None, Execution]:
        """Take up an execution that was started before, or elsewhere; see `Chat.job`."""
        caller = self._caller
        return AsyncJob(None, *_polled(id_or_url, caller.transport.service), caller.call, caller.wait)

    async def run(
        self,
        *,
        model_id: str,
        messages: Sequence[Message | MessageParam],
        tools: Iterable[Callable[..., Any] | Tool],
        via: Via = "execution",
        max_rounds: int = 16,
        deadline: float | None = None,
        interval: float | None = None,
        on_call: Callable[[ToolCall], object] | None = None,
        on_result: Callable[[ToolCall], object] | None = None,
        on_text: Callable[[str], object] | None = None,
        on_update: Callable[[Execution], object] | None = None,
        **request: Any,
    ) -> Run:
        """Chat with a model that may call Python functions, until it has its answer; see `Chat.run`.

        Sync functions run in threads, async ones in tasks of this event loop.
        """
        talk = _Talk(
            tools,
            messages,
            max_rounds=max_rounds,
            has_session=bool(request.get("session_id")),
            deadline=deadline,
            clock=self._caller.transport.options.clock,
        )
        box = ToolBox(talk.tools, on_call, on_result)
        request |= {"model_id": model_id, "tool_config": talk.config()}
        if via != "execution":
            while True:
                if via == "stream":
                    async with self.stream(messages=talk.messages, **request) as stream:
                        async for piece in stream.text:
                            if on_text is not None:
                                on_text(piece)
                        reply = await stream.final()
                else:
                    reply = await self.send(messages=talk.messages, **request)
                asked = talk.asked_by_reply(reply)
                if not asked:
                    return talk.end(reply)
                await box.call_all_async(asked)
                talk.go_on(reply, asked)
        job = await self.start(messages=talk.messages, **request)
        while True:
            execution = await job.wait(deadline=talk.time_left(), interval=interval, on_update=on_update)
            pending = talk.asked_by_execution(execution)
            if pending is None:
                return talk.end(execution)
            if pending and execution.callback_id:
                await box.call_all_async(pending)
                await self._answer(execution.callback_id, talk.results(pending))

    async def _answer(self, callback_id: str, results: list[ToolResult]) -> None:
        try:
            await self.submit_callback(callback_id=callback_id, tool_results=results)
        except NotFoundError as error:
            if error.attempts == 1:
                raise
            # a try before this one had arrived and used the id up, and its reply was lost
