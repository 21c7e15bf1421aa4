"""Follow the links of the spec from a reply to the resources that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from ..contract import Contract
from ..contract_operations import DocumentedLink
from ..references import unescape
from ..spec_file import Json
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


def named_resources(contract: Contract, seen: SeenExchange) -> Iterator[NamedResource]:
    """The resources that a reply names, by the links of the spec to operations that read one."""
    known: set[ResourceKey] = set()
    said = "\n".join([seen.exchange.request_body.decode("utf-8", "replace"), *seen.key])
    reply = seen.exchange.reply_body.decode("utf-8", "replace").replace("\\/", "/")
    for link in seen.reply.links if seen.reply is not None else ():
        target = contract.operations.get(link.operation)
        if target is None or target.method != "GET" or not target.path_parameters.keys() <= link.parameters.keys():
            continue
        for values, item in _values(link, seen):
            if not values.keys() >= target.path_parameters.keys():
                continue
            key = resource_key(seen.organisation, target, values)
            if key not in known:
                known.add(key)
                made = [values[name] for name in target.path_parameters if "$response.body" in link.parameters[name]]
                if not made:
                    continue
                yield NamedResource(
                    key,
                    item,
                    is_listed="/0" in "".join(link.parameters.values()),
                    is_made=all(len(one) >= _LEAST and one not in said for one in made),
                    is_near=area(target) == area(seen.operation),
                    is_awaited=any(re.search(f'"https?:[^"]*{re.escape(one)}', reply) for one in made),
                )


def _values(link: DocumentedLink, seen: SeenExchange) -> Iterator[tuple[dict[str, str], Json]]:
    """The values that a link gives its parameters: once, or once for each item of a list."""
    found = {name: _found(expression, seen) for name, expression in link.parameters.items()}
    count = max(map(len, found.values()), default=0)
    for index in range(min(count, _MOST_ITEMS)):
        values, item = {}, None
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
    pointer = _POINTER.fullmatch(expression)
    if pointer is None:
        return [(expression, None)]
    found: list[tuple[Json, Json]] = [(seen.got if pointer[1] == "response" else seen.sent, None)]
    for step in pointer[2].split("/")[1:]:
        inner: list[tuple[Json, Json]] = []
        for value, item in found:
            if isinstance(value, list) and step == "0" and item is None:
                inner += [(one, one) for one in value]
            elif isinstance(value, dict) and unescape(step) in value:
                inner.append((value[unescape(step)], item))
            elif isinstance(value, list) and step.isdigit() and int(step) < len(value):
                inner.append((value[int(step)], item))
        found = inner
    return found
