"""What came before in a session: its messages, and what turns need to know of them.

Messages are records of their own, so that a turn costs what it adds, however long the session has become.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeAlias

from ..state.request_context import RequestContext
from ..synthetic import wording

Message: TypeAlias = dict[str, Any]
_LAST_TEXT = 8000  # characters that are kept of the user's last text


@dataclass
class History:
    """The messages of a session up to a turn, summed up."""

    session_id: str = ""
    count: int = 0
    tokens: int = 0
    turns: int = 0
    """The number of the user's messages that have a text."""
    last_text: str = ""
    has_tool_results: bool = False

    def followed_by(self, messages: Iterable[Message]) -> History:
        """The same with some more messages."""
        new = list(messages)
        texts = user_texts(new)
        return History(
            self.session_id,
            self.count + len(new),
            self.tokens + wording.conversation_tokens(new),
            self.turns + len(texts),
            texts[-1][:_LAST_TEXT] if texts else self.last_text,
            self.has_tool_results or bool(wording.tool_results_of(new)),
        )


def user_texts(messages: Iterable[Message]) -> list[str]:
    """The texts of the user, without those messages that have none."""
    texts = (wording.text_of(message["content"]) for message in messages if message["role"] == "user")
    return [text for text in texts if text]


def add_messages(context: RequestContext, session_id: str, count: int, messages: Iterable[Message]) -> None:
    """Store messages behind the `count` that a session has."""
    for number, message in enumerate(messages, count + 1):
        context.store.put(kind(session_id), f"{number:09}", message)


def messages_of(context: RequestContext, session_id: str, limit: int | None = None) -> list[Message]:
    """The messages of a session, or the first of them."""
    return [message for _, message in context.store.select(kind(session_id), limit=limit)]


def kind(session_id: str) -> str:
    """The kind of the messages of a session, in the store."""
    return f"message:{session_id}"
