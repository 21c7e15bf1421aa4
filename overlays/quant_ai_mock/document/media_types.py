"""Choose the media type of a reply: what the spec lists for its status, and what the request accepts of that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from .examples import example_of
from .operations import JSON, ApiOperation, Media, json_media, media_type

_LONGEST_CACHED = 1024  # bytes of a header whose meaning is remembered
_OF_FAMILY = {"text": "text/plain", "image": "image/png", "audio": "audio/mpeg", "video": "video/mp4"}


def accepts(accept: bytes, offered: frozenset[str]) -> bool:
    """Whether an `Accept` header accepts one of some media types."""
    return any(quality > 0 for quality in _qualities(accept, offered).values())


def accepted_media(contents: Mapping[str, Media], accept: bytes) -> Media:
    """The content of a reply that a request prefers; JSON, if it does not say."""
    qualities = _qualities(accept, frozenset(contents)) if accept else {}
    kinds = sorted(contents.values(), key=lambda media: media is not json_media(contents))
    return max(kinds, key=lambda media: qualities.get(media.content_type, 0))


def sent_type(content_type: str) -> str:
    """The media type to send for one of the spec, which may be a range such as `image/*`."""
    return _OF_FAMILY.get(content_type.partition("/")[0].lower(), JSON) if "*" in content_type else content_type


def listed_type(operation: ApiOperation | None, status: int, *, has_body: bool) -> str:
    """The media type of the server's own JSON, as the spec lists it for a status; none for a reply without content."""
    contents = operation.contents(status) if operation is not None else None
    if contents is None or JSON in contents:
        return JSON
    media = json_media(contents)
    return media.content_type if media is not None else JSON if has_body else ""


def fitting_error(operation: ApiOperation, status: int, body: dict[str, Any]) -> tuple[Any, str]:
    """The body of an error, and its media type, as the spec lists them for a status: the same message in that form."""
    contents = operation.contents(status)
    if not contents or json_media(contents) is not None:
        media = json_media(contents) if contents else None
        if media is None or media.schema is None or media.schema.is_valid(body):
            return body, JSON
        return _with_message(media, str(body.get("message", ""))), JSON
    media = next(iter(contents.values()))
    kind = sent_type(media.content_type)
    return (str(body.get("message", "")) if kind.startswith("text/") else example_of(media)), kind


def _with_message(media: Media, message: str) -> Any:
    """The example of an error, with another message where one of its fields has one."""
    value = example_of(media)
    for name in ("message", "detail", "title", "error", "description"):
        if isinstance(value, dict) and isinstance(value.get(name), str):
            changed = {**value, name: message}
            value = changed if media.schema is None or media.schema.is_valid(changed) else value
    return value


def _qualities(accept: bytes, offered: frozenset[str]) -> Mapping[str, float]:
    return (_read if len(accept) <= _LONGEST_CACHED else _read.__wrapped__)(accept, offered)


@lru_cache(maxsize=256)
def _read(accept: bytes, offered: frozenset[str]) -> Mapping[str, float]:
    """How much a request wants each of some media types, from 0 to 1: the entry that names it most exactly decides."""
    found: dict[str, tuple[int, float]] = {}
    for entry in accept.decode("latin-1").split(","):
        wanted, *parameters = [part.strip().lower() for part in entry.split(";")]
        number = next((text[2:] for text in parameters if re.fullmatch(r"q=(0|1)(\.\d*)?", text)), "1")
        family, _, kind = "*/*".partition("/") if wanted == "*" else wanted.partition("/")
        for offer in offered:
            own, _, name = media_type(offer).partition("/")
            if (family in ("*", own) or own == "*") and (kind in ("*", name) or name == "*"):
                exactness = (family != "*") + (kind != "*")
                found[offer] = max(found.get(offer, (0, 0.0)), (exactness, float(number)))
    return {offer: number for offer, (_, number) in found.items()}
