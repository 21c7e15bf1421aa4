"""A scenario is a call that succeeds, with the calls that must come before it; a runner makes them."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from quant_ai_contract import ContractOperation, Exchange
from quant_ai_contract.contract_operations import DocumentedLink

from .json_values import replaced
from .raw_client import Call, RawClient, value_of
from .runtime_expressions import UnresolvedError, evaluate, fill

FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0


@dataclass(frozen=True)
class NeededId:
    """An id that a scenario needs: the example in its place, and where the real id comes from."""

    example: str
    source: Scenario
    expression: str


@dataclass(frozen=True, eq=False)
class Scenario:
    """A successful call of an operation, with the calls that must come before it."""

    operation: ContractOperation
    name: str
    call: Call
    status: int = 0
    needs: tuple[NeededId, ...] = ()
    link: tuple[Scenario, DocumentedLink] | None = None

    def __repr__(self) -> str:
        sources = ", ".join(map(repr, self.sources))
        return f"{self.operation.id}[{self.name}]" + (f" after {sources}" if sources else "")

    @property
    def sources(self) -> list[Scenario]:
        """The scenarios that this one takes values from."""
        return [need.source for need in self.needs] + ([self.link[0]] if self.link is not None else [])

    @property
    def key(self) -> tuple[Any, ...]:
        """Equal for scenarios that make the same calls."""
        needs = tuple((id(need.source), need.expression) for need in self.needs)
        link = (id(self.link[0]), self.link[1].name) if self.link is not None else ()
        return (self.operation.id, self.name, needs, link)


@dataclass
class ScenarioRunner:
    """Runs scenarios in one organisation. A call that several scenarios share is made once."""

    client: RawClient
    done: dict[int, tuple[Call, Exchange]] = field(default_factory=dict, repr=False)

    def run(self, scenario: Scenario) -> Exchange:
        """Make the calls of a scenario, and return the last reply."""
        return self.result(scenario)[1]

    def result(self, scenario: Scenario) -> tuple[Call, Exchange]:
        """The last call of a scenario and its reply. A scenario that was run before is not run again."""
        if id(scenario) not in self.done:
            call = self.prepare(scenario)
            self.done[id(scenario)] = (call, self.client.send(call))
        return self.done[id(scenario)]

    def prepare(self, scenario: Scenario) -> Call:
        """Make the calls that must come first, and return the call that is left."""
        real = {need.example: str(evaluate(need.expression, *self.result(need.source))) for need in scenario.needs}
        call = scenario.call if scenario.link is None else self._over_link(scenario.call, *scenario.link)
        return Call(
            call.operation,
            {name: str(replaced(value, real)) for name, value in call.path.items()},
            {name: replaced(value, real) for name, value in call.query.items()},
            replaced(call.body, real),
        )

    def _over_link(self, call: Call, source: Scenario, link: DocumentedLink) -> Call:
        before, exchange = self.result(source)
        path, query = {**call.path}, {**call.query}
        for name, expression in link.parameters.items():
            value = evaluate(expression, before, exchange)
            (path if name in call.operation.path_parameters else query)[name] = value
        return Call(call.operation, path, query, call.body if link.body is None else fill(link.body, before, exchange))

    def retry(self, scenario: Scenario, seconds: float) -> Exchange:
        """Run a scenario until it succeeds or the time is up, repeating the reads that it takes values from."""
        until = time.monotonic() + seconds
        pause = FIRST_PAUSE
        while True:
            try:
                exchange = self.run(scenario)
                if exchange.status < 300 or time.monotonic() >= until:
                    return exchange
            except UnresolvedError:
                if time.monotonic() >= until or self._is_final(scenario):
                    raise
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)
            self._forget(scenario)

    def _forget(self, scenario: Scenario) -> None:
        self.done.pop(id(scenario), None)
        for source in scenario.sources:
            if source.operation.method == "GET":
                self._forget(source)

    def _is_final(self, scenario: Scenario) -> bool:
        """Whether a source was refused, or is a job that has ended: then retrying is of no use."""
        return any(self._is_final(source) or self._has_ended(source) for source in scenario.sources)

    def _has_ended(self, scenario: Scenario) -> bool:
        if id(scenario) not in self.done:
            return False
        _, exchange = self.done[id(scenario)]
        polling = scenario.operation.extensions.get("x-polling")
        ends = [*polling["succeeded"], *polling["failed"]] if polling else []
        return exchange.status >= 300 or (bool(ends) and value_of(exchange)[polling["state"]] in ends)
