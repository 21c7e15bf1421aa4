"""The conversation of a run: which tool calls the model asks for, and how their results are sent back. No I/O.

Executions, buffered replies and streams ask for tools in different ways. Here, each becomes a list of tool calls, and
their results become what continues the conversation.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeAlias, get_args

from quant_ai_client.encoding import wire

from ..errors import ConfigurationError, DeadlineError, PollTimeout, QuantAIError, ReplyError, ToolRoundsError
from ..http.options import positive
from ..jobs.polling import outcome_of
from ..json_text import with_null_for_nan
from ..numeric import is_whole
from .runs import Run
from .tool_calls import ToolCall, calls_in
from .tool_specs import Tool, as_tools

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from quant_ai_client.models import ChatReply, Execution, Message, MessageParam, ToolConfig, ToolResult

    from ..clock import Clock

Via: TypeAlias = Literal["execution", "reply", "stream"]
"""How a run talks to the service: by an execution that it polls, by buffered replies, or by streams."""


class ToolConversation:
    """The conversation of a run so far, and what to send next. No I/O.

    Args:
        tools: The functions or tools that the model may call.
        messages: The conversation before the run.
        max_rounds: How often the model may ask for tools.
        has_session: Whether the service keeps the history, so that only new messages are sent.
        deadline: Seconds for the whole run, its tools included; None for no limit, except that an execution may take
            the time that the spec suggests after each round.
        clock: Tells the time.
        via: How the run talks to the service.
        interval: Seconds between polls of an execution, which are checked here, before anything is sent.
        hide: Takes out of a value what errors do not show.

    Raises:
        ConfigurationError: A tool cannot be offered, or an argument has a value that makes no sense.
    """

    def __init__(
        self,
        tools: Iterable[Callable[..., Any] | Tool],
        messages: Sequence[Any],
        *,
        max_rounds: int,
        has_session: bool,
        deadline: float | None,
        clock: Clock,
        via: str = "execution",
        interval: float | None = None,
        hide: Callable[[Any], Any] = lambda value: value,
    ) -> None:
        if via not in get_args(Via):
            raise ConfigurationError(f"via= must be one of {', '.join(map(repr, get_args(Via)))}, got {via!r}")
        if not is_whole(max_rounds) or max_rounds < 1:
            raise ConfigurationError(f"max_rounds= must be an integer of at least 1, got {max_rounds!r}")
        for argument, seconds in (("deadline=", deadline), ("interval=", interval)):
            if seconds is not None:
                positive(seconds, argument)
        self.tools = as_tools(tools)
        self.messages: list[Message | MessageParam] = list(messages)
        self.calls: list[ToolCall] = []
        self.rounds = 0
        self.callback_id = ""
        """The id under which the execution takes the results of its last calls."""
        self._max_rounds, self._has_session = max_rounds, has_session
        self._answered: set[str] = set()
        self._clock, self._limit, self._via = clock, deadline, via
        self._since = clock.monotonic()
        self._state: Any = None  # the last reply or execution
        self._hide = hide

    def time_left(self) -> float | None:
        """Seconds that the run may still take; None if the caller has set no deadline.

        Raises:
            DeadlineError, PollTimeout: It has passed.
        """
        return None if self._limit is None else self._left(self._limit)

    def wait_time_left(self) -> float:
        """Seconds that an execution may still take.

        Raises:
            PollTimeout: They have passed.
        """
        from quant_ai_client.api.chat.chat_get_execution import OPERATION

        return self._left(self._limit or (OPERATION.polling.deadline if OPERATION.polling else inf))

    def raise_deadline(self, limit: float | None = None) -> NoReturn:
        """Raise the error for a run that has taken too long: its execution goes on, but a reply would be lost.

        Args:
            limit: The seconds that it could take; the caller's deadline by default.
        """
        seconds = limit or self._limit or inf
        text = f"chat.run took longer than its deadline of {seconds:g} s, with {self.rounds} rounds of tool calls"
        kind: type[QuantAIError] = PollTimeout if self._via == "execution" else DeadlineError
        raise kind(text, last_state=self._hide(self._state))

    def _left(self, limit: float) -> float:
        left = limit - (self._clock.monotonic() - self._since)
        if left <= 0:
            self.raise_deadline(limit)
        return left

    def config(self, given: Any = None) -> ToolConfig | dict[str, Any]:
        """The tools, as a request declares them, together with the caller's own `tool_config`."""
        from quant_ai_client.models import ToolConfig

        ours = ToolConfig(tools=[tool.definition() for tool in self.tools.values()])
        if not given:
            return ours
        merged: dict[str, Any] = dict(wire(given))
        for name, tools in ours.to_dict().items():
            merged[name] = [*merged.get(name, ()), *tools]
        return merged

    def calls_in_execution(self, execution: Execution) -> list[ToolCall] | None:
        """The calls that an execution waits for: empty if they were answered just now, None if it has ended."""
        from quant_ai_client.api.chat.chat_get_execution import OPERATION

        polling, fields = OPERATION.polling, OPERATION.tool_calls
        if polling is None or fields is None or fields.callback is None:
            return None
        if outcome_of(getattr(execution, polling.state), polling) != "waiting":
            return None
        calls = calls_in(execution, fields)
        callback_id = getattr(execution, fields.callback)
        if callback_id and not isinstance(callback_id, str):
            shown = self._hide(callback_id)
            raise ReplyError(f"the execution waits with {shown!r:.100}, which is not a valid callback id")
        if not calls or not callback_id or callback_id in self._answered:
            return []  # the service has not continued yet
        self._answered.add(callback_id)
        self.callback_id = callback_id
        if self._limit is None:
            self._since = self._clock.monotonic()
        return self._add_round(calls, execution)

    def calls_in_reply(self, reply: ChatReply) -> list[ToolCall]:
        """The calls that a reply asks for, without those that the service runs by itself."""
        from quant_ai_client.api.chat.chat_send import OPERATION

        return self._add_round(calls_in(reply, OPERATION.tool_calls) if OPERATION.tool_calls else [], reply)

    def results(self, calls: Sequence[ToolCall]) -> list[ToolResult]:
        """The results of calls, as a callback takes them."""
        from quant_ai_client.models import ToolResult

        return [ToolResult(tool_use_id=call.id, result=call.result()) for call in calls]

    def add_results(self, reply: ChatReply, calls: Sequence[ToolCall]) -> None:
        """Add the model's message and the results of its calls to the conversation."""
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

        uses: list[ContentBlock] = [TextBlock(text=reply.response.content)] if reply.response.content else []
        uses += [
            ToolUseBlock(
                tool_use=ToolUseContent(tool_use_id=call.id, name=call.name, input=with_null_for_nan(call.input))
            )
            for call in calls
        ]
        results: list[ContentBlock] = [
            ToolResultBlock(tool_result=ToolOutput(tool_use_id=call.id, content=[ToolResultJson(json=call.result())]))
            for call in calls
        ]
        question, answer = Message(role="assistant", content=uses), Message(role="user", content=results)
        self.messages = [answer] if self._has_session else [*self.messages, question, answer]

    def finish(self, reply: ChatReply | Execution) -> Run:
        """The result of the run."""
        return Run(reply, self.calls, self.rounds)

    def _add_round(self, calls: list[ToolCall], state: Any) -> list[ToolCall]:
        self._state = state
        if calls:
            self.rounds += 1
            if self.rounds > self._max_rounds:
                text = f"the model requested tools more than {self._max_rounds} times (max_rounds=)"
                raise ToolRoundsError(text, last_state=self._hide(state))
            self.calls += calls
        return calls
