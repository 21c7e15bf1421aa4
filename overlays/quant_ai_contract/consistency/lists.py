"""Whether lists keep to their limits and filters, and pages do not repeat one another."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from quant_ai_common.json_values import Json

from ..contract_operations import ContractOperation
from ..findings import Finding
from .links import Links
from .recent import Recent
from .seen import ResourceKey, SeenExchange

_LIMIT: Final = "limit"
_MOST: Final = 200  # lists, pages and resources that are remembered
_LONGEST: Final = 200  # characters of a value that is remembered
_CERTAIN: Final = 2  # pages that repeat one another, or items that do


@dataclass
class _Pages:
    """The pages of one list that were seen, while nothing changed."""

    by_position: dict[str, int] = field(default_factory=lambda: Recent(_MOST))
    """Hashes of the pages by where they begin."""
    repeated: int = 0


@dataclass
class Lists:
    """The lists of a recording."""

    links: Links
    pages: dict[tuple[Any, ...], _Pages] = field(default_factory=lambda: Recent(_MOST))
    sent: dict[ResourceKey, dict[str, Any]] = field(default_factory=lambda: Recent(_MOST))
    """The fields with which resources were created."""

    def judge(self, seen: SeenExchange) -> Iterator[Finding]:
        """Judge one exchange, and remember what it says."""
        if seen.changes:
            self._forget(seen)
        if not seen.succeeded:
            return
        if seen.operation.method == "POST" and isinstance(seen.sent, dict):
            for named in self.links.named(seen):
                if named.is_near:
                    texts = {name: value for name, value in seen.sent.items() if isinstance(value, str)}
                    self.sent[named.key] = {name: value for name, value in texts.items() if len(value) < _LONGEST}
        items = _items(seen)
        if seen.operation.method == "GET":
            yield from self._echo(seen)
        if items is not None and (seen.operation.method == "GET" or "x-pagination" in seen.operation.extensions):
            yield from self._limit(seen, items)
            yield from self._filters(seen, items)
            yield from self._repeats(seen, items)

    def _forget(self, seen: SeenExchange) -> None:
        """What changes something may change any list of its organisation."""
        if "x-pagination" in seen.operation.extensions:
            return
        for key in [key for key in self.pages if key[0][0] == seen.organisation]:
            del self.pages[key]

    def _limit(self, seen: SeenExchange, items: Sequence[Json]) -> Iterator[Finding]:
        limit = str(_arguments(seen).get(_paging(seen.operation).get("limit", _LIMIT), ""))
        if limit.isascii() and limit.isdigit() and len(limit) < 10 and len(items) > int(limit) > 0:
            yield Finding("limit", "reply", "body", f"{len(items)} items, though the request has limit {limit}")

    def _echo(self, seen: SeenExchange) -> Iterator[Finding]:
        """A parameter that the reply repeats is the one that was sent."""
        for name, value in seen.query.items():
            said = seen.got.get(name) if isinstance(seen.got, dict) and name in seen.operation.query else None
            if _is_other(said, value):
                yield Finding("filter", "reply", f"body/{name}", f"{said!r}, though the request has {value!r}")

    def _filters(self, seen: SeenExchange, items: Sequence[Json]) -> Iterator[Finding]:
        """A filter that has the name of a field lists what has its value."""
        for name, value in seen.query.items():
            parameter = seen.operation.query.get(name)
            if parameter is None or parameter.schema.plain("type") not in ("string", "boolean", "integer"):
                continue
            for item in items:
                holder = item if isinstance(item, dict) else {}
                found = next((holder[one] for one in (name, _snake(name)) if one in holder), None)
                if _is_other(found, value):
                    what = f"an item with {name} {found!r}, though the request has {value!r}"
                    yield Finding("filter", "reply", "body", what)
                    break
        for named in self.links.named(seen) if seen.query else ():
            sent = self.sent.get(named.key, {})
            for name, value in seen.query.items():
                if isinstance(sent.get(name), str) and name in seen.operation.query and sent[name] != value:
                    what = f"{named.key[-1]!r} was created with {name} {sent[name]!r}, and not {value!r}"
                    yield Finding("filter", "reply", "body", what)

    def _repeats(self, seen: SeenExchange, items: Sequence[Json]) -> Iterator[Finding]:
        """A page has nothing of another page."""
        paging = _paging(seen.operation)
        name = paging.get("offset") or paging.get("cursor")
        if name is None:
            return
        arguments = _arguments(seen)
        position = json.dumps(arguments.get(name))
        others = json.dumps({key: value for key, value in arguments.items() if key != name}, sort_keys=True)
        pages = self.pages.setdefault((seen.key, others), _Pages())
        page = hash(json.dumps(items, sort_keys=True))
        for other, known in pages.by_position.items():
            if items and other != position and page == known:
                pages.repeated += 1
                sure = len(items) >= _CERTAIN or pages.repeated >= _CERTAIN or "cursor" in paging
                what = f"the page at {name} {position} is the same as the one at {other}"
                may = "" if sure else "; someone may have added to the list"
                yield Finding("page", "reply", "body", what + may, note=not sure)
                break
        pages.by_position[position] = page


def _paging(operation: ContractOperation) -> dict[str, Any]:
    found: dict[str, Any] = operation.extensions.get("x-pagination", {})
    return found


def _arguments(seen: SeenExchange) -> dict[str, Any]:
    """What says which part of a list is meant: the query, or the body."""
    if _paging(seen.operation).get("in") == "body":
        return seen.sent if isinstance(seen.sent, dict) else {}
    return dict(seen.query)


def _items(seen: SeenExchange) -> list[Json] | None:
    """The items of a list; None if the reply is no list."""
    if isinstance(seen.got, list):
        return seen.got
    if not isinstance(seen.got, dict):
        return None
    name = _paging(seen.operation).get("items")
    if name is not None:
        found = seen.got.get(name)
        return found if isinstance(found, list) else None
    lists = [value for value in seen.got.values() if isinstance(value, list)]
    return lists[0] if len(lists) == 1 else None


def _is_other(found: Json, sent: str) -> bool:
    """Whether a value of a reply is a scalar, and not the one that a query has as text."""
    return isinstance(found, (str, bool, int)) and json.dumps(found).strip('"') != sent and found != sent


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()
