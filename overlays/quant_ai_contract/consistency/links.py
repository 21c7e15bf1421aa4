"""Follow the links of the spec from a reply to the resources that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from quant_ai_common.json_values import Json

from ..contract import Contract
from ..contract_operations import ContractOperation, DocumentedLink, DocumentedReply
from ..references import unescape
from .seen import ResourceKey, SeenExchange, area, resource_key

_POINTER: Final = re.compile(r"\$(request|response)\.body#(.*)")
_MOST_ITEMS: Final = 1000
_LEAST: Final = 8  # characters of an id that nobody else has


class NamedResource(NamedTuple):
    """A resource that a reply names: its key, and whether the service made up its id."""

    key: ResourceKey
    item: Json
    """What the reply says of it, if the reply is a list."""
    is_listed: bool
    is_made: bool
    is_near: bool
    """Whether its path begins as that of the request does."""
    is_awaited: bool
    """Whether the reply has a URL with its id, to which something is to be sent first."""


class Links:
    """The links of the spec to operations that read one resource."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._readers: dict[tuple[str, str], list[tuple[DocumentedLink, ContractOperation]]] = {}
        self._latest: tuple[SeenExchange | None, list[NamedResource]] = (None, [])

    def named(self, seen: SeenExchange) -> list[NamedResource]:
        """The resources that a reply names."""
        if self._latest[0] is not seen:
            self._latest = (seen, list(self._named(seen)) if seen.succeeded and seen.reply is not None else [])
        return self._latest[1]

    def _of(self, reply: DocumentedReply, operation: str) -> list[tuple[DocumentedLink, ContractOperation]]:
        found = self._readers.get((operation, reply.status))
        if found is None:
            targets = [(link, self._contract.operations.get(link.operation)) for link in reply.links]
            found = self._readers[operation, reply.status] = [
                (link, target) for link, target in targets if target is not None and _reads_one(link, target)
            ]
        return found

    def _named(self, seen: SeenExchange) -> Iterator[NamedResource]:
        assert seen.reply is not None
        links = self._of(seen.reply, seen.operation.id)
        if not links:
            return
        known: set[ResourceKey] = set()
        said = "\n".join([seen.exchange.request_body.decode("utf-8", "replace"), *seen.key])
        for link, target in links:
            for values, item in _values(link, target, seen):
                if not values.keys() >= target.path_parameters.keys():
                    continue
                key = resource_key(seen.organisation, target, values)
                if key in known:
                    continue
                known.add(key)
                made = [values[name] for name in target.path_parameters if "$response.body" in link.parameters[name]]
                yield NamedResource(
                    key,
                    item,
                    is_listed="/0" in "".join(link.parameters.values()),
                    is_made=all(len(one) >= _LEAST and one not in said for one in made),
                    is_near=area(target) == area(seen.operation),
                    is_awaited=seen.operation.method == "POST" and _is_awaited(seen, made),
                )


def _is_awaited(seen: SeenExchange, made: list[str]) -> bool:
    if b'"http' not in seen.exchange.reply_body:
        return False
    reply = seen.exchange.reply_body.decode("utf-8", "replace").replace("\\/", "/")
    return any(re.search(f'"https?:[^"]*{re.escape(one)}', reply) for one in made)


def _reads_one(link: DocumentedLink, target: ContractOperation) -> bool:
    """Whether a link takes an id from the reply and leads to what reads the resource."""
    names = target.path_parameters.keys()
    from_reply = any("$response.body" in link.parameters.get(name, "") for name in names)
    return target.method == "GET" and from_reply and names <= link.parameters.keys()


def _values(
    link: DocumentedLink, target: ContractOperation, seen: SeenExchange
) -> Iterator[tuple[dict[str, str], Json]]:
    """The values that a link gives its parameters: once, or once for each item of a list."""
    found = {name: _found(expression, seen) for name, expression in link.parameters.items()}
    if not all(found[name] for name in target.path_parameters):
        return
    count = max(map(len, found.values()), default=0)
    for index in range(min(count, _MOST_ITEMS)):
        values: dict[str, str] = {}
        item: Json = None
        for name, several in found.items():
            value, holder = several[index] if len(several) > 1 else several[0] if several else (None, None)
            if isinstance(value, (str, int)) and not isinstance(value, bool):
                values[name] = str(value)
            item = holder if holder is not None else item
        yield values, item


def _found(expression: str, seen: SeenExchange) -> list[tuple[Json, Json]]:
    """The values of a runtime expression, each with the item of a list that holds it. `/0` stands for every item."""
    if expression.startswith("$request.path."):
        return [(seen.match.path.get(expression.removeprefix("$request.path.")), None)]
    if expression.startswith("$request.query."):
        return [(seen.query.get(expression.removeprefix("$request.query.")), None)]
    of_reply, steps = _pointer(expression)
    if steps is None:
        return [(expression, None)]
    found: list[tuple[Json, Json]] = [(seen.got if of_reply else seen.sent, None)]
    for step in steps:
        inner: list[tuple[Json, Json]] = []
        for value, item in found:
            if isinstance(value, list) and step == "0" and item is None:
                inner += [(one, one) for one in value]
            elif isinstance(value, dict) and step in value:
                inner.append((value[step], item))
            elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
                inner.append((value[int(step)], item))
        found = inner
    return found


@cache
def _pointer(expression: str) -> tuple[bool, tuple[str, ...] | None]:
    """Whether a runtime expression points into the body of the reply, and its steps; None if it does not point."""
    pointer = _POINTER.fullmatch(expression)
    if pointer is None:
        return False, None
    return pointer[1] == "response", tuple(unescape(step) for step in pointer[2].split("/")[1:])
