"""Organisations are separate: what one of them has, another one neither sees nor changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

import httpx
import pytest

from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import JSON

from .support.cases import each_operation
from .support.client_names import namespace_parameters
from .support.json_values import canonical, without_times
from .support.loaded_spec import contract
from .support.mock_knowledge import knows_ids
from .support.mock_server import STRANGER, recorded_mock_server
from .support.raw_client import Call, RawClient, value_of
from .support.scenarios import Scenario
from .support.target import Target

SEGMENTS = [
    "%2F", "%23", "%3F", "%00", "%25", "%E2%98%83", "a%20b", "%2e%2e", "a+b", "%F0%9F%90%A7", "x" * 500, "%C3%28",
]  # fmt: skip
SHARED = {"modelId"}  # models are the same for every organisation


@each_operation(lambda found: found.path_parameters and "404" in found.replies and knows_ids(found))
def test_a_resource_of_one_organisation_does_not_exist_for_another(
    target: Target, operation: ContractOperation
) -> None:
    scenarios = target.planner.scenarios(operation)
    assert scenarios
    for scenario in scenarios:
        home, elsewhere = target.runner(), target.raw_client()
        call = home.prepare(scenario)
        status = elsewhere.send(call).status
        if is_shared(target, operation) and scenario.needs and status == 400:
            continue  # every organisation has it, and only this one has it in the state that the call needs
        if is_shared(target, operation) or not names_something_created(scenario):
            assert status == scenario.status, f"{scenario!r}: every organisation has it"
        else:
            assert status == 404, f"{scenario!r} works for another organisation"
            assert home.client.send(call).status == scenario.status, "it still exists in its own organisation"
            assert elsewhere.send(call).status == 404, "a request there makes no difference here"


def is_shared(target: Target, operation: ContractOperation) -> bool:
    """Whether the path names only what every organisation has: models, and projects of any name."""
    shared = SHARED | set(namespace_parameters(contract(), operation))
    needs_nothing = any(not scenario.needs for scenario in target.planner.scenarios(operation))
    return needs_nothing and operation.path_parameters.keys() <= shared


def names_something_created(scenario: Scenario) -> bool:
    """Whether an id in the path comes, directly or through other replies, from a request that created something."""
    sources = [need.source for need in scenario.needs if need.example in scenario.call.path.values()]
    sources += [scenario.link[0]] if scenario.link is not None and scenario.link[1].parameters else []
    return any(source.operation.method == "POST" or names_something_created(source) for source in sources)


LISTS = [found for found in contract().operations.values() if found.method == "GET" and not found.path_parameters]


@pytest.fixture(scope="module")
def untouched() -> Iterator[RawClient]:
    """An organisation of a mock server that nobody else uses."""
    with recorded_mock_server(contract()) as server, httpx.Client(timeout=30) as http:
        server.settle()
        yield RawClient(http, f"{server.url}/api/v3/organisations/untouched/ai", "untouched")


@pytest.mark.parametrize("operation", LISTS, ids=lambda operation: operation.id)
def test_a_list_contains_nothing_of_another_organisation(
    target: Target, furnished: RawClient, untouched: RawClient, operation: ContractOperation
) -> None:
    full, fresh = listed(furnished, operation), listed(target.raw_client(), operation)
    assert fresh == listed(untouched, operation)
    assert full != fresh or operation.id == "models_list", "everything but models is created"


def listed(raw: RawClient, operation: ContractOperation) -> str:
    """What a list contains, without times and the server's own address."""
    text = canonical(without_times(value_of(raw.send(Call(operation)))))
    return text.replace(raw.base_url.partition("/api/")[0], "")


@each_operation()
def test_both_spellings_of_the_path_are_the_same_organisation(target: Target, operation: ContractOperation) -> None:
    scenario = target.planner.scenarios(operation)[0]
    runner = target.runner()
    call = runner.prepare(scenario)
    runner.client.base_url = runner.client.base_url.replace("/organisations/", "/organizations/")
    assert runner.client.send(call).status == scenario.status


@each_operation(lambda found: len(found.path_parameters) == 1)
@pytest.mark.parametrize("segment", SEGMENTS)
def test_an_id_of_any_characters_is_one_segment_and_not_found(
    target: Target, operation: ContractOperation, segment: str
) -> None:
    raw = target.raw_client()
    (name,) = operation.path_parameters
    path = operation.target.replace(f"{{{name}}}", segment)
    body = next(iter(operation.body.examples.values())) if operation.body is not None else None
    headers = {"Authorization": f"Bearer {raw.token}", **({"Content-Type": JSON} if body is not None else {})}
    content = json.dumps(body).encode() if body is not None else None
    reply = raw.http.request(operation.method, f"{raw.base_url}{path}", headers=headers, content=content)
    if "404" in operation.replies and knows_ids(operation):
        assert reply.status_code == 404, reply.text
    assert reply.status_code < 300 or reply.status_code == 404, reply.text
    assert reply.headers.get("content-type", JSON) == JSON


def test_a_token_is_good_for_its_own_organisations_alone(target: Target) -> None:
    operations = contract().operations.values()
    operation = next(found for found in operations if found.method == "GET" and not found.path_parameters)
    assert target.raw_client("elsewhere", STRANGER).send(Call(operation)).status == 200
    assert target.raw_client(quote("else where"), STRANGER).send(Call(operation)).status == 403
