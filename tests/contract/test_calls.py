"""Every operation, with every example, through every interface of the client: what arrives is what the spec says."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from quant_ai import StatusError
from quant_ai_client import errors
from quant_ai_contract import ContractOperation
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON
from quant_ai_contract.event_streams import parse_event_stream

from .support.client_names import canonical_body
from .support.example_calls import example_calls, is_streamed, mode_of
from .support.json_values import canonical
from .support.loaded_spec import contract
from .support.raw_client import NO_BODY, Call, assert_fits, text
from .support.recorder import RecordedExchange
from .support.scenarios import ScenarioRunner
from .support.target import Target
from .support.tested_client import INTERFACES, ClientUnderTest

LINKED = {
    link.operation
    for operation in contract().operations.values()
    for reply in operation.replies.values()
    for link in reply.links
    if link.body is not None
}


def is_offered(operation: ContractOperation, call: Call, interface: str) -> bool:
    """Whether the client has a call: only the facade reads streams, and some modes belong to another operation."""
    streams = all(set(operation.replies[status].media) == {EVENT_STREAM} for status in operation.successes[:1])
    if "function" in interface:
        return not streams and not is_streamed(operation, call.body)
    return "method" in (mode_of(operation, call.body) or {"method": ""})


CASES = [
    pytest.param(operation, name, interface, id=f"{operation.id}-{name}-{interface.replace(' ', '_')}")
    for operation in contract().operations.values()
    for name, call in [*example_calls(operation), *([("link", Call(operation))] if operation.id in LINKED else [])]
    for interface in INTERFACES
    if is_offered(operation, call, interface)
]


@pytest.mark.parametrize(("operation", "name", "interface"), CASES)
def test_what_arrives_is_what_the_example_says(
    target: Target, client: ClientUnderTest, operation: ContractOperation, name: str, interface: str
) -> None:
    scenario = target.planner.scenario(operation, name)
    if scenario is None:
        assert_refused(target, client, operation, name, interface)
        return
    call = ScenarioRunner(target.raw_client(client.organisation)).prepare(scenario)
    result = client.call(interface, call)
    arrived = target.last(client.organisation)
    assert arrived.operation == operation.id
    assert_fits(contract(), arrived.exchange, notes=True)
    assert_arrived(call, arrived, client)
    assert arrived.exchange.status == scenario.status
    assert_read(call, arrived, result.wire)


def assert_refused(
    target: Target, client: ClientUnderTest, operation: ContractOperation, name: str, interface: str
) -> None:
    """An example that succeeds in no state is refused as documented, and the client raises that."""
    examples = dict(example_calls(operation))
    assert name in examples, f"no scenario of {operation.id} is called {name}"
    scenarios = target.planner.scenarios(operation)
    assert scenarios, f"no scenario of {operation.id}"
    successful = ScenarioRunner(target.raw_client(client.organisation)).prepare(scenarios[0])
    example = examples[name]
    other = examples.get(scenarios[0].name, example)
    own = {key: value for key, value in example.path.items() if value != other.path.get(key)}
    call = Call(operation, {**successful.path, **own}, example.query, example.body)
    with pytest.raises((StatusError, errors.StatusError)) as error:
        client.call(interface, call)
    arrived = target.last(client.organisation)
    assert_arrived(call, arrived, client)
    verdict = assert_fits(contract(), arrived.exchange)
    assert error.value.status_code == arrived.exchange.status
    assert verdict.operation == operation.id


def assert_arrived(call: Call, arrived: RecordedExchange, client: ClientUnderTest) -> None:
    """The request is the call, in every part."""
    exchange, operation = arrived.exchange, call.operation
    relative = contract().relative(urlsplit(exchange.url).path)
    assert relative is not None
    assert relative[0] == client.organisation
    assert exchange.method == operation.method
    assert [unquote(part) for part in relative[1].split("/")] == [unquote(part) for part in call.target.split("/")]
    assert sorted(exchange.query) == sorted((name, text(value)) for name, value in call.query.items())
    headers = exchange.request_headers
    assert headers["authorization"] == f"Bearer {client.token}"
    if call.body is NO_BODY or (call.body == {} and not operation.body_required):
        assert exchange.request_body == b""
        assert "content-type" not in headers
    else:
        assert headers["content-type"] == JSON
        body = json.loads(exchange.request_body.decode("utf-8"))
        assert canonical(canonical_body(operation, body)) == canonical(canonical_body(operation, call.body))
    if is_streamed(operation, call.body):
        assert EVENT_STREAM in headers["accept"]
    else:
        assert headers["accept"].startswith(JSON)


def assert_read(call: Call, arrived: RecordedExchange, wire: Any) -> None:
    """What the client returned is the reply."""
    exchange = arrived.exchange
    if is_streamed(call.operation, call.body) and exchange.reply_type == EVENT_STREAM:
        data = [event["data"] for event in parse_event_stream(exchange.reply_body).events]
        sent = [json.loads(text) for text in data if text != "[DONE]"]
        assert [canonical(event) for event in wire] == [canonical(event) for event in sent]
    elif exchange.reply_body:
        assert canonical(wire) == canonical(json.loads(exchange.reply_body))
    else:
        assert wire is None


def test_the_organisation_and_the_token_are_those_of_the_client(target: Target, client: ClientUnderTest) -> None:
    operations = contract().operations.values()
    operation = next(found for found in operations if found.method == "GET" and not found.path_parameters)
    client.call("facade", Call(operation))
    arrived = target.last(client.organisation)
    assert arrived.organisation == client.organisation
    assert arrived.exchange.request_headers["authorization"] == f"Bearer {client.token}"
    assert parse_qsl(urlsplit(arrived.exchange.url).query) == []
