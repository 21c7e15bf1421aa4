# Derived from async_chat.py by `make generate`; do not edit.
"""`client.chat`: the generated methods, some of which read the reply into a type of the caller, and further ones.

`parse` is for replies in a type, `run` for chats with tools, and `job` for executions that were started elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack, overload

from quant_ai_client import models
from quant_ai_client.jobs import Job
from quant_ai_client.resources.chat import Chat as Generated
from quant_ai_client.resources.chat import ChatSendArguments, ChatStreamArguments
from quant_ai_client.streams import Stream

from .. import parsing
from .. import tools as _tools
from ..callbacks import callback
from ..errors import NotFoundError, StatusError
from ..jobs.polling import poll_request
from .into_argument import parsed_job, takes_into

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from ..caller import Caller
    from ..parsing.reply_format import ReplyFormat
else:
    TypeForm = type  # for those who read the type hints: typing has it from Python 3.15 on

T = TypeVar("T")


class Chat(Generated):
    __doc__ = Generated.__doc__

    if TYPE_CHECKING:
        _caller: Caller

    def parse(self, into: TypeForm[T], **request: Unpack[ChatSendArguments]) -> parsing.ParsedReply[T]:
        """Chat with a model that replies with a value of a type.

        The model is sent the JSON Schema of the type, with the descriptions in its docstrings, and has to support
        structured output (`capabilities.supports_structured_output` in `client.models.list()`).

        ```python
        @dataclass
        class Invoice:
            number: str
            total: Annotated[Decimal, "with VAT"]

        reply = client.chat.parse(Invoice, model_id=..., messages=[...])
        print(reply.parsed.total, reply.usage)
        ```

        Args:
            into: The type: a dataclass, an attrs class, a TypedDict, a NamedTuple, an enum, a pydantic model or
                dataclass, a union, `list[Invoice]`, or any other type that JSON can carry.
            **request: The arguments of `send`, without `response_format`.

        Returns:
            The reply, with the value as `parsed`.

        Raises:
            ConfigurationError: JSON cannot carry the type. No request was sent.
            StructuredOutputError: The model has no structured output.
            ReplyFormatError: The reply does not fit the type.
            ReplyCutOffError: The reply was cut off at its token limit.
            ReplyWithheldError: A content filter withheld the reply.
        """
        expected = self._expected(into, request)
        try:
            reply = super().send(response_format=expected.response_format(), **request)
        except StatusError as error:
            raise expected.refusal(error) from None
        made = expected.reply(reply)
        expected.check(made)
        return made

    @overload
    def stream(
        self,
        *,
        response_format: models.ResponseFormat | models.ResponseFormatParam | None = None,
        **request: Unpack[ChatStreamArguments],
    ) -> Stream[models.ChatStreamEvent, models.ChatReply]: ...
    @overload
    def stream(
        self, *, into: TypeForm[T], **request: Unpack[ChatStreamArguments]
    ) -> Stream[models.ChatStreamEvent, parsing.ParsedReply[T]]: ...
    @takes_into(Generated.stream)
    def stream(self, *, into: Any = None, **request: Any) -> Any:
        if into is None:
            return super().stream(**request)
        expected = self._expected(into, request)
        stream: Any = super().stream(**request, response_format=expected.response_format())
        return stream.read_into(expected)

    @overload
    def start(
        self,
        *,
        response_format: models.ResponseFormat | models.ResponseFormatParam | None = None,
        **request: Unpack[ChatSendArguments],
    ) -> Job[models.QueuedExecution, models.Execution]: ...
    @overload
    def start(
        self, *, into: TypeForm[T], **request: Unpack[ChatSendArguments]
    ) -> Job[models.QueuedExecution, parsing.ParsedExecution[T]]: ...
    @takes_into(Generated.start)
    def start(self, *, into: Any = None, **request: Any) -> Any:
        if into is None:
            return super().start(**request)
        expected = self._expected(into, request)
        try:
            job = super().start(**request, response_format=expected.response_format())
        except StatusError as error:
            raise expected.refusal(error) from None
        return parsed_job(job, expected)

    @overload
    def job(self, id_or_url: str) -> Job[None, models.Execution]: ...
    @overload
    def job(self, id_or_url: str, *, into: TypeForm[T]) -> Job[None, parsing.ParsedExecution[T]]: ...
    def job(self, id_or_url: str, *, into: Any = None) -> Any:
        """A job for an execution that was started earlier or elsewhere. Sends no request.

        Args:
            id_or_url: The execution's id, or its poll URL, absolute or relative.
            into: The type that the execution was started with, if any; see `parse`.

        Raises:
            OriginError: The URL leads away from the configured origin, or to something else.

        Example:
            done = client.chat.job("XkdVWiEfSwMEPrw=").wait()
        """
        from quant_ai_client.api.chat import chat_get_execution as execution

        caller = self._caller
        request = poll_request(
            execution.OPERATION, execution.request(id_or_url), caller.transport.endpoint.resolve_link
        )
        job = caller.job(None, execution.OPERATION, request)
        return job if into is None else parsed_job(job, self._expected(into, {}))

    @overload
    def run(
        self,
        *,
        into: TypeForm[T],
        model_id: str,
        messages: Sequence[models.Message | models.MessageParam | models.AssistantMessage],
        tools: Iterable[Callable[..., Any] | _tools.Tool],
        via: _tools.Via = "execution",
        max_rounds: int = 16,
        deadline: float | None = None,
        interval: float | None = None,
        on_call: Callable[[_tools.ToolCall], object] | None = None,
        on_result: Callable[[_tools.ToolCall], object] | None = None,
        on_text: Callable[[str], object] | None = None,
        on_update: Callable[[models.Execution], object] | None = None,
        **request: Any,
    ) -> _tools.ParsedRun[T]: ...
    @overload
    def run(
        self,
        *,
        model_id: str,
        messages: Sequence[models.Message | models.MessageParam | models.AssistantMessage],
        tools: Iterable[Callable[..., Any] | _tools.Tool],
        via: _tools.Via = "execution",
        max_rounds: int = 16,
        deadline: float | None = None,
        interval: float | None = None,
        on_call: Callable[[_tools.ToolCall], object] | None = None,
        on_result: Callable[[_tools.ToolCall], object] | None = None,
        on_text: Callable[[str], object] | None = None,
        on_update: Callable[[models.Execution], object] | None = None,
        **request: Any,
    ) -> _tools.Run: ...
    def run(
        self,
        *,
        model_id: str,
        messages: Sequence[models.Message | models.MessageParam | models.AssistantMessage],
        tools: Iterable[Callable[..., Any] | _tools.Tool],
        via: _tools.Via = "execution",
        max_rounds: int = 16,
        deadline: float | None = None,
        interval: float | None = None,
        on_call: Callable[[_tools.ToolCall], object] | None = None,
        on_result: Callable[[_tools.ToolCall], object] | None = None,
        on_text: Callable[[str], object] | None = None,
        on_update: Callable[[models.Execution], object] | None = None,
        into: Any = None,
        **request: Any,
    ) -> _tools.Run:
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
            into: The type of the answer, which is then `run.parsed`; see `parse`.
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
            ParseError: With `into=`: the answer does not fit.
        """
        if into is not None:
            return self._run_into(
                into, {"model_id": model_id, **request}, messages=messages, tools=tools, via=via, max_rounds=max_rounds,
                deadline=deadline, interval=interval, on_call=on_call, on_result=on_result, on_text=on_text,
                on_update=on_update,
            )  # fmt: skip
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
            hide=self._caller.errors_without_token.hide,
        )
        before, after = callback("on_call=", on_call), callback("on_result=", on_result)
        with_text, _ = callback("on_text=", on_text), callback("on_update=", on_update)
        runner = ToolRunner(conversation.tools)
        request |= {"model_id": model_id, "tool_config": conversation.config(request.get("tool_config"))}

        def run_tools(calls: Sequence[_tools.ToolCall]) -> None:
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

    def _run_into(self, into: Any, request: dict[str, Any], **arguments: Any) -> _tools.ParsedRun[Any]:
        """A run whose answer is read into a type."""
        expected = self._expected(into, request)
        try:
            run = self.run(**arguments, **request, response_format=expected.response_format())
        except StatusError as error:
            raise expected.refusal(error) from None
        return expected.run(run)

    def _expected(self, into: Any, request: Mapping[str, Any]) -> ReplyFormat[Any]:
        from ..parsing.reply_format import ReplyFormat

        return ReplyFormat(into, self._caller.capabilities, request, errors=self._caller.errors_without_token)

    def _within(self, seconds: float | None) -> Self:
        """The same, but each call takes at most so many seconds."""
        return self if seconds is None else type(self)(self._caller.within(seconds))

    def _submit(self, callback_id: str, results: list[models.ToolResult]) -> None:
        try:
            self.submit_callback(callback_id=callback_id, tool_results=results)
        except NotFoundError as error:
            if error.attempts == 1:
                raise
            # An earlier attempt did arrive and used up the id; only its reply was lost.
