# Derived from async_chat.py by `make generate`; do not edit.
"""`client.chat`: the generated methods, and `run` for chats with tools, and `job` for executions started elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from quant_ai_client.resources.chat import Chat as Generated

from ..callbacks import callback
from ..errors import NotFoundError
from ..jobs.polling import poll_request

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quant_ai_client.jobs import Job
    from quant_ai_client.models import AssistantMessage, Execution, Message, MessageParam, ToolResult

    from ..caller import Caller
    from ..tools.runs import Run
    from ..tools.tool_calls import ToolCall
    from ..tools.tool_conversation import Via
    from ..tools.tool_specs import Tool


class Chat(Generated):
    __doc__ = Generated.__doc__

    _caller: Caller

    def job(self, id_or_url: str) -> Job[None, Execution]:
        """A job for an execution that was started earlier or elsewhere. Sends no request.

        Args:
            id_or_url: The execution's id, or its poll URL, absolute or relative.

        Raises:
            OriginError: The URL leads away from the configured origin, or to something else.
        """
        from quant_ai_client.api.chat import chat_get_execution as execution

        caller = self._caller
        request = poll_request(
            execution.OPERATION, execution.request(id_or_url), caller.transport.endpoint.resolve_link
        )
        return caller.job(None, execution.OPERATION, request)

    def run(
        self,
        *,
        model_id: str,
        messages: Sequence[Message | MessageParam | AssistantMessage],
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

        A function's type hints and docstring tell the model what the function does and which arguments it takes.
        Several calls at once run in parallel, in threads.
        If a function raises an exception, or its result is not JSON serializable, the model receives the error's
        text and may try again, and the logger `quant_ai` logs a warning.

        ```python
        def get_weather(city: str) -> dict[str, object]:
            \"\"\"Get the current weather for a city.

            Args:
                city: Name of the city, such as "Hobart".
            \"\"\"

        run = client.chat.run(model_id=..., messages=[...], tools=[get_weather])
        print(run.text, len(run.calls))
        ```

        Args:
            model_id: The model.
            messages: The conversation so far.
            tools: Functions, sync or async, or a `Tool` where a function needs another name or description.
            via: How to talk to the service. "execution" is free of the service's time limit for replies, "reply"
                saves the polls if turns are short, "stream" delivers text as it arrives.
            max_rounds: How often the model may ask for tools.
            deadline: Seconds for the whole run, tools included. A function that takes longer goes on in its thread,
                and its result is dropped. By default there is no limit, except that an execution may take the time
                that the spec suggests after each round.
            interval: Seconds between polls of an execution, instead of growing intervals.
            on_call: Called before each tool call.
            on_result: Called after each tool call, with its output or error.
            on_text: Called with each piece of text of a stream.
            on_update: Called with every state of an execution that is read.
            **request: Other arguments of `send`, such as `system_prompt`. The functions are added to the tools of a
                `tool_config`.

        Returns:
            The model's answer, and the tool calls that led to it.

        Raises:
            ConfigurationError: A function cannot be offered as a tool, or an argument makes no sense. No request was
                sent.
            ToolRoundsError: The model requested tools more often than `max_rounds`.
            ExecutionFailed: The execution failed.
            PollTimeout: The execution had not ended at the deadline.
            DeadlineError: The run by replies or streams had not ended at the deadline.
        """
        # Loaded here, so that a sync program without tools does not load asyncio: 8 % of its first call.
        from ..tools.tool_calls import ToolRunner
        from ..tools.tool_conversation import ToolConversation

        conversation = ToolConversation(
            tools,
            messages,
            max_rounds=max_rounds,
            has_session=bool(request.get("session_id")),
            deadline=deadline,
            clock=self._caller.transport.options.clock,
            via=via,
            interval=interval,
        )
        before, after = callback("on_call=", on_call), callback("on_result=", on_result)
        with_text, _ = callback("on_text=", on_text), callback("on_update=", on_update)
        runner = ToolRunner(conversation.tools)
        request |= {"model_id": model_id, "tool_config": conversation.config(request.get("tool_config"))}

        def run_tools(calls: Sequence[ToolCall]) -> None:
            for call in calls:
                before(call)
            if not runner.run(calls, conversation.time_left()):
                conversation.raise_deadline()
            runner.check(calls)
            for call in calls:
                after(call)
            runner.check(calls)  # the callback may have changed the results

        while via != "execution":
            chat = self._within(conversation.time_left())
            if via == "stream":
                with chat.stream(messages=conversation.messages, **request) as stream:
                    for piece in stream.text:
                        with_text(piece)
                    reply = stream.final()
            else:
                reply = chat.send(messages=conversation.messages, **request)
            calls = conversation.calls_in_reply(reply)
            if not calls:
                return conversation.finish(reply)
            run_tools(calls)
            conversation.add_results(reply, calls)
        job = self._within(conversation.time_left()).start(messages=conversation.messages, **request)
        while True:
            left = conversation.wait_time_left()
            execution = job.wait(deadline=left, interval=interval, on_update=on_update)
            pending = conversation.calls_in_execution(execution)
            if pending is None:
                return conversation.finish(execution)
            if pending:
                run_tools(pending)
                chat = self._within(conversation.time_left())
                chat._submit(conversation.callback_id, conversation.results(pending))

    def _within(self, seconds: float | None) -> Self:
        """The same, but each call takes at most so many seconds."""
        return self if seconds is None else type(self)(self._caller.within(seconds))

    def _submit(self, callback_id: str, results: list[ToolResult]) -> None:
        try:
            self.submit_callback(callback_id=callback_id, tool_results=results)
        except NotFoundError as error:
            if error.attempts == 1:
                raise
            # An earlier attempt did arrive and used up the id; only its reply was lost.
