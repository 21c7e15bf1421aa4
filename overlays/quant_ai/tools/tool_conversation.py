"""The conversation of a run: which tool calls the model asks for, and how their results are sent back. No I/O.

Executions, buffered replies and streams ask for tools in different ways. Here, each becomes a list of tool calls, and
their results become what continues the conversation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..errors import ToolRoundsError
from ..jobs.polling import outcome_of
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
        deadline: Seconds for an execution with all its rounds; None for the spec's suggestion after each round.
        clock: Tells the time.
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
    ) -> None:
        self.tools = as_tools(tools)
        self.messages: list[Message | MessageParam] = list(messages)
        self.calls: list[ToolCall] = []
        self.rounds = 0
        self.callback_id = ""
        """The id under which the execution takes the results of its last calls."""
        self._max_rounds, self._has_session = max_rounds, has_session
        self._answered: set[str] = set()
        self._clock, self._limit = clock, deadline
        self._since = clock.monotonic()

    def time_left(self) -> float:
        """Seconds that an execution may still take."""
        from quant_ai_client.api.chat.chat_get_execution import OPERATION

        limit = self._limit or (OPERATION.polling.deadline if OPERATION.polling else 0.0)
        return max(0.0, limit - (self._clock.monotonic() - self._since))

    def config(self) -> ToolConfig:
        """The tools, as a request declares them."""
        from quant_ai_client.models import ToolConfig

        return ToolConfig(tools=[tool.definition() for tool in self.tools.values()])

    def calls_in_execution(self, execution: Execution) -> list[ToolCall] | None:
        """The calls that an execution waits for: empty if they were answered just now, None if it has ended."""
        from quant_ai_client.api.chat.chat_get_execution import OPERATION

        polling, fields = OPERATION.polling, OPERATION.tool_calls
        if polling is None or fields is None or outcome_of(getattr(execution, polling.state), polling) != "waiting":
            return None
        calls = calls_in(execution, fields)
        callback_id = getattr(execution, fields.callback or "", None)
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
            ToolUseBlock(tool_use=ToolUseContent(tool_use_id=call.id, name=call.name, input=call.input))
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
        if calls:
            self.rounds += 1
            if self.rounds > self._max_rounds:
                raise ToolRoundsError(
                    f"the model asked for tools more than {self._max_rounds} times (max_rounds=)", last_state=state
                )
            self.calls += calls
        return calls
