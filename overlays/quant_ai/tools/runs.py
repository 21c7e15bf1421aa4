"""The result of `chat.run`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from quant_ai_client import models

from .. import tools as _tools

T = TypeVar("T")


@dataclass(frozen=True)
class Run:
    """The result of a run. `str(run)` is the model's answer."""

    reply: models.ChatReply | models.Execution
    """The last reply, or the execution in its last state."""
    calls: Sequence[_tools.ToolCall]
    """All tool calls, in order."""
    rounds: int
    """How often the model requested tools."""

    @property
    def message(self) -> models.AssistantMessage:
        """The model's last message."""
        message: models.AssistantMessage = self._chat_reply.response
        return message

    @property
    def text(self) -> str:
        """The model's answer."""
        return self.message.content

    @property
    def usage(self) -> models.TokenUsage | None:
        """The tokens that the last turn used; earlier turns are not included."""
        usage: models.TokenUsage | None = self._chat_reply.usage
        return usage

    def __str__(self) -> str:
        return self.text

    @property
    def _chat_reply(self) -> Any:
        return self.reply.result if isinstance(self.reply, models.Execution) else self.reply


@dataclass(frozen=True)
class ParsedRun(Run, Generic[T]):
    """The result of a run, with the value that the model was asked for."""

    parsed: T
    """The model's answer as a value of the type that was passed as `into`."""
