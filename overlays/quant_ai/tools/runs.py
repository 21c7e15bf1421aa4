"""A conversation with tools: what the model asks for, what to answer, and what it has all come to. No I/O.

An execution that waits, a buffered reply and a stream ask for tools in their own ways. Each is turned into the same
calls, and their results into what continues the conversation there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from ..errors import ToolRoundsError
from .tool_calls import ToolCall
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
    from quant_ai_client.types import Unset

    from ..clock import Clock

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


class Talk:
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
