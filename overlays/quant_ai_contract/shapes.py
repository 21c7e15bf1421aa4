"""The shapes of traffic: which fields, types, statuses, headers and events there are, whatever the texts say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from quant_ai_common.json_values import Json

from .contract import Contract, OperationMatch
from .contract_operations import EVENT_STREAM, is_json_lines
from .event_streams import parse_event_stream
from .exchange import NO_STATUS, Exchange
from .json_text import NOT_JSON, TOO_DEEP, is_too_deep, json_lines, parse_json

ITEM: Final = "[]"
UNNAMED: Final = "message"
"""The kind of an event without a name, as in the standard."""
OF_TRANSPORT: Final = frozenset(
    (
        "accept-ranges", "age", "alt-svc", "cache-control", "connection", "content-encoding", "content-length",
        "content-type", "date", "etag", "expires", "keep-alive", "last-modified", "pragma", "server", "set-cookie",
        "strict-transport-security", "transfer-encoding", "vary", "via", "x-content-type-options", "x-frame-options",
        "x-xss-protection", "referrer-policy", "content-security-policy", "x-cache", "x-powered-by", "cf-ray",
        "x-amz-cf-id", "x-amz-cf-pop", "x-amzn-trace-id", "nel", "report-to", "cf-cache-status", "permissions-policy",
    )
)  # fmt: skip
"""Headers that say nothing about an API."""


@dataclass
class ValueShape:
    """The fields of values of one kind: at each place the types, and how often it was there."""

    count: int = 0
    types: dict[str, Counter[str]] = field(default_factory=dict)
    objects: Counter[str] = field(default_factory=Counter)
    """How many objects there were at each place."""

    def add(self, value: Json) -> None:
        """Take one more value into account."""
        self.count += 1
        if value is NOT_JSON or value is TOO_DEEP or is_too_deep(value):
            self.types.setdefault("", Counter())["text"] += 1
        else:
            self._add("", value)

    def always(self, place: str) -> bool:
        """Whether each object that could have this field has it."""
        holder = place.rpartition("/")[0]
        return sum(self.types.get(place, Counter()).values()) >= self.objects[holder]

    def fields(self) -> Iterator[tuple[str, str]]:
        """Each place with its types, in order."""
        for place, types in sorted(self.types.items()):
            yield place, " or ".join(sorted(types))

    def _add(self, place: str, value: Json) -> None:
        self.types.setdefault(place, Counter())[type_of(value)] += 1
        if isinstance(value, dict):
            self.objects[place] += 1
            for name, inner in value.items():
                self._add(f"{place}/{name}", inner)
        elif isinstance(value, list):
            for inner in value:
                self._add(f"{place}/{ITEM}", inner)


@dataclass
class ReplyShape:
    """All replies of one operation with one status."""

    count: int = 0
    content_types: Counter[str] = field(default_factory=Counter)
    headers: Counter[str] = field(default_factory=Counter)
    body: ValueShape = field(default_factory=ValueShape)
    events: dict[str, ValueShape] = field(default_factory=dict)
    orders: Counter[str] = field(default_factory=Counter)

    def add(self, exchange: Exchange) -> None:
        """Take one more reply into account."""
        self.count += 1
        self.content_types[exchange.reply_type] += 1
        self.headers.update(name for name in exchange.reply_headers if name not in OF_TRANSPORT)
        if not exchange.reply_body_known:
            return
        if exchange.reply_type == EVENT_STREAM:
            events = parse_event_stream(exchange.reply_body).events
            for event in events:
                self.events.setdefault(event_name(event), ValueShape()).add(parse_json(event["data"]))
            self.orders[order_of(map(event_name, events))] += 1
        elif is_json_lines(exchange.reply_type):
            for line in json_lines(exchange.reply_body):
                self.body.add(parse_json(line))
        elif exchange.reply_body:
            self.body.add(parse_json(exchange.reply_body))


class TrafficShape:
    """The replies of a recording, by operation and status."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self.replies: dict[tuple[str, int], ReplyShape] = {}

    def add(self, exchange: Exchange, path: str) -> None:
        """Take one more exchange into account."""
        match = matched(self._contract, exchange, path)
        if match is not None and exchange.status != NO_STATUS:
            self.replies.setdefault((match.operation.id, exchange.status), ReplyShape()).add(exchange)

    @property
    def operations(self) -> dict[str, list[int]]:
        """The statuses of each operation."""
        found: dict[str, list[int]] = {}
        for operation, status in sorted(self.replies):
            found.setdefault(operation, []).append(status)
        return found


def matched(contract: Contract, exchange: Exchange, path: str) -> OperationMatch | None:
    """The operation that an exchange is of."""
    return contract.matches(path).get(exchange.method.upper())


def event_name(event: dict[str, Any]) -> str:
    """The name of an event: its own, else the type that its data says."""
    data = parse_json(event["data"])
    inner = data.get("type") if isinstance(data, dict) else None
    name = event.get("event") or (inner if isinstance(inner, str) else None)
    return str(name or (event["data"] if event["data"].startswith("[") and len(event["data"]) < 20 else UNNAMED))


def order_of(names: Iterable[str]) -> str:
    """Names in their order, with a plus for one that comes several times in a row."""
    found: list[str] = []
    for name in names:
        if found and found[-1].rstrip("+") == name:
            found[-1] = f"{name}+"
        else:
            found.append(name)
    return " ".join(found)


def type_of(value: Json) -> str:
    """The type of a value, in the words of JSON Schema."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"
