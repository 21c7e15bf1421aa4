"""Find scenarios for every operation, from the spec alone.

An example names resources (`/sessions/{sessionId}`, `"agentId": "8b7e…"`) that must exist first, and some operations
need their resource in a certain state. The links in the spec say where ids come from. The planner tries each operation
with its examples, and with the ids that links of other replies give. A call that succeeds becomes a scenario, and in
turn a source of ids. No operation is named here, so a new operation needs no new code.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import islice, product
from typing import Any

from quant_ai_contract import Contract, ContractOperation, Exchange
from quant_ai_contract.contract_operations import DocumentedLink

from .example_calls import example_calls, is_setting
from .json_values import strings
from .raw_client import NO_BODY, Call, assert_reply_fits, value_of
from .runtime_expressions import UnresolvedError
from .scenarios import NeededId, Scenario, ScenarioRunner

SCENARIOS_PER_EXAMPLE = 2
MAX_TRIES = 100
LONGEST_WAIT = 10  # seconds for one state that takes time


class ScenarioPlanner:
    """The scenarios of every operation of a service, found by trying.

    Args:
        contract: The contract that the service keeps.
        new_runner: Makes a runner for each try.
        safe: Only try operations that read.
        settings: Also try operations that change settings of the whole organisation.
        patience: Seconds to spend in all on waiting for states that take time.
    """

    def __init__(
        self,
        contract: Contract,
        new_runner: Callable[[], ScenarioRunner],
        *,
        safe: bool = False,
        settings: bool = True,
        patience: float = 0,
    ) -> None:
        self.contract = contract
        self.new_runner = new_runner
        self.patience = patience
        self.operations = [
            operation
            for operation in contract.operations.values()
            if (not safe or operation.method == "GET") and (settings or not is_setting(contract, operation))
        ]
        self.found: dict[str, list[Scenario]] = {operation.id: [] for operation in self.operations}
        self._tried: set[tuple[Any, ...]] = set()
        while self._round():
            pass
        while self.patience > 0 and self._round(missing=True):
            pass

    def scenarios(self, operation: ContractOperation, status: int | None = None) -> list[Scenario]:
        """The scenarios of an operation, or those that end with this status."""
        found = self.found.get(operation.id, [])
        return [scenario for scenario in found if status is None or scenario.status == status]

    def scenario(self, operation: ContractOperation, name: str) -> Scenario | None:
        """The first scenario of an operation with the example of this name."""
        return next((scenario for scenario in self.scenarios(operation) if scenario.name == name), None)

    def follow(self, source: ContractOperation, status: int, link: DocumentedLink) -> Exchange | str:
        """Get a reply with this status and follow its link. Returns the last exchange, or why there is none."""
        target = self.contract.operations[link.operation]
        bodies = target.body.examples if target.body is not None else {}
        body = next(iter(bodies.values()), NO_BODY) if target.body_required or link.body is not None else NO_BODY
        reason = f"no scenario ends with {source.id} {status}"
        for patient in (False, True) if self.patience > 0 else (False,):
            for before in [None, *self.scenarios(target)]:
                for scenario in self._known_or_possible(source, status):
                    runner = self.new_runner()
                    try:
                        if before is not None:
                            runner.prepare(before)
                        if self._run(runner, scenario, patient=patient).status != status:
                            continue
                        over = Scenario(target, "link", Call(target, body=body), link=(scenario, link))
                        exchange = self._run(runner, over, patient=patient)
                    except UnresolvedError as error:
                        reason = str(error)
                        continue
                    if exchange.status < 300:
                        return exchange
                    assert_reply_fits(self.contract, exchange)
                    reason = f"{exchange}: {exchange.reply_body[:200]!r} ({scenario!r})"
        return reason

    def sources(self, parameter: str) -> Iterator[tuple[Scenario, str]]:
        """The scenarios whose reply contains the id of a created resource, with the expression that finds it."""
        for source, status, expression in self._creating_links[parameter]:
            for scenario in self.scenarios(self.contract.operations[source], int(status)):
                yield scenario, expression

    @cached_property
    def created_parameters(self) -> frozenset[str]:
        """The path parameters that name resources which requests create."""
        return frozenset(self._creating_links)

    @cached_property
    def example_ids(self) -> Mapping[str, str]:
        """The parameter of each example id that names a created resource."""
        return {
            str(next(iter(parameter.examples.values()))): name
            for operation in self.contract.operations.values()
            for name, parameter in operation.path_parameters.items()
            if name in self._creating_links and parameter.examples
        }

    @cached_property
    def _creating_links(self) -> Mapping[str, list[tuple[str, str, str]]]:
        """For each such parameter: the operation, status and expression of each link to it, creations first."""
        found: dict[str, dict[tuple[str, str, str], None]] = {}
        for operation in self.operations:
            for status, reply in operation.replies.items():
                for link in reply.links:
                    for name, expression in link.parameters.items():
                        found.setdefault(name, {})[operation.id, status, expression] = None
        created = {
            name
            for name, sources in found.items()
            if any(status in ("201", "202") for _, status, _ in sources)
            or (
                any(self.contract.operations[source].method == "POST" for source, _, _ in sources)
                and not any(self._lists_example(source, name) for source, _, _ in sources)
            )
        }
        rank = {"201": 0, "202": 1}
        return {name: sorted(found[name], key=lambda source: rank.get(source[1], 2)) for name in created}

    def _lists_example(self, source: str, name: str) -> bool:
        """Whether a list already contains the example of a parameter: then that resource always exists."""
        operation = self.contract.operations[source]
        if operation.method != "GET" or operation.path_parameters:
            return False
        examples = {
            str(value)
            for other in self.contract.operations.values()
            if name in other.path_parameters
            for value in other.path_parameters[name].examples.values()
        }
        return not examples.isdisjoint(strings(value_of(self.new_runner().client.send(Call(operation)))))

    def _round(self, *, missing: bool = False) -> bool:
        """Try everything once with the ids that are known. Returns whether a scenario was found.

        With `missing`, only try operations that have no scenario yet, and wait for states that take time.
        """
        found = False
        for operation in self.operations:
            if missing and self.found[operation.id]:
                continue
            candidates = (candidate for candidate in self._candidates(operation) if not self._has_enough(candidate))
            for candidate in islice(candidates, MAX_TRIES):
                key = (missing, *candidate.key)
                if key in self._tried or (missing and (self.found[operation.id] or not candidate.sources)):
                    continue
                self._tried.add(key)
                try:
                    exchange = self._run(self.new_runner(), candidate, patient=missing)
                except UnresolvedError:
                    continue
                if exchange.status < 300:
                    found = True
                    self.found[operation.id].append(
                        Scenario(
                            operation, candidate.name, candidate.call, exchange.status, candidate.needs, candidate.link
                        )
                    )
        return found

    def _run(self, runner: ScenarioRunner, scenario: Scenario, *, patient: bool) -> Exchange:
        """Run a scenario; if patient and it has sources, retry it for what is left of the patience."""
        if not patient or not scenario.sources:
            return runner.run(scenario)
        began = time.monotonic()
        try:
            return runner.retry(scenario, min(LONGEST_WAIT, self.patience))
        finally:
            self.patience -= time.monotonic() - began

    def _has_enough(self, candidate: Scenario) -> bool:
        known = self.found[candidate.operation.id]
        return sum(scenario.name == candidate.name for scenario in known) >= SCENARIOS_PER_EXAMPLE

    def _candidates(self, operation: ContractOperation) -> Iterator[Scenario]:
        """Calls of an operation that may succeed: its examples, with every source of the ids in them."""
        for name, call in example_calls(operation):
            yield Scenario(operation, name, call)
            present = strings([dict(call.path), dict(call.query), call.body])
            examples = [example for example in self.example_ids if example in present]
            sources = [list(self.sources(self.example_ids[example])) for example in examples]
            for chosen in islice(product(*sources), MAX_TRIES):
                pairs = zip(examples, chosen, strict=True)
                needs = tuple(NeededId(example, source, expression) for example, (source, expression) in pairs)
                yield Scenario(operation, name, call, needs=needs)
        yield from self._over_links(operation)

    def _over_links(self, operation: ContractOperation) -> Iterator[Scenario]:
        for source in self.operations:
            for status, reply in source.replies.items():
                for link in reply.links:
                    if link.operation == operation.id and link.body is not None:
                        for scenario in self._known_or_possible(source, int(status)):
                            yield Scenario(operation, "link", Call(operation), link=(scenario, link))

    def _known_or_possible(self, operation: ContractOperation, status: int) -> Iterator[Scenario]:
        """The known scenarios that end with this status, followed by candidates if there are any known ones."""
        known = self.scenarios(operation, status)
        yield from known
        if known:
            seen = {scenario.key for scenario in known}
            others = (candidate for candidate in self._candidates(operation) if candidate.key not in seen)
            yield from islice(others, MAX_TRIES)
