"""Find out how to make an operation succeed, from the document alone.

An example names things (`/sessions/{sessionId}`, `"agentId": "8b7e…"`) that have to exist first, and some operations
want their thing in a certain state. The document says where ids come from: its links. So each operation is tried with
its examples, with the ids that the links of other operations' replies gave, until it answers with success; what
succeeded is in turn a source of ids. No operation is named here, and one that is added to the document is tried too.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, product
from typing import Any

from quant_ai_contract import Contract, ContractOperation, Exchange
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON, DocumentedLink
from quant_ai_contract.event_streams import parse_event_stream

from .raw_client import NO_BODY, Call, RawClient, assert_reply_fits, value_of

WAYS_PER_EXAMPLE = 2
MAX_TRIES = 100
LONGEST_WAIT = 10  # seconds for one state that comes with time
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0


class UnresolvedError(Exception):
    """An expression points at nothing in a reply."""


@dataclass(frozen=True, eq=False)
class Scenario:
    """One way to call an operation with success, with what has to be called before."""

    operation: ContractOperation
    name: str
    call: Call
    status: int = 0
    needs: tuple[tuple[str, Scenario, str], ...] = ()  # an example's id, where the real one comes from, the expression
    link: tuple[Scenario, DocumentedLink] | None = None

    def __repr__(self) -> str:
        sources = ", ".join(map(repr, self.sources))
        return f"{self.operation.id}[{self.name}]" + (f" after {sources}" if sources else "")

    @property
    def sources(self) -> list[Scenario]:
        """What this way takes its values from."""
        return [way for _, way, _ in self.needs] + ([self.link[0]] if self.link is not None else [])


@dataclass
class ScenarioRunner:
    """An organisation in which ways are gone."""

    wire: RawClient
    done: dict[int, tuple[Call, Exchange]] = field(default_factory=dict)

    def go(self, way: Scenario) -> Exchange:
        """Call the operation, and what has to be called before."""
        return self._gone(way)[1]

    def wait_for(self, way: Scenario, seconds: float) -> Exchange:
        """Call the operation until it succeeds, for at most so long; what it takes from other reads is read anew."""
        until = time.monotonic() + seconds
        pause = FIRST_PAUSE
        while True:
            try:
                exchange = self.go(way)
                if exchange.status < 300 or time.monotonic() >= until:
                    return exchange
            except UnresolvedError:
                if time.monotonic() >= until or self._over(way):
                    raise
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
            self._forget(way)

    def prepare(self, way: Scenario) -> Call:
        """Call what has to be called before, and give the call that is left to make."""
        ids = {example: self._read(source, expression) for example, source, expression in way.needs}
        call = way.call
        if way.link is not None:
            source, link = way.link
            before, exchange = self._gone(source)
            path = {**call.path}
            query = {**call.query}
            for name, expression in link.parameters.items():
                value = evaluate(expression, before, exchange)
                (path if name in call.operation.path_parameters else query)[name] = value
            body = call.body if link.body is None else fill(link.body, before, exchange)
            call = Call(call.operation, path, query, body)
        return Call(
            call.operation,
            {name: str(replaced(value, ids)) for name, value in call.path.items()},
            {name: replaced(value, ids) for name, value in call.query.items()},
            replaced(call.body, ids),
        )

    def undo(self, contract: Contract) -> list[str]:
        """Delete what the calls of this scene made, the latest first; gives what is left."""
        of_path = {found.path: found for found in contract.operations.values() if is_deletion(found)}
        of_name = {
            name: found
            for found in of_path.values()
            for name in found.path_parameters
            if found.path.endswith(f"/{{{name}}}") and len(found.path_parameters) == 1
        }
        made: dict[tuple[str, tuple[tuple[str, str], ...]], None] = {}
        for call, exchange in reversed(list(self.wire.sent)):
            if exchange.status >= 300:
                continue
            if call.operation.method == "PUT" and not call.operation.path.endswith("}"):
                if call.operation.path in of_path:
                    made[call.operation.path, tuple(call.path.items())] = None
            elif call.operation.method == "POST":
                for name, value in named(shown(exchange)):
                    if name in of_name:
                        made[of_name[name].path, ((name, value),)] = None
        left = []
        for path, names in made:
            gone = self._delete(contract, of_path[path], dict(names))
            if gone.status >= 300 and gone.status not in (403, 404):  # not there, or never ours
                left.append(f"{gone}: {gone.reply_body[:200]!r}")
        return left

    def _delete(self, contract: Contract, deletion: ContractOperation, path: dict[str, str]) -> Exchange:
        """Delete a thing; where its state forbids it, after what leads to the deletion by a link."""
        gone = self.wire.send(Call(deletion, path))
        for operation in contract.operations.values() if gone.status == 400 else ():
            links = [link for reply in operation.replies.values() for link in reply.links]
            leads = any(link.operation == deletion.id for link in links)
            if leads and operation.method == "POST" and set(operation.path_parameters) == set(path):
                self.wire.send(Call(operation, path))
                gone = self.wire.send(Call(deletion, path))
        return gone

    def _gone(self, way: Scenario) -> tuple[Call, Exchange]:
        if id(way) not in self.done:
            call = self.prepare(way)
            self.done[id(way)] = (call, self.wire.send(call))
        return self.done[id(way)]

    def _forget(self, way: Scenario) -> None:
        self.done.pop(id(way), None)
        for source in way.sources:
            if source.operation.method == "GET":
                self._forget(source)

    def _over(self, way: Scenario) -> bool:
        """Whether a way starts from a refusal, or from a job that has ended: then nothing more comes with time."""
        for source in way.sources:
            if self._over(source):
                return True
            if id(source) in self.done:
                _, exchange = self.done[id(source)]
                polling = source.operation.extensions.get("x-polling")
                ends = [*polling["succeeded"], *polling["failed"]] if polling else []
                if exchange.status >= 300 or (ends and value_of(exchange)[polling["state"]] in ends):
                    return True
        return False

    def _read(self, source: Scenario, expression: str) -> str:
        return str(evaluate(expression, *self._gone(source)))


class ScenarioPlanner:
    """The ways to every operation of a service, found by trying.

    Args:
        contract: The document.
        scene: Gives a place to try a way in.
        safe: Only try what reads.
        settings: Also try what changes the settings of the whole organisation.
        patience: Seconds to spend, in all, on states that only come with time.
    """

    def __init__(
        self,
        contract: Contract,
        scene: Callable[[], ScenarioRunner],
        *,
        safe: bool = False,
        settings: bool = True,
        patience: float = 0,
    ) -> None:
        self.contract = contract
        self.scene = scene
        self.patience = patience
        self.operations = [
            operation
            for operation in contract.operations.values()
            if (not safe or operation.method == "GET") and (settings or not is_setting(contract, operation))
        ]
        self.ways: dict[str, list[Scenario]] = {operation.id: [] for operation in self.operations}
        self._tried: set[tuple[Any, ...]] = set()
        while self._round():
            pass
        while self.patience > 0 and self._round(missing=True):
            pass

    def to(self, operation: ContractOperation, status: int | None = None) -> list[Scenario]:
        """The ways to an operation, those to one of its statuses if one is given; each example's first one first."""
        return [way for way in self.ways.get(operation.id, []) if status is None or way.status == status]

    def to_sample(self, operation: ContractOperation, name: str) -> Scenario | None:
        return next((way for way in self.to(operation) if way.name == name), None)

    def follow(self, source: ContractOperation, status: int, link: DocumentedLink) -> Exchange | str:
        """Go to a reply with this status and on over the link: the exchange at its end, or why there is none."""
        target = self.contract.operations[link.operation]
        first = target.body.examples if target.body is not None else {}
        body = next(iter(first.values()), NO_BODY) if target.body_required or link.body is not None else NO_BODY
        met = f"no way leads to {source.id} {status}"
        for patient in (False, True) if self.patience > 0 else (False,):
            for before in [None, *self.to(target)]:
                for way in self._reach(source, status):
                    scene = self.scene()
                    try:
                        if before is not None:
                            scene.prepare(before)
                        if self._gone(scene, way, patient=patient).status != status:
                            continue
                        over = Scenario(target, "link", Call(target, body=body), link=(way, link))
                        exchange = self._gone(scene, over, patient=patient)
                    except UnresolvedError as error:
                        met = str(error)
                        continue
                    if exchange.status < 300:
                        return exchange
                    assert_reply_fits(self.contract, exchange)
                    met = f"{exchange}: {exchange.reply_body[:200]!r} ({way!r})"
        return met

    def _gone(self, scene: ScenarioRunner, way: Scenario, *, patient: bool) -> Exchange:
        """Go a way; with patience, and where it starts from what was made, for as long as is left of it."""
        if not patient or not way.sources:
            return scene.go(way)
        began = time.monotonic()
        try:
            return scene.wait_for(way, min(LONGEST_WAIT, self.patience))
        finally:
            self.patience -= time.monotonic() - began

    @cached_property
    def _created(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """For each parameter whose things requests make: operations, statuses and expressions, creations first."""
        found: dict[str, dict[tuple[str, str, str], None]] = {}
        for operation in self.operations:
            for status, reply in operation.replies.items():
                for link in reply.links:
                    for name, expression in link.parameters.items():
                        found.setdefault(name, {})[operation.id, status, expression] = None
        made = {
            name
            for name, sources in found.items()
            if any(status in ("201", "202") for _, status, _ in sources)
            or (
                any(self.contract.operations[source].method == "POST" for source, _, _ in sources)
                and not any(self._lists_example(source, name) for source, _, _ in sources)
            )
        }
        rank = {"201": 0, "202": 1}
        return {name: sorted(found[name], key=lambda source: rank.get(source[1], 2)) for name in made}

    def _lists_example(self, source: str, name: str) -> bool:
        """Whether a list shows the example of a parameter already: then it names something that is always there."""
        operation = self.contract.operations[source]
        if operation.method != "GET" or operation.path_parameters:
            return False
        shown = {
            str(value)
            for other in self.contract.operations.values()
            if name in other.path_parameters
            for value in other.path_parameters[name].examples.values()
        }
        return not shown.isdisjoint(strings(value_of(self.scene().wire.send(Call(operation)))))

    @cached_property
    def made(self) -> frozenset[str]:
        """The parameters whose things requests make."""
        return frozenset(self._created)

    @cached_property
    def examples(self) -> Mapping[str, str]:
        """The example id of each parameter whose things are made by requests."""
        return {
            str(next(iter(parameter.examples.values()))): name
            for operation in self.contract.operations.values()
            for name, parameter in operation.path_parameters.items()
            if name in self._created and parameter.examples
        }

    def _round(self, *, missing: bool = False) -> bool:
        """Try everything once with what is known; tells whether anything was found.

        With `missing` only what nothing leads to yet, by ways of which all but the end was gone, and with patience.
        """
        found = False
        for operation in self.operations:
            if missing and self.ways[operation.id]:
                continue
            candidates = (way for way in self._candidates(operation) if not self._enough(way))
            for way in islice(candidates, MAX_TRIES):
                key = (missing, *_key(way))
                if key in self._tried or (missing and (self.ways[operation.id] or not way.sources)):
                    continue
                self._tried.add(key)
                scene = self.scene()
                try:
                    exchange = self._gone(scene, way, patient=missing)
                except UnresolvedError:
                    continue
                if exchange.status < 300:
                    found = True
                    self.ways[operation.id].append(
                        Scenario(operation, way.name, way.call, exchange.status, way.needs, way.link)
                    )
        return found

    def _candidates(self, operation: ContractOperation) -> Iterator[Scenario]:
        for name, call in variants(operation):
            yield Scenario(operation, name, call)
            examples = [
                example
                for example in self.examples
                if example in strings([dict(call.path), dict(call.query), call.body])
            ]
            sources = [list(self.sources(self.examples[example])) for example in examples]
            for chosen in islice(product(*sources), MAX_TRIES):
                pairs = zip(examples, chosen, strict=True)
                needs = tuple((example, source, expression) for example, (source, expression) in pairs)
                yield Scenario(operation, name, call, needs=needs)
        yield from self._links(operation)

    def _reach(self, operation: ContractOperation, status: int) -> Iterator[Scenario]:
        """The ways that are known, and after them what may be ways as well."""
        known = self.to(operation, status)
        yield from known
        if known:
            seen = {_key(way) for way in known}
            yield from islice((way for way in self._candidates(operation) if _key(way) not in seen), MAX_TRIES)

    def _enough(self, way: Scenario) -> bool:
        return sum(known.name == way.name for known in self.ways[way.operation.id]) >= WAYS_PER_EXAMPLE

    def _links(self, operation: ContractOperation) -> Iterator[Scenario]:
        for source in self.operations:
            for status, reply in source.replies.items():
                for link in reply.links:
                    if link.operation == operation.id and link.body is not None:
                        for way in self._reach(source, int(status)):
                            yield Scenario(operation, "link", Call(operation), link=(way, link))

    def sources(self, parameter: str) -> Iterator[tuple[Scenario, str]]:
        """The ways to replies that hold the id of a thing, with the expression that finds it there."""
        for source, status, expression in self._created[parameter]:
            for way in self.to(self.contract.operations[source], int(status)):
                yield way, expression


def is_setting(contract: Contract, operation: ContractOperation) -> bool:
    """Whether an operation changes what is always there, and what no deletion brings back to how it was."""
    beside = contract.paths[operation.target].keys()
    return operation.method == "PUT" and "GET" in beside and "DELETE" not in beside


def variants(operation: ContractOperation) -> Iterator[tuple[str, Call]]:
    """The calls that the document shows: each example of the body, in each mode, and each example of a parameter."""
    paths = {name: str(next(iter(found.examples.values()), name)) for name, found in operation.path_parameters.items()}
    bodies: dict[str, Any] = dict(operation.body.examples) if operation.body is not None else {}
    plain = {} if operation.body_required else {"bare": NO_BODY}
    for name, body in (plain | bodies).items():
        yield name, Call(operation, paths, {}, body)
    modes = [mode for mode in operation.extensions.get("x-modes", []) if "value" in mode]
    for mode in modes:
        for name, body in bodies.items():
            if not any(body.get(other["property"]) == other["value"] for other in modes):
                yield (
                    f"{name}+{mode['property']}",
                    Call(operation, paths, {}, {**body, mode["property"]: mode["value"]}),
                )
    first = next(iter(bodies.values()), NO_BODY) if operation.body_required else NO_BODY
    for parameter in operation.query.values():
        for name, value in parameter.examples.items():
            yield f"{parameter.name}={name}", Call(operation, paths, {parameter.name: value}, first)
    for path_name, found in operation.path_parameters.items():
        for name, value in list(found.examples.items())[1:]:
            yield f"{path_name}={name}", Call(operation, {**paths, path_name: str(value)}, {}, first)


def evaluate(expression: Any, call: Call, exchange: Exchange) -> Any:
    """The value of a runtime expression of OpenAPI.

    Raises:
        UnresolvedError: There is nothing where it points.
    """
    if not isinstance(expression, str) or not expression.startswith("$"):
        return expression
    if expression.startswith("$request.path."):
        return call.path[expression.removeprefix("$request.path.")]
    if expression.startswith("$request.query."):
        return call.query[expression.removeprefix("$request.query.")]
    found = re.fullmatch(r"\$(request|response)\.body#(.*)", expression)
    assert found is not None, f"no such runtime expression: {expression}"
    if found[1] == "response" and exchange.reply_type != JSON:
        raise UnresolvedError(f"{exchange} is not JSON")
    value = call.body if found[1] == "request" else value_of(exchange)
    for step in found[2].split("/")[1:]:
        try:
            value = value[int(step) if isinstance(value, list) else step.replace("~1", "/").replace("~0", "~")]
        except (KeyError, IndexError, TypeError, ValueError):
            raise UnresolvedError(f"{exchange} has nothing at {found[2]}") from None
    if value is None:
        raise UnresolvedError(f"{exchange} has null at {found[2]}")
    return value


def fill(value: Any, call: Call, exchange: Exchange) -> Any:
    """A link's body with its expressions evaluated."""
    if isinstance(value, dict):
        return {key: fill(inner, call, exchange) for key, inner in value.items()}
    if isinstance(value, list):
        return [fill(inner, call, exchange) for inner in value]
    return evaluate(value, call, exchange)


def shown(exchange: Exchange) -> Any:
    """The JSON of a reply, be it a value or the data of events; None where there is none."""
    try:
        if exchange.reply_type == EVENT_STREAM:
            return [
                json.loads(event["data"])
                for event in parse_event_stream(exchange.reply_body).events
                if event["data"][:1] == "{"
            ]
        return value_of(exchange) if exchange.reply_type == JSON else None
    except ValueError:
        return None


def is_deletion(operation: ContractOperation) -> bool:
    """Whether an operation deletes what its path addresses, whole."""
    return operation.method == "DELETE" and operation.body is None and bool(operation.path_parameters)


def named(value: Any) -> Iterator[tuple[str, str]]:
    """Every text in a JSON value with the name of its property."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, str):
                yield key, inner
            else:
                yield from named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from named(inner)


def replaced(value: Any, ids: Mapping[str, str]) -> Any:
    """A JSON value with some of its strings replaced."""
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, dict):
        return {key: replaced(inner, ids) for key, inner in value.items()}
    if isinstance(value, list):
        return [replaced(inner, ids) for inner in value]
    return value


def strings(value: Any) -> set[str]:
    """Every text in a JSON value."""
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {text for part in inner for text in strings(part)}


def _key(way: Scenario) -> tuple[Any, ...]:
    sources = tuple((id(source), expression) for _, source, expression in way.needs)
    link = (id(way.link[0]), way.link[1].name) if way.link is not None else ()
    return (way.operation.id, way.name, sources, link)


def canonical(value: Any) -> str:
    """A JSON value as text in which equal values are equal."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
