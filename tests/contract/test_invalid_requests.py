"""Requests that break the spec: each of them is refused with the status for its fault."""

from __future__ import annotations

import json

import pytest

from quant_ai_contract import ContractOperation
from quant_ai_contract.request_checks import check_query

from .support.cases import each_operation
from .support.example_calls import example_calls, first_example
from .support.loaded_spec import contract
from .support.raw_client import NO_BODY, Call, assert_reply_fits, value_of
from .support.target import Target

LARGE = 26 * 1024 * 1024  # more than the 25 MB that the service accepts
METHODS = ("GET", "PUT", "POST", "DELETE", "PATCH", "QUERY")


def call_with_body(operation: ContractOperation) -> Call:
    return next(call for _, call in example_calls(operation) if call.body is not NO_BODY)


@each_operation(lambda found: "413" in found.replies)
def test_a_body_over_the_limit_is_too_large(target: Target, operation: ContractOperation) -> None:
    call = first_example(operation)
    content = json.dumps({**call.body, "padding": "x" * LARGE}).encode()
    exchange = target.raw_client().send(call, content=content)
    assert exchange.status == 413
    assert_reply_fits(contract(), exchange)


@each_operation(lambda found: found.body is not None)
@pytest.mark.parametrize("content", [b"[1]", b'"text"', b"7", b"true"])
def test_a_body_that_is_not_an_object_is_invalid(target: Target, operation: ContractOperation, content: bytes) -> None:
    exchange = target.raw_client().send(first_example(operation), content=content)
    assert exchange.status == 422
    assert value_of(exchange)["errors"]
    assert_reply_fits(contract(), exchange)


@each_operation(lambda found: found.body is not None and found.body_required)
@pytest.mark.parametrize("content", [None, b"null"])
def test_a_missing_body_is_invalid(target: Target, operation: ContractOperation, content: bytes | None) -> None:
    call = Call(operation, first_example(operation).path)
    exchange = target.raw_client().send(call) if content is None else target.raw_client().send(call, content=content)
    assert exchange.status == 422
    assert_reply_fits(contract(), exchange)


@each_operation(lambda found: found.body is not None)
@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_body_of_another_content_type_is_not_read(
    target: Target, operation: ContractOperation, content_type: str
) -> None:
    exchange = target.raw_client().send(call_with_body(operation), {"Content-Type": content_type})
    assert exchange.status == 415


@each_operation(lambda found: found.body is not None)
def test_broken_json_is_a_bad_request(target: Target, operation: ContractOperation) -> None:
    call = call_with_body(operation)
    exchange = target.raw_client().send(call, content=call.content[:-1])
    assert exchange.status == 400
    assert_reply_fits(contract(), exchange)


@each_operation(lambda found: any(found.replies[status].media for status in found.successes))
def test_an_accept_header_without_an_offered_type_is_not_acceptable(
    target: Target, operation: ContractOperation
) -> None:
    exchange = target.raw_client().send(first_example(operation), {"Accept": "image/png"})
    assert exchange.status == 406


INVALID_QUERIES = [
    pytest.param(operation, name, value, id=f"{operation.id}-{name}-{value}")
    for operation in contract().operations.values()
    for name, parameter in operation.query.items()
    for value in ("no such value", "-1", "0", "1.5", "101", "1000000", "", "TRUE", "01")
    if list(check_query(operation, [(name, value)]))
]


@pytest.mark.parametrize(("operation", "name", "value"), INVALID_QUERIES)
def test_an_invalid_query_value_is_refused(target: Target, operation: ContractOperation, name: str, value: str) -> None:
    exchange = target.raw_client().send(Call(operation, first_example(operation).path, {name: value}))
    assert str(exchange.status) == ("422" if "422" in operation.replies else "400")
    if exchange.status == 422:
        assert name in value_of(exchange)["errors"]
    assert_reply_fits(contract(), exchange)


@each_operation(lambda found: found.query)
def test_an_unknown_query_parameter_is_ignored(target: Target, operation: ContractOperation) -> None:
    scenario = target.planner.scenarios(operation)[0]
    runner = target.runner()
    call = runner.prepare(scenario)
    query = {**call.query, "no-such-parameter": "1"}
    assert runner.client.send(Call(operation, call.path, query, call.body)).status == scenario.status


UNKNOWN_METHODS = [
    pytest.param(path, method, id=f"{method}-{path}")
    for method in METHODS
    for path, operations in contract().paths.items()
    if method not in operations
]


@pytest.mark.parametrize(("path", "method"), UNKNOWN_METHODS)
def test_the_reply_to_an_unknown_method_lists_the_known_ones(target: Target, path: str, method: str) -> None:
    known = contract().paths[path]
    exchange = target.raw_client().send(first_example(next(iter(known.values()))), method=method)
    assert exchange.status == 405
    allowed = {word.strip() for word in exchange.reply_headers["allow"].split(",")} - {"HEAD", "OPTIONS"}
    assert allowed == set(known)


@pytest.mark.parametrize("path", ["", "/", "/no-such-path", "/models/a/b", "/chat/", "/sessions//extend"])
def test_an_unknown_path_is_not_found(target: Target, path: str) -> None:
    raw = target.raw_client()
    reply = raw.http.get(f"{raw.base_url}{path}", headers={"Authorization": f"Bearer {raw.token}"})
    assert reply.status_code == 404
    assert reply.json()["message"]
