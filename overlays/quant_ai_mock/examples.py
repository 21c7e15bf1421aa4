"""Answer with what the document shows: the replies that `Prefer` asks for, as Prism understands them."""

from __future__ import annotations

import random
from typing import Any

from .contract import EVENT_STREAM, JSON, Media, Operation
from .faults import Fault, Preferences
from .instances import invent
from .refusal import Refusal
from .wire import frame_bytes
from .world import Reply, World


def preferred(world: World, operation: Operation, wanted: Preferences) -> Reply:
    """The reply that a `Prefer` header asks for; a status that the operation does not list has a plain error body."""
    status = wanted.code or operation.success
    listed = operation.replies.get(status)
    if listed is None:
        if wanted.example is not None:
            raise _no_example(operation, wanted.example)
        return Reply(status, None if status == 204 else Fault(status=status).error_body())
    if not listed:
        return Reply(status)
    media = _media_with(listed, wanted.example)
    if media is None:
        raise _no_example(operation, wanted.example or "")
    if media.content_type == EVENT_STREAM:
        frames = [media.examples[wanted.example]] if wanted.example else list(media.examples.values())
        return Reply(status, content=b"".join(map(frame_bytes, frames)), content_type=EVENT_STREAM)
    return Reply(status, example_of(world, media, wanted.example, dynamic=wanted.dynamic), _headers(status))


def example_of(world: World, media: Media, name: str | None = None, *, dynamic: bool = False) -> Any:
    """A named example, the first one, or an instance of the schema."""
    if name is not None:
        return media.examples[name]
    if media.examples and not dynamic:
        return next(iter(media.examples.values()))
    if media.schema is None:
        return None
    book = media.schema.book
    chance = random.Random(world.digest("dynamic", world.journal.total)) if dynamic else None
    value = None
    for _ in range(20 if dynamic else 1):
        value = invent(media.schema.source, book.resolve, chance=chance)
        if media.schema.fits(value):
            break
    return value


def _media_with(listed: Any, example: str | None) -> Media | None:
    kinds: list[Media] = [listed[JSON]] if JSON in listed else []
    kinds += [media for kind, media in listed.items() if kind != JSON]
    if example is None:
        return kinds[0]
    return next((media for media in kinds if example in media.examples), None)


def _headers(status: int) -> dict[str, str]:
    if status == 401:
        return {"WWW-Authenticate": "Bearer"}
    return {"Retry-After": "1"} if status in (429, 503) else {}


def _no_example(operation: Operation, name: str) -> Refusal:
    known = sorted(
        {name for listed in operation.replies.values() for media in listed.values() for name in media.examples}
    )
    message = f"{operation.id} has no example {name!r}: there are {', '.join(known)}"
    return Refusal(400, {"message": message, "error": True}, asked=True)
