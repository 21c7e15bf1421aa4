"""Replies, as type checkers see what users write; see the package."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import quant_ai
import quant_ai.models
from quant_ai import QuantAI, Unknown, models
from quant_ai.models import ChatReply, Message, MessageParam, SessionSummary

MODEL = "amazon.nova-pro-v1:0"
HELLO: MessageParam = {"role": "user", "content": "Hello"}


def required_and_optional_fields(client: QuantAI) -> None:
    """Fields that the spec requires are there; others may be None."""
    reply = client.chat.send(model_id=MODEL, messages=[HELLO])
    content: str = reply.response.content
    if reply.usage:
        tokens: int | None = reply.usage.total_tokens
    print(reply.usage and reply.usage.total_tokens)


def optional_field_without_a_check(client: QuantAI) -> None:
    """A field that may be missing."""
    reply = client.chat.send(model_id=MODEL, messages=[HELLO])
    print(reply.usage.total_tokens)  # error: usage may be None


def missing_is_none(client: QuantAI) -> None:
    """Missing fields are None, and never UNSET."""
    usage: models.TokenUsage | None = client.chat.send(model_id=MODEL, messages=[HELLO]).usage


def unknown_field(client: QuantAI) -> None:
    """A field that there is not."""
    client.chat.send(model_id=MODEL, messages=[HELLO]).respones  # error: misspelt


def read_only_words(reply: ChatReply) -> str:
    """An open enum is compared with its values, and is a string."""
    if reply.finish_reason == "length":
        return "cut off"
    return reply.finish_reason or "unknown"


def dates(session: SessionSummary) -> timedelta | None:
    """Dates are datetimes."""
    created: datetime | None = session.created_at
    return datetime.now(created.tzinfo) - created if created else None


def unions(message: Message) -> str:
    """A union is taken apart by class; members that the spec does not name are Unknown."""
    if isinstance(message.content, str):
        return message.content
    match message.content[0]:
        case models.TextBlock(text=text):
            return text
        case Unknown(raw=raw):
            return str(raw)
        case _:
            return "media"


def models_as_json(reply: ChatReply) -> None:
    """Dicts, JSON and copies."""
    as_dict: dict[str, Any] = reply.to_dict()
    as_json: str = reply.to_json(indent=2)
    again: ChatReply = ChatReply.from_dict(as_dict)
    other: ChatReply = reply.replace(model="m")


def model_in_a_loop(client: QuantAI) -> None:
    """A reply with a list in a field is no list."""
    for model in client.models.list().models:
        print(model.id)
    for wrong in client.models.list():  # error: use .models
        print(wrong)


def names_of_the_package() -> None:
    """Misspelt names are found."""
    print(quant_ai.QuantIA)  # error: misspelt
    print(models.Mesage)  # error: misspelt
    print(quant_ai.models.Message)
