"""Every reply that the document lists, brought about and read: what is refused, how, and what the client raises."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from quant_ai import (
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PayloadTooLargeError,
    PermissionDeniedError,
    QuantAIError,
    RateLimitError,
    ServerError,
    StatusError,
    UnprocessableError,
)
from quant_ai_contract import ContractOperation, Exchange
from quant_ai_contract.contract_operations import JSON
from quant_ai_contract.request_checks import check_query

from .support.caller import Caller
from .support.raw_client import NO_BODY, Call, assert_reply_fits, value_of
from .support.scenarios import Scenario, ScenarioRunner, UnresolvedError, replaced, strings, variants
from .support.serving import STRANGER
from .support.spec import contract
from .support.target import Target

CLASSES: dict[int, type[StatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    413: PayloadTooLargeError,
    422: UnprocessableError,
    429: RateLimitError,
    500: ServerError,
    502: ServerError,
}
OPERATIONS = [pytest.param(operation, id=operation.id) for operation in contract().operations.values()]
LARGE = 26 * 1024 * 1024  # over the 25 MB that the service takes
NOWHERE = "no-such-thing"
NOTHING = "No such thing!"  # what no name of a thing can be


def listing(status: int) -> list[Any]:
    """The operations that list a status."""
    return [
        pytest.param(operation, id=operation.id)
        for operation in contract().operations.values()
        if str(status) in operation.replies
    ]


def any_call(target: Target, operation: ContractOperation) -> Call:
    """A call that fits the document; whether its things are there does not matter."""
    return next(call for _, call in variants(operation))


def raised(caller: Caller, call: Call) -> StatusError:
    """What the client raises for a call."""
    with pytest.raises(StatusError) as error:
        caller.call("facade", call)
    return error.value


def assert_raised(target: Target, caller: Caller, error: QuantAIError, status: int) -> Exchange:
    """The client raised the class of the status with what the reply says, and the reply is as documented."""
    assert target.tap is not None
    exchange = target.tap.last(caller.organisation).exchange
    assert exchange.status == status, exchange.reply_body[:300]
    assert_reply_fits(contract(), exchange)
    assert isinstance(error, CLASSES[status])
    assert error.status_code == status
    assert error.body == value_of(exchange)
    assert error.message
    assert error.request_id == exchange.reply_headers["x-request-id"]
    return exchange


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_token_that_is_unknown_is_refused(
    target: Target, new_caller: Callable[..., Caller], operation: ContractOperation
) -> None:
    caller = new_caller(token="not-a-token")
    error = raised(caller, any_call(target, operation))
    exchange = assert_raised(target, caller, error, 401)
    assert exchange.reply_headers["www-authenticate"].startswith("Bearer")


@pytest.mark.live
@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer not-a-token", "Basic dGVzdC10b2tlbjo="])
def test_a_request_without_a_good_token_is_refused(
    target: Target, operation: ContractOperation, authorization: str
) -> None:
    exchange = target.wire().send(any_call(target, operation), {"Authorization": authorization})
    assert exchange.status == 401, f"{exchange}: {exchange.reply_body[:200]!r}"
    assert_reply_fits(contract(), exchange)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_token_of_another_organisation_is_refused(
    target: Target, new_caller: Callable[..., Caller], operation: ContractOperation
) -> None:
    caller = new_caller(token=STRANGER)
    assert_raised(target, caller, raised(caller, any_call(target, operation)), 403)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("status", [429, 500])
def test_a_service_that_cannot_answer_is_told_by_its_own_error(
    target: Target, new_caller: Callable[..., Caller], operation: ContractOperation, status: int
) -> None:
    caller = new_caller(headers={"Prefer": f"code={status}"})
    assert_raised(target, caller, raised(caller, any_call(target, operation)), status)


@pytest.mark.parametrize("operation", listing(502))
def test_a_party_behind_the_service_that_fails_is_told_by_its_own_error(
    target: Target, new_caller: Callable[..., Caller], operation: ContractOperation
) -> None:
    caller = new_caller(headers={"Prefer": "code=502"})
    assert_raised(target, caller, raised(caller, any_call(target, operation)), 502)


SOURCED = [
    pytest.param(operation, id=operation.id)
    for operation in contract().operations.values()
    if "502" in operation.replies and operation.body is not None and "source" in operation.body.schema["properties"]
]


@pytest.mark.parametrize("operation", SOURCED)
def test_what_names_a_source_that_is_not_there_is_a_bad_gateway(
    target: Target, caller: Caller, operation: ContractOperation
) -> None:
    wire = target.wire()
    call = next((call for call in missing(operation) if wire.send(call).status == 502), None)
    assert call is not None, f"no call of {operation.id} is answered with 502"
    assert_raised(target, caller, raised(caller, call), 502)


@pytest.mark.parametrize("operation", listing(404))
def test_what_is_not_there_is_not_found(target: Target, caller: Caller, operation: ContractOperation) -> None:
    wire = target.wire()
    call = next((call for call in missing(operation) if wire.send(call).status == 404), None)
    assert call is not None, f"no call of {operation.id} is answered with 404"
    assert_raised(target, caller, raised(caller, call), 404)


def missing(operation: ContractOperation) -> Iterator[Call]:
    """Calls whose things may not be there: unknown ids in the path, or in any text of the body."""
    for _, call in variants(operation):
        yield call  # the ids of examples are those of nothing
        yield Call(operation, dict.fromkeys(call.path, NOWHERE), call.query, call.body)
        yield Call(operation, dict.fromkeys(call.path, NOTHING), call.query, call.body)
        for value in sorted(strings(call.body)):
            yield Call(operation, call.path, call.query, replaced(call.body, {value: NOWHERE}))


@pytest.mark.parametrize("operation", listing(400))
def test_what_cannot_be_done_now_is_a_bad_request(target: Target, operation: ContractOperation) -> None:
    found = None
    for scene, call, content in unfit(target, operation):
        found = scene.wire.send(call, content=content)
        if found.status == 400:
            assert_reply_fits(contract(), found)
            return
    pytest.fail(f"nothing makes {operation.id} answer with 400, the last was {found}")


def unfit(target: Target, operation: ContractOperation) -> Iterator[tuple[ScenarioRunner, Call, bytes | None]]:
    """Broken JSON, a parameter whose JSON is broken, or a thing of another kind or state than the operation wants."""
    for way in target.plan.to(operation)[:1]:
        scene = target.scene()
        call = scene.prepare(way)
        if operation.body is not None:
            yield scene, call, b'{"broken": '
        for name, parameter in operation.query.items():
            if parameter.schema.plain("contentMediaType") == JSON:
                yield scene, Call(operation, call.path, {name: "{oops}"}, call.body), None
        scene.go(way)
        yield scene, call, None
    for other in contract().operations.values():
        for way in target.plan.to(other)[:2]:
            scene = target.scene()
            scene.go(way)
            before = scene.done[id(way)][0]
            if other.method == "POST" and set(operation.path_parameters) <= set(before.path):
                yield scene, Call(operation, before.path), None
    for way in target.plan.to(operation):
        for example, source, expression in way.needs:
            for other in target.plan.to(source.operation):
                scene = target.scene()
                scene.go(other)
                needs = tuple((example, other, expression) for example, _, _ in way.needs)
                yield scene, scene.prepare(Scenario(operation, way.name, way.call, needs=needs)), None
            for other, elsewhere in target.plan.sources(target.plan.examples[example]):
                scene = target.scene()
                with suppress(UnresolvedError):
                    needs = ((example, other, elsewhere),)
                    yield scene, scene.prepare(Scenario(operation, way.name, way.call, needs=needs)), None


@pytest.mark.parametrize("operation", listing(409))
def test_what_stands_in_the_way_is_a_conflict(target: Target, operation: ContractOperation) -> None:
    found = None
    for way in target.plan.to(operation):
        scene = target.scene()
        call = scene.prepare(way)
        sources = {id(source) for _, source, _ in way.needs}
        for other in contract().operations.values():
            for beside in target.plan.to(other):
                if (
                    other is not operation
                    and sources & {id(source) for _, source, _ in beside.needs}
                    and other.method == "POST"
                ):
                    scene.go(beside)
        for _ in range(2):
            found = scene.wire.send(call)
            if found.status == 409:
                assert_reply_fits(contract(), found)
                return
    pytest.fail(f"nothing makes {operation.id} answer with 409, the last was {found}")


@pytest.mark.parametrize("operation", listing(413))
def test_a_body_over_the_limit_is_too_large(target: Target, caller: Caller, operation: ContractOperation) -> None:
    call = any_call(target, operation)
    content = json.dumps({**call.body, "padding": "x" * LARGE}).encode()
    exchange = target.wire().send(call, content=content)
    assert exchange.status == 413
    assert_reply_fits(contract(), exchange)


BODIES = [found for found in contract().operations.values() if found.body is not None]


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in BODIES])
@pytest.mark.parametrize("content", [b"[]", b"null", b'"text"', b"7", b"true"])
def test_a_body_that_is_no_object_does_not_fit(target: Target, operation: ContractOperation, content: bytes) -> None:
    exchange = target.wire().send(any_call(target, operation), content=content)
    assert exchange.status == 422
    assert value_of(exchange)["errors"]
    assert_reply_fits(contract(), exchange)


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in BODIES if found.body_required])
def test_a_body_that_is_missing_is_asked_for(target: Target, operation: ContractOperation) -> None:
    call = any_call(target, operation)
    exchange = target.wire().send(Call(operation, call.path, {}, NO_BODY))
    assert exchange.status == 422
    assert_reply_fits(contract(), exchange)


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in BODIES])
@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_body_of_another_content_type_is_not_read(
    target: Target, operation: ContractOperation, content_type: str
) -> None:
    call = next(call for _, call in variants(operation) if call.body is not NO_BODY)
    exchange = target.wire().send(call, {"Content-Type": content_type})
    assert exchange.status == 415


@pytest.mark.parametrize("operation", [pytest.param(found, id=found.id) for found in BODIES])
def test_a_broken_body_is_a_bad_request(target: Target, operation: ContractOperation) -> None:
    call = next(call for _, call in variants(operation) if call.body is not NO_BODY)
    exchange = target.wire().send(call, content=call.content[:-1])
    assert exchange.status == 400
    assert_reply_fits(contract(), exchange)


TALKATIVE = [
    pytest.param(found, id=found.id)
    for found in contract().operations.values()
    if any(found.replies[status].media for status in found.successes)
]


@pytest.mark.parametrize("operation", TALKATIVE)
def test_an_accept_that_takes_nothing_offered_is_not_acceptable(target: Target, operation: ContractOperation) -> None:
    exchange = target.wire().send(any_call(target, operation), {"Accept": "image/png"})
    assert exchange.status == 406


MISFITS = [
    pytest.param(operation, name, value, id=f"{operation.id}-{name}-{value}")
    for operation in contract().operations.values()
    for name, parameter in operation.query.items()
    for value in ("no such value", "-1", "0", "1.5", "101", "1000000", "", "TRUE", "01")
    if list(check_query(operation, [(name, value)]))
]


@pytest.mark.parametrize(("operation", "name", "value"), MISFITS)
def test_a_query_value_that_does_not_fit_is_refused(
    target: Target, operation: ContractOperation, name: str, value: str
) -> None:
    exchange = target.wire().send(Call(operation, any_call(target, operation).path, {name: value}))
    assert exchange.status == 422
    assert name in value_of(exchange)["errors"]
    assert_reply_fits(contract(), exchange)


@pytest.mark.parametrize(
    "operation", [pytest.param(found, id=found.id) for found in contract().operations.values() if found.query]
)
def test_an_unknown_query_parameter_is_ignored(target: Target, operation: ContractOperation) -> None:
    way = target.plan.to(operation)[0]
    scene = target.scene()
    call = scene.prepare(way)
    exchange = scene.wire.send(Call(operation, call.path, {**call.query, "no-such-parameter": "1"}, call.body))
    assert exchange.status == way.status


@pytest.mark.parametrize("path", contract().paths)
@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE", "PATCH", "QUERY"])
def test_a_method_that_a_path_does_not_have_is_told_which_it_has(target: Target, path: str, method: str) -> None:
    known = contract().paths[path]
    if method in known:
        return
    exchange = target.wire().send(any_call(target, next(iter(known.values()))), method=method)
    assert exchange.status == 405
    allowed = {word.strip() for word in exchange.reply_headers["allow"].split(",")} - {"HEAD", "OPTIONS"}
    assert allowed == set(known)


@pytest.mark.parametrize("path", ["", "/", "/no-such-path", "/models/a/b", "/chat/", "/sessions//extend"])
def test_a_path_that_is_not_documented_is_not_found(target: Target, path: str) -> None:
    wire = target.wire()
    reply = wire.client.get(f"{wire.base_url}{path}", headers={"Authorization": f"Bearer {wire.token}"})
    assert reply.status_code == 404
    assert reply.json()["message"]
