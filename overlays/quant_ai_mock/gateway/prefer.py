"""Replies of the spec that a request chooses with a `Prefer` header, in the syntax of Prism."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any

from ..document.examples import example_of
from ..document.media_types import sent_type
from ..document.operations import EVENT_STREAM, ApiOperation, Media, is_json, is_json_lines, json_media
from ..document.refusal import Refusal
from ..state.faults import Fault
from ..state.numbers import whole_number
from ..state.request_context import Reply
from ..state.server_state import ServerState
from .sending import frame_bytes, line_bytes


@dataclass(frozen=True)
class Preferences:
    """The reply that a `Prefer` header asks for."""

    code: int | None = None
    example: str | None = None
    dynamic: bool = False

    @property
    def applied(self) -> str:
        """The value of the header `Preference-Applied`."""
        parts = [f"code={self.code}" if self.code else "", f"example={self.example}" if self.example else ""]
        return ", ".join([part for part in parts if part] + (["dynamic=true"] if self.dynamic else []))


def read_prefer(header: bytes) -> Preferences | None:
    """Read a `Prefer` header; None if it asks for nothing that this server knows."""
    values: dict[str, str] = {}
    for part in header.decode("latin-1").replace(";", ",").split(","):
        key, _, value = part.partition("=")
        values[key.strip().lower()] = value.strip().strip('"')
    code = whole_number(values.get("code", ""))
    preferences = Preferences(
        code=code if code is not None and 200 <= code <= 599 else None,
        example=values.get("example") or None,
        dynamic=values.get("dynamic", "").lower() == "true",
    )
    return preferences if preferences.applied else None


def preferred_reply(state: ServerState, operation: ApiOperation, preferences: Preferences) -> Reply:
    """The reply that a `Prefer` header asks for. A status that the operation does not list gets a plain error body."""
    status = preferences.code or operation.success_status
    listed = operation.contents(status)
    if listed is None:
        if preferences.example is not None:
            raise _no_example(operation, preferences.example)
        return Reply(status, None if status == 204 else Fault(status=status).error_body())
    if not listed:
        return Reply(status)
    media = _media_with(listed, preferences.example)
    if media is None:
        raise _no_example(operation, preferences.example or "")
    if media.content_type == EVENT_STREAM:
        frames = [media.examples[preferences.example]] if preferences.example else list(media.examples.values())
        return Reply(status, content=b"".join(map(frame_bytes, frames)), content_type=EVENT_STREAM)
    if is_json_lines(media.content_type):
        lines = [media.examples[preferences.example]] if preferences.example else list(media.examples.values())
        lines = lines or [example_of(media)]
        content = b"".join(line_bytes(line, media.content_type) for line in lines)
        return Reply(status, content=content, content_type=media.content_type)
    rng = random.Random(state.digest("dynamic", state.journal.total)) if preferences.dynamic else None
    value = example_of(media, preferences.example, rng=rng)
    null = b"null" if value is None and is_json(media.content_type) else None
    return Reply(status, value, _headers(status), null, sent_type(media.content_type))


def _media_with(listed: Any, example: str | None) -> Media | None:
    preferred = json_media(listed)
    kinds: list[Media] = [preferred] if preferred is not None else []
    kinds += [media for media in listed.values() if media is not preferred]
    if example is None:
        return kinds[0]
    return next((media for media in kinds if example in media.examples), None)


def _headers(status: int) -> dict[str, str]:
    if status == 401:
        return {"WWW-Authenticate": "Bearer"}
    return {"Retry-After": "1"} if status in (429, 503) else {}


def _no_example(operation: ApiOperation, name: str) -> Refusal:
    known = sorted(
        {name for listed in operation.replies.values() for media in listed.values() for name in media.examples}
    )
    message = f"{operation.id} has no example {name!r}: there are {', '.join(known)}"
    return Refusal(400, {"message": message, "error": True}, checked=False)
