"""Fill an organisation with resources, and find organisations in which an operation can be called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress

from quant_ai_contract import ContractOperation

from .example_calls import is_setting
from .raw_client import NO_BODY, Call, RawClient
from .runtime_expressions import UnresolvedError
from .scenarios import NeededId, Scenario
from .target import Target


def furnished_organisation(target: Target) -> RawClient:
    """An organisation in which everything that can be created was created twice."""
    runner = target.runner()
    for _ in range(2):
        runner.done.clear()
        for operation in target.contract.operations.values():
            if operation.method == "POST" or is_setting(target.contract, operation):
                for scenario in target.planner.scenarios(operation):
                    with suppress(UnresolvedError):  # something that exists already may be in the way
                        runner.run(scenario)
    return runner.client


def places(
    target: Target, furnished: RawClient, operation: ContractOperation
) -> Iterator[tuple[RawClient, Mapping[str, str]]]:
    """Organisations in which an operation can be called, with the values of its path."""
    if not operation.path_parameters:
        yield furnished, {}
        return
    known = target.planner.scenarios(operation)
    for scenario in [*known, *map(_with_least_counts, known)]:
        runner = target.runner()
        call = runner.prepare(scenario)
        target.mock.organisation(runner.client.organisation).advance(60)
        for beside in _beside(target, scenario):
            with suppress(UnresolvedError):
                runner.run(beside)
        yield runner.client, call.path


def _beside(target: Target, scenario: Scenario) -> Iterator[Scenario]:
    """Scenarios that create something in the resources which a scenario uses."""
    sources = {id(need.source) for need in scenario.needs}
    creators = {need.source.operation.id for need in scenario.needs}
    for operation in target.contract.operations.values():
        if creators & {link.operation for reply in operation.replies.values() for link in reply.links}:
            continue  # its link back to the creation means that it removes the resource
        for other in target.planner.scenarios(operation):
            if operation.method == "POST" and sources & {id(need.source) for need in other.needs}:
                yield other


def _with_least_counts(scenario: Scenario) -> Scenario:
    """The same scenario with all counts at their minimum, so that what is split is split into more pieces."""
    needs = tuple(NeededId(need.example, _least(need.source), need.expression) for need in scenario.needs)
    return Scenario(scenario.operation, scenario.name, scenario.call, scenario.status, needs, scenario.link)


def _least(scenario: Scenario) -> Scenario:
    schema = scenario.operation.body.schema if scenario.operation.body is not None else None
    if schema is None or scenario.call.body is NO_BODY:
        return scenario
    counts = {
        name: found.value["minimum"]
        for name, found in schema["properties"].items()
        if found.plain("type") == "integer" and "minimum" in found
    }
    call = Call(scenario.operation, scenario.call.path, scenario.call.query, {**scenario.call.body, **counts})
    return Scenario(scenario.operation, scenario.name, call, scenario.status, scenario.needs, scenario.link)
