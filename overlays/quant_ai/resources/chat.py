"""`chat.run`: let a model call Python functions until it has its answer. And `chat.job`, to take up what runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quant_ai_client.resources.async_chat import AsyncChat as GeneratedAsyncChat
from quant_ai_client.resources.chat import Chat as GeneratedChat

from ..errors import NotFoundError
from ..jobs.polling import AsyncJob, Job, to_poll
from ..tools.runs import Run, Talk, Via
from ..tools.tool_calls import ToolBox, ToolCall
from ..tools.tool_specs import Tool

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quant_ai_client.models import (
        Execution,
        Message,
        MessageParam,
        ToolResult,
    )
    from quant_ai_client.operation import Operation, Request

    from ..caller import AsyncCaller, SyncCaller
    from ..http.endpoint import Service


def _polled(id_or_url: str, service: Service) -> tuple[Operation[Execution], Request]:
    from quant_ai_client.api.chat import chat_get_execution as polled

    return polled.OPERATION, to_poll(polled.OPERATION, polled.request(id_or_url), service.resolve)


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
        talk = Talk(
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
        talk = Talk(
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
