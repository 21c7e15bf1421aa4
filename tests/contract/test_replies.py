"""Every reply that the spec lists: how to get it, whether it is as documented, and what the client raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from quant_ai import StatusError
from quant_ai_contract import ContractOperation, Exchange
from quant_ai_contract.contract_operations import JSON

from .support.cases import each_operation
from .support.example_calls import example_calls, first_example
from .support.json_values import replaced, strings
from .support.loaded_spec import contract
from .support.mock_knowledge import has_handler, knows_ids
from .support.mock_server import STRANGER
from .support.raw_client import Call, assert_reply_fits, value_of
from .support.runtime_expressions import UnresolvedError
from .support.scenarios import NeededId, Scenario, ScenarioRunner
from .support.target import Target
from .support.tested_client import ClientUnderTest

NOWHERE = "no-such-thing"
IMPOSSIBLE = "No such thing!"  # not even a name that something could have


def lists_status(
    status: int, applies: Callable[[ContractOperation], bool] = lambda operation: True
) -> pytest.MarkDecorator:
    """Run a test for each operation whose replies include a status, and to which it applies."""
    return each_operation(lambda operation: str(status) in operation.replies and applies(operation), may_be_none=True)


def documented_class(status: int) -> type[StatusError]:
    """The class that is documented for a status: its docstring begins with "404:", or with "500 and above:"."""
    classes = {kind: str(kind.__doc__).partition(":")[0] for kind in StatusError.__subclasses__()}
    exact = [kind for kind, statuses in classes.items() if statuses == str(status)]
    above = [kind for kind, statuses in classes.items() if statuses == "500 and above" and status >= 500]
    (found,) = exact or above
    return found


def raised(client: ClientUnderTest, call: Call) -> StatusError:
    """The error that the client raises for a call."""
    with pytest.raises(StatusError) as error:
        client.call("facade", call)
    return error.value


def assert_raised(target: Target, client: ClientUnderTest, error: StatusError, status: int) -> Exchange:
    """The client raised the class for this status, with the contents of the reply, and the reply is as documented."""
    exchange = target.last(client.organisation).exchange
    assert exchange.status == status, exchange.reply_body[:300]
    assert_reply_fits(contract(), exchange)
    assert type(error) is documented_class(status)
    assert error.status_code == status
    assert error.body == value_of(exchange)
    assert error.message
    assert error.request_id == exchange.reply_headers["x-request-id"]
    return exchange


@each_operation()
def test_an_unknown_token_is_refused(
    target: Target, new_client: Callable[..., ClientUnderTest], operation: ContractOperation
) -> None:
    client = new_client(token="not-a-token")
    exchange = assert_raised(target, client, raised(client, first_example(operation)), 401)
    assert exchange.reply_headers["www-authenticate"].startswith("Bearer")


@pytest.mark.live
@each_operation()
@pytest.mark.parametrize("authorization", ["", "Bearer", "Bearer not-a-token", "Basic dGVzdC10b2tlbjo="])
def test_a_request_without_a_good_token_is_refused(
    target: Target, operation: ContractOperation, authorization: str
) -> None:
    exchange = target.raw_client().send(first_example(operation), {"Authorization": authorization})
    assert exchange.status == 401, f"{exchange}: {exchange.reply_body[:200]!r}"
    assert_reply_fits(contract(), exchange)


@each_operation()
def test_a_token_of_another_organisation_is_refused(
    target: Target, new_client: Callable[..., ClientUnderTest], operation: ContractOperation
) -> None:
    client = new_client(token=STRANGER)
    assert_raised(target, client, raised(client, first_example(operation)), 403)


@each_operation()
@pytest.mark.parametrize("status", [429, 500])
def test_an_error_of_the_service_itself_is_raised(
    target: Target, new_client: Callable[..., ClientUnderTest], operation: ContractOperation, status: int
) -> None:
    client = new_client(headers={"Prefer": f"code={status}"})
    assert_raised(target, client, raised(client, first_example(operation)), status)


@lists_status(502)
def test_an_error_of_a_system_behind_the_service_is_raised(
    target: Target, new_client: Callable[..., ClientUnderTest], operation: ContractOperation
) -> None:
    client = new_client(headers={"Prefer": "code=502"})
    assert_raised(target, client, raised(client, first_example(operation)), 502)


def has_source(operation: ContractOperation) -> bool:
    """Whether the body of an operation names a source from elsewhere."""
    schema = operation.body.schema if operation.body is not None else None
    return schema is not None and "source" in schema["properties"]


@lists_status(502, lambda found: has_source(found) and has_handler(found))
def test_a_source_that_does_not_exist_is_a_bad_gateway(
    target: Target, client: ClientUnderTest, operation: ContractOperation
) -> None:
    assert_raised(target, client, raised(client, call_with_status(target, operation, 502)), 502)


@lists_status(404, knows_ids)
def test_what_does_not_exist_is_not_found(
    target: Target, client: ClientUnderTest, operation: ContractOperation
) -> None:
    assert_raised(target, client, raised(client, call_with_status(target, operation, 404)), 404)


def call_with_status(target: Target, operation: ContractOperation, status: int) -> Call:
    """A call with unknown ids to which the service replies with this status."""
    raw = target.raw_client()
    call = next((call for call in with_unknown_ids(operation) if raw.send(call).status == status), None)
    assert call is not None, f"no call of {operation.id} gets {status}"
    return call


def with_unknown_ids(operation: ContractOperation) -> Iterator[Call]:
    """Calls with unknown ids in the path, or in any string of the body."""
    for _, call in example_calls(operation):
        yield call  # nothing has the ids of the examples
        yield Call(operation, dict.fromkeys(call.path, NOWHERE), call.query, call.body)
        yield Call(operation, dict.fromkeys(call.path, IMPOSSIBLE), call.query, call.body)
        for value in sorted(strings(call.body)):
            yield Call(operation, call.path, call.query, replaced(call.body, {value: NOWHERE}))


@lists_status(400, lambda found: found.body is not None or has_handler(found))
def test_what_cannot_be_done_now_is_a_bad_request(target: Target, operation: ContractOperation) -> None:
    statuses = set()
    for runner, call, content in unfit_calls(target, operation):
        exchange = runner.client.send(call, content=content)
        statuses.add(exchange.status)
        if exchange.status == 400:
            assert_reply_fits(contract(), exchange)
            return
    pytest.fail(f"no call of {operation.id} gets 400, only {statuses}")


def unfit_calls(target: Target, operation: ContractOperation) -> Iterator[tuple[ScenarioRunner, Call, bytes | None]]:
    """Calls with broken JSON, and with a resource of another kind or in another state than the operation needs."""
    planner = target.planner
    for scenario in planner.scenarios(operation)[:1]:
        runner = target.runner()
        call = runner.prepare(scenario)
        if operation.body is not None:
            yield runner, call, b'{"broken": '
        for name, parameter in operation.query.items():
            if parameter.schema.plain("contentMediaType") == JSON or "422" not in operation.replies:
                yield runner, Call(operation, call.path, {name: "{oops}"}, call.body), None
        runner.run(scenario)
        yield runner, call, None
    for other in contract().operations.values():
        for scenario in planner.scenarios(other)[:2]:
            runner = target.runner()
            before, _ = runner.result(scenario)
            if other.method == "POST" and set(operation.path_parameters) <= set(before.path):
                yield runner, Call(operation, before.path), None
    for scenario in planner.scenarios(operation):
        for need in scenario.needs:
            for other_source in planner.scenarios(need.source.operation):
                runner = target.runner()
                runner.run(other_source)
                needs = tuple(NeededId(each.example, other_source, need.expression) for each in scenario.needs)
                yield runner, runner.prepare(with_needs(scenario, needs)), None
            for other_source, expression in planner.sources(planner.example_ids[need.example]):
                runner = target.runner()
                with suppress(UnresolvedError):
                    needs = (NeededId(need.example, other_source, expression),)
                    yield runner, runner.prepare(with_needs(scenario, needs)), None


def with_needs(scenario: Scenario, needs: tuple[NeededId, ...]) -> Scenario:
    return Scenario(scenario.operation, scenario.name, scenario.call, needs=needs)


@lists_status(409, has_handler)
def test_what_is_in_the_way_is_a_conflict(target: Target, operation: ContractOperation) -> None:
    statuses = set()
    for scenario in target.planner.scenarios(operation):
        runner = target.runner()
        call = runner.prepare(scenario)
        sources = {id(need.source) for need in scenario.needs}
        for other in contract().operations.values():
            for beside in target.planner.scenarios(other):
                shares_source = sources & {id(need.source) for need in beside.needs}
                if other is not operation and shares_source and other.method == "POST":
                    runner.run(beside)
        for _ in range(2):
            exchange = runner.client.send(call)
            statuses.add(exchange.status)
            if exchange.status == 409:
                assert_reply_fits(contract(), exchange)
                return
    pytest.fail(f"no call of {operation.id} gets 409, only {statuses}")
