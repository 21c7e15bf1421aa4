"""How the mock's models talk: tokens, and replies that follow from the seed and the conversation alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

import orjson

SHORT = 1000  # characters of a text whose tokens are worth remembering
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


def tokens(text: str) -> list[str]:
    """A text in pieces such as a model writes; joined they give the text back."""
    return _PIECES.findall(text)


def count(text: str) -> int:
    """The number of tokens of a text."""
    return _short_count(text) if len(text) <= SHORT else len(_PIECES.findall(text))


@lru_cache(maxsize=4096)
def _short_count(text: str) -> int:
    return len(_PIECES.findall(text))


def text_of(content: Any) -> str:
    """The words of a message: its text, or the text blocks of its content."""
    if isinstance(content, str):
        return content
    return "\n".join(block["text"] for block in content if isinstance(block.get("text"), str))


def tokens_of(messages: Iterable[dict[str, Any]]) -> int:
    """The tokens of a conversation. Media count by their size, tool calls and results by their text."""
    total = 0
    for message in messages:
        content = message["content"]
        if isinstance(content, str):
            total += count(content) + 3
            continue
        total += 3
        for block in content:
            for kind, value in block.items():
                if kind == "text":
                    total += count(str(value))
                elif kind in ("image", "video", "document"):
                    total += 200
                else:
                    total += count(str(value))
    return total


def media_of(messages: Iterable[dict[str, Any]]) -> list[str]:
    """What kinds of media a conversation shows, each with its format."""
    return [
        f"{kind} ({block[kind].get('format', 'unknown')})"
        for message in messages
        if isinstance(message["content"], list)
        for block in message["content"]
        for kind in ("image", "video", "document")
        if isinstance(block.get(kind), dict)
    ]


def results_of(messages: Iterable[dict[str, Any]]) -> list[tuple[str, str]]:
    """The results of tools in a conversation: the id of the call, and what came back, as text."""
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
    return orjson.dumps(part["json"]).decode() if "json" in part else str(part.get("text", ""))


def reply(opener: int, text: str, *, turn: int, system: str, media: list[str], results: list[str]) -> str:
    """What a model answers. It repeats what it was told, so that a test can see what arrived."""
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


def cut(text: str, most: int, stops: Sequence[str]) -> tuple[str, int, str]:
    """A text as far as its limits let it come: the text, its tokens, and why it ends (`stop` or `length`)."""
    if len(text) <= most and not stops:  # no token is shorter than a character
        return text, count(text), "stop"
    places = [place for stop in stops if stop and (place := text.find(stop)) >= 0]
    if places:
        text = text[: min(places)]
    pieces = tokens(text)
    if len(pieces) > most:
        return "".join(pieces[:most]), most, "length"
    return text, len(pieces), "stop"
