"""The result of `chat.run`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quant_ai_client.models import AssistantMessage, ChatReply, Execution, TokenUsage

    from .tool_calls import ToolCall


@dataclass(frozen=True)
class Run:
    """The result of a run. `str(run)` is the model's answer."""

    reply: ChatReply | Execution
    """The last reply, or the execution in its last state."""
    calls: Sequence[ToolCall]
    """All tool calls, in order."""
    rounds: int
    """How often the model requested tools."""

    @property
    def message(self) -> AssistantMessage:
        """The model's last message."""
        message: AssistantMessage = self._chat_reply.response
        return message

    @property
    def text(self) -> str:
        """The model's answer."""
        return self.message.content

    @property
    def usage(self) -> TokenUsage | None:
        """The tokens that the last turn used; earlier turns are not included."""
        usage: TokenUsage | None = self._chat_reply.usage
        return usage

    def __str__(self) -> str:
        return self.text

    @property
    def _chat_reply(self) -> Any:
        from quant_ai_client.models import Execution

        return self.reply.result if isinstance(self.reply, Execution) else self.reply
