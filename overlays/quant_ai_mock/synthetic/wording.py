"""How the mock's models write: tokens, and replies derived from the seed and the conversation alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

SHORT = 1000  # characters; the token counts of longer texts are not cached
ECHO = 8000  # characters of the user's text that a reply repeats
OPENERS = (
    "Certainly.",
    "Gladly.",
    "Good question.",
    "Here is what I can say.",
    "Let me see.",
    "Of course.",
    "Thank you for asking.",
    "With pleasure.",
)
_PIECES = re.compile(r"\s?\w{1,7}|\s?[^\w\s]|\s+")


def split_tokens(text: str) -> list[str]:
    """The tokens of a text; joined, they are the text again."""
    return _PIECES.findall(text)


def count_tokens(text: str) -> int:
    """The number of tokens of a text."""
    return _short_count(text) if len(text) <= SHORT else len(_PIECES.findall(text))


@lru_cache(maxsize=4096)
def _short_count(text: str) -> int:
    return len(_PIECES.findall(text))


def text_of(content: Any) -> str:
    """The text of a message: its content, or the text blocks in it."""
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in content if isinstance(block.get("text"), str))


def conversation_tokens(messages: Iterable[dict[str, Any]]) -> int:
    """The number of tokens of a conversation. Media have a fixed size; tool calls and results count by their text."""
    total = 0
    for message in messages:
        content = message["content"]
        if isinstance(content, str):
            total += count_tokens(content) + 3
            continue
        total += 3
        for block in content:
            for kind, value in block.items():
                if kind == "text":
                    total += count_tokens(str(value))
                elif kind in ("image", "video", "document"):
                    total += 200
                else:
                    total += count_tokens(str(value))
    return total


def media_of(messages: Iterable[dict[str, Any]]) -> list[str]:
    """The kinds of media in a conversation, each with its format."""
    return [
        f"{kind} ({block[kind].get('format', 'unknown')})"
        for message in messages
        if isinstance(message["content"], list)
        for block in message["content"]
        for kind in ("image", "video", "document")
        if isinstance(block.get(kind), dict)
    ]


def tool_results_of(messages: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """The tool results in a conversation: the id of each tool call, and its result as text."""
    found = []
    for message in messages:
        if isinstance(message["content"], list):
            for block in message["content"]:
                result = block.get("toolResult")
                if isinstance(result, dict):
                    parts = [_text_of_result(part) for part in result.get("content", [])]
                    found.append((str(result.get("toolUseId")), " ".join(parts)))
    return found


def _text_of_result(part: dict[str, Any]) -> str:
    if "json" in part:  # with integers of any size, which orjson does not write
        return json.dumps(part["json"], ensure_ascii=False, separators=(",", ":"))
    return str(part.get("text", ""))


def write_reply(opener: int, text: str, *, turn: int, system: str, media: list[str], results: list[str]) -> str:
    """A model's answer. It repeats what the model was given, so that a test can see what arrived."""
    parts = [OPENERS[opener % len(OPENERS)]]
    if results:
        parts.append(f"The tools answered: {'; '.join(results)}.")
    if media:
        parts.append(f"I was shown: {', '.join(media)}.")
    if text:
        parts.append(f'You said: "{text[:ECHO]}".')
    if turn > 1:
        parts.append(f"This is turn {turn} of our conversation.")
    if system:
        parts.append(f'My instructions are: "{system[:ECHO]}".')
    return " ".join(parts)


def truncate(text: str, max_tokens: int, stops: Sequence[str]) -> tuple[str, int, str]:
    """A text cut at its limits: the text, its number of tokens, and why it ends (`stop` or `length`)."""
    if len(text) <= max_tokens and not stops:  # no token is shorter than a character
        return text, count_tokens(text), "stop"
    ends = [end for stop in stops if stop and (end := text.find(stop)) >= 0]
    if ends:
        text = text[: min(ends)]
    pieces = split_tokens(text)
    if len(pieces) > max_tokens:
        return "".join(pieces[:max_tokens]), max_tokens, "length"
    return text, len(pieces), "stop"
