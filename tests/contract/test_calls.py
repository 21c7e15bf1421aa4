"""Every operation, by every example, through every shape of the client: what arrives is what the document says."""

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

from .support.caller import KINDS, Caller, canonical_body, is_streamed, mode_of
from .support.raw_client import NO_BODY, Call, assert_fits, text
from .support.scenarios import Scenario, ScenarioRunner, canonical, variants
from .support.serving import RecordedExchange
from .support.spec import contract
from .support.target import Target

LINKED = {
    link.operation
    for operation in contract().operations.values()
    for reply in operation.replies.values()
    for link in reply.links
    if link.body is not None
}


def offered(operation: ContractOperation, call: Call, kind: str) -> bool:
    """Whether the client offers a call: streams are the facade's, and some modes are those of another operation."""
    streams = all(set(operation.replies[status].media) == {EVENT_STREAM} for status in operation.successes[:1])
    if "function" in kind:
        return not streams and not is_streamed(operation, call.body)
    return "method" in (mode_of(operation, call.body) or {"method": ""})


CASES = [
    pytest.param(operation, name, kind, id=f"{operation.id}-{name}-{kind.replace(' ', '_')}")
    for operation in contract().operations.values()
    for name, call in [*variants(operation), *([("link", Call(operation))] if operation.id in LINKED else [])]
    for kind in KINDS
    if offered(operation, call, kind)
]


@pytest.mark.parametrize(("operation", "name", "kind"), CASES)
def test_what_arrives_is_what_the_example_says(
    target: Target, caller: Caller, operation: ContractOperation, name: str, kind: str
) -> None:
    scene = ScenarioRunner(target.wire(caller.organisation))
    way = target.plan.to_sample(operation, name)
    if way is None:
        refused(target, caller, operation, name, kind)
        return
    call = scene.prepare(way)
    reached = caller.call(kind, call)
    seen = last(target, caller)
    assert seen.operation == operation.id
    assert_fits(contract(), seen.exchange, notes=True)
    assert_arrived(call, seen, caller)
    assert seen.exchange.status == way.status
    assert_read(call, seen, reached.wire)


def refused(target: Target, caller: Caller, operation: ContractOperation, name: str, kind: str) -> None:
    """An example that no state makes succeed is refused as documented, and the client says so."""
    ways = target.plan.to(operation)
    if name == "link":
        return  # its examples succeed without
    assert ways, f"no way leads to {operation.id}"
    base = ScenarioRunner(target.wire(caller.organisation)).prepare(ways[0])
    shown = dict(variants(operation))[name]
    own = [key for key, value in shown.path.items() if value != dict(variants(operation))[ways[0].name].path.get(key)]
    call = Call(operation, {**base.path, **{key: shown.path[key] for key in own}}, shown.query, shown.body)
    with pytest.raises((StatusError, errors.StatusError)) as error:
        caller.call(kind, call)
    seen = last(target, caller)
    assert_arrived(call, seen, caller)
    verdict = assert_fits(contract(), seen.exchange)
    assert error.value.status_code == seen.exchange.status
    assert verdict.operation == operation.id


def last(target: Target, caller: Caller) -> RecordedExchange:
    assert target.tap is not None
    return target.tap.last(caller.organisation)


def assert_arrived(call: Call, seen: RecordedExchange, caller: Caller) -> None:
    """The request is the one that was asked for, in every part."""
    exchange, operation = seen.exchange, call.operation
    path = urlsplit(exchange.url).path
    relative = contract().relative(path)
    assert relative is not None
    assert relative[0] == caller.organisation
    assert exchange.method == operation.method
    assert [unquote(part) for part in relative[1].split("/")] == [unquote(part) for part in call.target.split("/")]
    assert sorted(exchange.query) == sorted((name, text(value)) for name, value in call.query.items())
    headers = exchange.request_headers
    assert headers["authorization"] == f"Bearer {caller.token}"
    if call.body is NO_BODY or (call.body == {} and not operation.body_required):
        assert exchange.request_body == b""
        assert "content-type" not in headers
    else:
        assert headers["content-type"] == JSON
        sent = json.loads(exchange.request_body.decode("utf-8"))
        assert canonical(canonical_body(operation, sent)) == canonical(canonical_body(operation, call.body))
    if is_streamed(operation, call.body):
        assert EVENT_STREAM in headers["accept"]
    else:
        assert headers["accept"].startswith(JSON)


def assert_read(call: Call, seen: RecordedExchange, wire: Any) -> None:
    """What the client made of the reply is the reply."""
    exchange = seen.exchange
    if is_streamed(call.operation, call.body) and exchange.reply_type == EVENT_STREAM:
        data = [event["data"] for event in parse_event_stream(exchange.reply_body).events]
        told = [json.loads(text) for text in data if text != "[DONE]"]
        assert [canonical(event) for event in wire] == [canonical(event) for event in told]
    elif exchange.reply_body:
        assert canonical(wire) == canonical(json.loads(exchange.reply_body))
    else:
        assert wire is None


def test_the_organisation_and_the_token_are_those_of_the_client(target: Target, caller: Caller) -> None:
    operation = next(
        found for found in contract().operations.values() if found.method == "GET" and not found.path_parameters
    )
    way = Scenario(operation, "bare", Call(operation))
    caller.call("facade", way.call)
    seen = last(target, caller)
    assert seen.organisation == caller.organisation
    assert parse_qsl(urlsplit(seen.exchange.url).query) == []
