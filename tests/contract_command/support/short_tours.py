"""A tour of one operation: the requests that an application and its tests make, whose recording is judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

import httpx
from tests.contract.mutations.mutation import Mutation
from tests.contract.support.example_calls import first_example, is_streamed
from tests.contract.support.furnished import furnished_organisation, places
from tests.contract.support.mock_server import STRANGER
from tests.contract.support.raw_client import NO_BODY, Call, RawClient, value_of
from tests.contract.support.runtime_expressions import UnresolvedError, evaluate
from tests.contract.support.scenarios import Scenario, ScenarioRunner
from tests.contract.support.target import Target

from quant_ai_contract import ContractOperation, Exchange

SCENARIOS = 2
PLACES = 2
BESIDE = ("models_list", "agents_list", "sessions_list", "tools_list", "tasks_list", "files_list")


@dataclass
class ShortTour:
    """Makes the requests; `target` is a mock server behind a recorder."""

    target: Target
    furnished: RawClient | None = None

    def of(self, mutation: Mutation) -> Iterator[Exchange]:
        """The exchanges of a tour of what a mutation concerns."""
        begin = self.target.recorder.count
        for operation in self._operations(mutation):
            with suppress(httpx.HTTPError, UnresolvedError, ValueError):  # a mutated server may say anything
                self._tour(operation)
        seen = list(self.target.recorder.exchanges)
        for one in seen[len(seen) - (self.target.recorder.count - begin) :]:
            yield replace(one.exchange, reply_pieces=len(one.chunks))

    def _operations(self, mutation: Mutation) -> list[ContractOperation]:
        every = self.target.contract.operations
        if mutation.operation is None:
            return []
        return [one for one in every.values() if mutation.operation in (one.id, one.target)]

    def _tour(self, operation: ContractOperation) -> None:
        raw = self.target.raw_client()
        self._beside(raw)
        known = self.target.planner.scenarios(operation)
        streamed = [one for one in known if is_streamed(operation, one.call.body)]
        for scenario in {id(one): one for one in (*known[:SCENARIOS], *streamed[:1])}.values():
            self._scenario(operation, scenario)
        self._examples(raw, operation)
        self._tokens(raw, operation)
        self._bad_bodies(operation)
        self._lists(operation)

    def _beside(self, raw: RawClient, **how: Any) -> None:
        for name in (name for name in BESIDE if name in self.target.contract.operations):
            raw.send(Call(self.target.contract.operations[name]), **how)

    def _scenario(self, operation: ContractOperation, scenario: Scenario) -> None:
        """A success, what its links lead to, the same once more, in the other spelling, and in another organisation."""
        runner = self.target.runner()
        call = runner.prepare(scenario)
        exchange = runner.client.send(call)
        paths = self.target.contract.paths
        around = [paths[operation.target], paths.get(operation.target.rsplit("/", 1)[0], {})]
        for getter in (one["GET"] for one in around if "GET" in one):
            runner.client.send(Call(getter, {name: call.path.get(name, "") for name in getter.path_parameters}))
        self._links(runner, call, exchange)
        other = self.target.raw_client()
        self._beside(other)
        other.send(call)
        runner.client.send(call)
        self._respelt(scenario)

    def _links(self, runner: ScenarioRunner, call: Call, exchange: Exchange) -> None:
        for link in call.operation.replies[str(exchange.status)].links if exchange.status < 300 else ():
            target = self.target.contract.operations[link.operation]
            with suppress(UnresolvedError, KeyError):
                path = {name: str(evaluate(value, call, exchange)) for name, value in link.parameters.items()}
                if target.method == "GET":
                    runner.client.send(Call(target, {name: path[name] for name in target.path_parameters}))

    def _respelt(self, scenario: Scenario) -> None:
        runner = self.target.runner()
        self._beside(runner.client)
        usual = runner.client.base_url
        call = runner.prepare(scenario)
        if call.operation.method != "DELETE":
            runner.client.send(call)
        runner.client.base_url = usual.replace("/organisations/", "/organizations/")
        self._beside(runner.client)
        runner.client.send(call)

    def _examples(self, raw: RawClient, operation: ContractOperation) -> None:
        """An example with every documented status, and methods that paths do not have."""
        call = first_example(operation)
        raw.send(call)
        for status in operation.replies:
            raw.send(call, {"Prefer": f"code={status}"})
        raw.send(call, method="PATCH")
        self._beside(raw, method="PATCH")

    def _tokens(self, raw: RawClient, operation: ContractOperation) -> None:
        call = first_example(operation)
        for token in ("Bearer not-a-token", f"Bearer {STRANGER}", ""):
            self._beside(raw, headers={"Authorization": token})
            raw.send(call, {"Authorization": token})

    def _bad_bodies(self, operation: ContractOperation) -> None:
        """A body that is broken JSON, and one of another content type."""
        if operation.body is not None:
            runner = self.target.runner()
            call = runner.prepare(self.target.planner.scenarios(operation)[0])
            if call.body is not NO_BODY:
                runner.client.send(call, content=call.content[:-1])
                runner.client.send(call, {"Content-Type": "text/plain"})

    def _lists(self, operation: ContractOperation) -> None:
        """Two of what a list lists, its pages, and its filters."""
        paging = operation.extensions.get("x-pagination", {})
        limit = paging.get("limit", "limit")
        if operation.method != "GET" or not operation.query:
            return
        for place, (raw, path) in enumerate(places(self.target, self._furnished(), operation)):
            if place == PLACES:
                return
            for body in self._bodies(operation):
                raw.send(body)
            position: dict[str, Any] = {}
            for number in range(1, 4):
                query = {**({limit: 1} if limit in operation.query else {}), **position}
                page = value_of(raw.send(Call(operation, path, query)))
                if paging.get("style") == "offset":
                    position = {paging["offset"]: number}
                elif isinstance(page, dict) and page.get(paging.get("next", "")):
                    position = {paging["cursor"]: page[paging["next"]]}
            for name, parameter in operation.query.items():
                for value in [*parameter.examples.values(), *parameter.schema.plain("enum", [])][:4]:
                    raw.send(Call(operation, path, {name: value}))

    def _furnished(self) -> RawClient:
        """An organisation with two of everything."""
        if self.furnished is None:
            self.furnished = furnished_organisation(self.target)
        return self.furnished

    def _bodies(self, operation: ContractOperation) -> Sequence[Call]:
        """Requests that create what a list lists, with different values for its filters."""
        create = self.target.contract.paths[operation.target].get("POST")
        if create is None or create.body is None or create.body.schema is None or create.path_parameters:
            return []
        found = []
        for body in create.body.examples.values():
            for name in operation.query:
                if name in create.body.schema["properties"].value:
                    values = create.body.schema["properties"][name].plain("enum") or ["one", "another"]
                    found += [Call(create, {}, {}, {**body, name: value}) for value in values[:2]]
            found += [Call(create, {}, {}, body)]
        return found
