"""What requests leave behind: resources that are created, updated, deleted, and results that are accepted once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest

from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import JSON, DocumentedLink

from .support.cases import each_operation
from .support.json_values import canonical, names, unwrapped
from .support.loaded_spec import contract
from .support.mock_knowledge import keeps
from .support.raw_client import NO_BODY, Call, assert_fits, value_of
from .support.runtime_expressions import UnresolvedError, evaluate
from .support.target import Target

OPERATIONS = contract().operations
LINKED = [
    pytest.param(source, link, id=f"{source.id}-{link.name}")
    for source in OPERATIONS.values()
    for link in (source.replies["201"].links if "201" in source.replies else ())
    if OPERATIONS[link.operation].path_parameters and OPERATIONS[link.operation].method != "POST"
]


@pytest.mark.parametrize(("source", "link"), LINKED)
def test_what_was_created_exists(target: Target, source: ContractOperation, link: DocumentedLink) -> None:
    exchange = target.planner.follow(source, 201, link)
    assert not isinstance(exchange, str), exchange
    assert exchange.status < 300
    assert_fits(contract(), exchange)


def readers(operation: ContractOperation) -> Iterator[tuple[ContractOperation, DocumentedLink]]:
    """The operations that read what an operation creates, with the links to them."""
    for link in operation.replies["201"].links:
        reader = OPERATIONS[link.operation]
        one_of_many = any("/0/" in str(value) for value in link.parameters.values())
        in_json = JSON in reader.replies[reader.successes[0]].media
        if reader.method == "GET" and reader.path_parameters and in_json and not one_of_many:
            yield reader, link


def shown_names(operation: ContractOperation) -> set[str]:
    """The names of all properties in the example replies to a creation, and of those that read what was created."""
    replies = [operation.replies["201"], *(reader.replies["200"] for reader, _ in readers(operation))]
    return {
        name for reply in replies for media in reply.media.values() for name in names(list(media.examples.values()))
    }


CREATED = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPERATIONS.values()
    if operation.body is not None and "201" in operation.replies
    for name, body in operation.body.examples.items()
    if body.keys() & shown_names(operation)
]


@pytest.mark.parametrize(("operation", "name"), CREATED)
def test_what_was_created_reads_back(target: Target, operation: ContractOperation, name: str) -> None:
    """Every property that replies show of a new resource has the value that the request gave it."""
    scenario = target.planner.scenario(operation, name)
    assert scenario is not None
    runner = target.runner()
    call = runner.prepare(scenario)
    created = runner.client.send(call)
    resources = [unwrapped(value_of(created), call.body)]
    for reader, link in readers(operation):
        with suppress(UnresolvedError):
            path = {key: str(evaluate(value, call, created)) for key, value in link.parameters.items()}
            resources.append(unwrapped(value_of(runner.client.send(Call(reader, path))), call.body))
    compared = 0
    for resource in resources:
        for key, value in call.body.items():
            if key in resource:
                compared += 1
                kept = {inner: resource[key][inner] for inner in value} if isinstance(value, dict) else resource[key]
                assert canonical(kept) == canonical(value), key
    assert compared


UPDATES = [
    pytest.param(operation, name, id=f"{operation.id}-{name}")
    for operation in OPERATIONS.values()
    if operation.method == "PUT" and operation.body is not None and "GET" in contract().paths[operation.target]
    if keeps(operation)
    for name in operation.body.examples
]


@pytest.mark.parametrize(("operation", "name"), UPDATES)
def test_what_was_updated_reads_back(target: Target, operation: ContractOperation, name: str) -> None:
    scenario = target.planner.scenario(operation, name)
    assert scenario is not None
    runner = target.runner()
    getter = contract().paths[operation.target]["GET"]
    call = runner.prepare(scenario)
    before = value_of(runner.client.send(Call(getter, call.path)))
    assert runner.client.send(call).status == scenario.status
    after = value_of(runner.client.send(Call(getter, call.path)))
    new, old = unwrapped(after, call.body), unwrapped(before, call.body)
    read_back = [key for key in call.body if key in new]
    if not read_back or any(key in old and old[key] != value for key, value in call.body.items()):
        assert canonical(before) != canonical(after), "the update changed nothing"
    for key in read_back:
        if key == "version":
            assert new[key] == call.body[key] + 1, "the request has the version that it replaces"
        else:
            assert canonical(new[key]) == canonical(call.body[key]), key


@each_operation(lambda found: found.method == "DELETE" and not found.body and found.path.endswith("}"))
def test_what_was_deleted_is_gone(target: Target, operation: ContractOperation) -> None:
    scenario = target.planner.scenarios(operation)[0]
    runner = target.runner()
    call = runner.prepare(scenario)
    (identity,) = call.path.values()
    listing = contract().paths[operation.target.rsplit("/", 1)[0]].get("GET")
    getter = contract().paths[operation.target].get("GET")
    assert listing is not None or getter is not None
    if listing is not None:
        assert identity in canonical(value_of(runner.client.send(Call(listing))))
    assert runner.client.send(call).status == scenario.status
    assert runner.client.send(call).status == 404
    if getter is not None:
        assert runner.client.send(Call(getter, call.path)).status == 404
    if listing is not None:
        assert identity not in canonical(value_of(runner.client.send(Call(listing))))


@each_operation(lambda found: found.body is not None)
def test_an_unknown_property_in_a_request_is_ignored(target: Target, operation: ContractOperation) -> None:
    scenario = target.planner.scenarios(operation)[0]
    runner = target.runner()
    call = runner.prepare(scenario)
    body = {**({} if call.body is NO_BODY else call.body), "noSuchProperty": {"a": [1]}}
    assert runner.client.send(Call(operation, call.path, call.query, body)).status == scenario.status


def takes_results(operation: ContractOperation) -> bool:
    """Whether a link leads here whose body has values of the reply, as the results of tools do."""
    links = [link for found in OPERATIONS.values() for reply in found.replies.values() for link in reply.links]
    filled = any(link.operation == operation.id and link.body is not None for link in links)
    return filled and operation.extensions.get("x-idempotent") is True and not operation.path_parameters


@each_operation(takes_results, may_be_none=True)
def test_tool_results_are_accepted_once(target: Target, operation: ContractOperation) -> None:
    scenario = next(found for found in target.planner.scenarios(operation) if found.link is not None)
    runner = target.runner()
    call = runner.prepare(scenario)
    assert runner.client.send(call).status == scenario.status
    again = runner.client.send(call)
    assert again.status == 404, f"{again}: the id was good for one set of results"
    assert_fits(contract(), again)
