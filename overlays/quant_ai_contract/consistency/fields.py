"""Whether the fields of a request come back: in the reply to it, and in the first reply that shows the resource."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from quant_ai_common.json_values import Json

from ..findings import Finding
from .links import Links
from .recent import Recent
from .seen import ResourceKey, SeenExchange

_MOST: Final = 200  # resources that are remembered
_LARGEST: Final = 64 * 1024  # bytes of a request that is remembered


class _Sent(NamedTuple):
    """The fields of a request, which exchange it was, and when that ended."""

    where: str
    ended: float | None
    fields: dict[str, Any]
    defaults: dict[str, Any]


@dataclass
class SentFields:
    """What requests said of the resources of a recording."""

    links: Links
    written: dict[ResourceKey, _Sent] = field(default_factory=lambda: Recent(_MOST))
    """What was sent of a resource that no reply has shown yet."""

    def judge(self, seen: SeenExchange) -> Iterator[Finding]:
        """Judge one exchange, and remember what it says."""
        if seen.operation.method == "GET":
            if seen.succeeded and seen.key in self.written:
                sent = self.written.pop(seen.key)
                for name, why, note in (
                    _differences(sent.fields, seen.got, sent.defaults) if seen.follows(sent.ended) else ()
                ):
                    yield Finding("sent-field", "reply", f"body/{name}", f"{why} ({sent.where})", note)
        elif seen.changes:
            self.written.pop(seen.key, None)
            if isinstance(seen.sent, dict) and _writes(seen) and len(seen.exchange.request_body) <= _LARGEST:
                shown = set()
                for name, why, note in _differences(seen.sent, seen.got, _defaults(seen)):
                    yield Finding("sent-field", "reply", f"body/{name}", why, note)
                    shown.add(name)
                left = {name: value for name, value in seen.sent.items() if name not in shown}
                for key in self._keys(seen):
                    self.written[key] = _Sent(str(seen), seen.exchange.ended, left, _defaults(seen))

    def _keys(self, seen: SeenExchange) -> list[ResourceKey]:
        """What the request wrote."""
        if seen.operation.method != "POST":
            return [seen.key]
        named = self.links.named(seen)
        return [one.key for one in named if one.is_near and not one.is_listed and len(one.key) > len(seen.key)]


def _writes(seen: SeenExchange) -> bool:
    """Whether the reply shows what the request wrote. That of an action may have a field of the same name."""
    if seen.exchange.status == 201 or seen.operation.method in ("PUT", "PATCH"):
        return True
    if seen.operation.method != "POST" or not seen.operation.extensions.get("x-idempotent"):
        return False
    return len(_resource(seen.got, seen.sent).keys() & seen.sent.keys()) > 1


def _defaults(seen: SeenExchange) -> dict[str, Any]:
    """What the spec says that fields are which a request does not have."""
    body = seen.operation.body
    if body is None or body.schema is None or "properties" not in body.schema:
        return {}
    return {name: node.value["default"] for name, node in body.schema["properties"].items() if "default" in node}


def _differences(sent: dict[str, Any], got: Json, defaults: dict[str, Any]) -> Iterator[tuple[str, str, bool]]:
    """The fields that a resource has otherwise than they were sent.

    A service may count for itself: another number is a note, unless it is the one for a field that was not sent.
    """
    holder = _resource(got, sent)
    for name, value in sent.items():
        if name not in holder or _is_same(value, holder[name]) or holder[name] in sent.values():
            continue
        is_count = isinstance(holder[name], (int, float)) and not isinstance(holder[name], bool)
        may_count = is_count and (name not in defaults or holder[name] != defaults[name])
        may = "; the service may count for itself" if may_count else ""
        yield name, f"{_short(holder[name])} instead of {_short(value)}{may}", may_count


def _resource(got: Json, like: dict[str, Any]) -> dict[str, Any]:
    """The resource in a reply: of the objects in it, the one with most of these fields."""
    if not isinstance(got, dict):
        return {}
    inner = [got, *(found for found in got.values() if isinstance(found, dict))]
    return max(inner, key=lambda found: len(found.keys() & like.keys()))


def _is_same(sent: Json, got: Json) -> bool:
    """Whether a value is what was sent, or a way in which services write it. A version counts up."""
    if isinstance(sent, bool) or isinstance(got, bool):
        return bool(sent == got)
    if sent in (None, "", 0):
        return True  # the service may choose
    if isinstance(sent, (int, float)) and isinstance(got, (int, float)):
        return got in (sent, sent + 1)
    if isinstance(sent, str) and isinstance(got, str):
        return _plain(sent) == _plain(got)
    if isinstance(sent, dict) and isinstance(got, dict):
        known = [name for name in sent if name in got]
        return all(_is_same(sent[name], got[name]) for name in known) and bool(known or not sent)
    if isinstance(sent, list) and isinstance(got, list):
        return len(sent) == len(got) and all(map(_is_same, sent, got))
    return type(sent) is not type(got) and got is not None


def _plain(text: str) -> str:
    return text.strip().rstrip("/").casefold()


def _short(value: Json) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:60]}…"
