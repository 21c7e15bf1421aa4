"""Every operation, with an example of the spec, through the command: what arrives is what the example says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.contract.support.client_names import canonical_body, method_name, namespace_parameters, resource_name
from tests.contract.support.json_values import canonical
from tests.contract.support.loaded_spec import contract
from tests.contract.support.raw_client import NO_BODY, Call, assert_fits, text
from tests.contract.support.scenarios import ScenarioRunner
from tests.contract.support.target import Target, mock_target

from quant_ai_cli.operation_commands import OperationGroup
from quant_ai_client.command_types import Command, CommandGroup
from quant_ai_client.commands import GROUPS

from .support.running import CommandRunner


@pytest.fixture(scope="module")
def target() -> Iterator[Target]:
    """A mock server that answers 500 where its reply would not fit the spec."""
    with mock_target(contract()) as found:
        yield found


def command_of(call: Call) -> tuple[CommandGroup, Command]:
    """The command for a call."""
    group = next(group for group in GROUPS if group.resource == resource_name(call.operation.tag))
    method = method_name(call.operation, call.body)
    return group, next(found for found in OperationGroup(group, {}).commands_of_table() if found.method == method)


def typed(value: Any) -> str:
    """A value as users type it."""
    if isinstance(value, str):
        return f"@{value}" if value.startswith("@") else value
    return json.dumps(value)


def options(group: CommandGroup, command: Command, call: Call) -> list[str]:
    """The arguments for a call, each field by its own option."""
    names = namespace_parameters(contract(), call.operation)
    bound = [part for value in group.namespace for part in (f"--{value.name}", call.path[value.wire])]
    path = [call.path[name] for name in call.operation.path_parameters if name not in names]
    given = [(value, call.query[value.wire]) for value in command.values if value.wire in call.query]
    body = canonical_body(call.operation, call.body) if isinstance(call.body, dict) else {}
    modes = dict(command.modes)
    fields = {value.wire: value for value in command.values if value.place == "body"}
    made = [*bound]
    for value, item in [*given, *((fields[key], item) for key, item in body.items() if key not in modes)]:
        if value.kind == "boolean":
            made.append(f"--{value.name}" if item else f"--no-{value.name}")
        elif value.many and isinstance(item, list) and item:
            made += [part for one in item for part in (f"--{value.name}", typed(one))]
        else:
            made += [f"--{value.name}", text(item) if value.place == "query" else typed(item)]
    return [*made, "--", *path]


def check(target: Target, quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch, operation: Any) -> None:
    """Send a call by its command, and compare what arrived."""
    organisation = target.new_organisation()
    call = ScenarioRunner(target.raw_client(organisation)).prepare(target.planner.scenarios(operation)[0])
    monkeypatch.setenv("QUANT_BASE_URL", target.url)
    monkeypatch.setenv("QUANT_ORGANISATION", organisation)
    group, command = command_of(call)
    done = quant_ai(group.name, command.name, *options(group, command, call))
    assert done.code == 0, done.err
    arrived = target.last(organisation)
    assert arrived.operation == operation.id
    assert_fits(contract(), arrived.exchange, notes=True)
    assert sorted(arrived.exchange.query) == sorted((name, text(value)) for name, value in call.query.items())
    if call.body is not NO_BODY and arrived.exchange.request_body:
        body = json.loads(arrived.exchange.request_body)
        assert canonical(canonical_body(operation, body)) == canonical(canonical_body(operation, call.body))
    if command.kind == "call" and arrived.exchange.reply_body:
        assert json.loads(done.out) is not None


def test_every_operation_sends_what_its_options_say(
    target: Target, quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    # One test, so that one worker finds out how to call all operations, and not each of them.
    failures = []
    for operation in contract().operations.values():
        try:
            check(target, quant_ai, monkeypatch, operation)
        except AssertionError as error:
            failures.append(f"{operation.id}: {error}")
    assert not failures, "\n\n".join(failures)
