"""Compare the shapes of two recordings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .shapes import ReplyShape, TrafficShape, ValueShape


class Change(NamedTuple):
    """One thing that differs between an old and a new recording."""

    operation: str
    status: int | None
    what: str
    at: str
    detail: str

    def __str__(self) -> str:
        where = f"{self.operation} {self.status}" if self.status else self.operation
        what = f"{self.what} {self.at}" if self.at else self.what
        return f"{where}: {what}: {self.detail}" if self.detail else f"{where}: {what}"


def compare(old: TrafficShape, new: TrafficShape) -> Iterator[Change]:
    """What changed in fields, types, statuses, headers and events. Texts and numbers may be any."""
    before, after = old.operations, new.operations
    for operation in sorted({*before, *after}):
        if operation not in after:
            yield Change(operation, None, "is only in the old recording", "", "")
            continue
        if operation not in before:
            yield Change(operation, None, "is only in the new recording", "", "")
            continue
        for status in sorted({*before[operation], *after[operation]}):
            first, second = old.replies.get((operation, status)), new.replies.get((operation, status))
            if first is None or second is None:
                which = "new" if first is None else "old"
                yield Change(operation, None, "status", str(status), f"only in the {which} recording")
            else:
                yield from (Change(operation, status, *found) for found in _replies(first, second))


def _replies(old: ReplyShape, new: ReplyShape) -> Iterator[tuple[str, str, str]]:
    for name in sorted({*old.content_types, *new.content_types}):
        yield from _only("content type", name, name in old.content_types, name in new.content_types)
    for name in sorted({*old.headers, *new.headers}):
        yield from _only("header", name, name in old.headers, name in new.headers)
    yield from _values("field", "", old.body, new.body)
    for kind in sorted({*old.events, *new.events}):
        first, second = old.events.get(kind), new.events.get(kind)
        yield from _only("event", kind, first is not None, second is not None)
        if first is not None and second is not None:
            yield from _values("field of event", f"{kind} ", first, second)
    if old.orders and new.orders and not set(old.orders) & set(new.orders):
        orders = (" | ".join(sorted(one)) for one in (old.orders, new.orders))
        yield "order of events", "", " -> ".join(orders)


def _values(what: str, prefix: str, old: ValueShape, new: ValueShape) -> Iterator[tuple[str, str, str]]:
    """Differences of fields. What is inside of a field that is only in one of them is not named again."""
    named: list[str] = []
    for place in sorted({*old.types, *new.types}):
        if any(place.startswith(f"{one}/") for one in named):
            continue
        before, after = old.types.get(place), new.types.get(place)
        at = f"{prefix}{place or 'the body'}"
        if before is None or after is None:
            holder = place.rpartition("/")[0]
            missing = old if before is None else new
            if missing.objects[holder] or (missing.types.get(holder) and holder != place and place.endswith("]")):
                if missing.objects[holder]:
                    yield from _only(what, at, before is not None, after is not None)
                named.append(place)
        elif set(before) != set(after):
            yield what, at, f"{' or '.join(sorted(before))} -> {' or '.join(sorted(after))}"
        elif old.always(place) and not new.always(place):
            yield what, at, "no longer in every reply"


def _only(what: str, at: str, in_old: bool, in_new: bool) -> Iterator[tuple[str, str, str]]:
    if in_old != in_new:
        yield what, at, f"only in the {'old' if in_old else 'new'} recording"
