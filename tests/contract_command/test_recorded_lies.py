"""Lies of the mock server that a recording alone gives away: what `make mutants` seeds, behind the recording proxy.

Only what one exchange shows can be found there. The other rules need a second request (`gives-a-wrong-id`), a promise
that the spec does not make (`forgets-a-header`, `hides-a-method`), or the time at which events come.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import httpx
import pytest
from tests.contract.mutations import mock_rules
from tests.contract.mutations.mutating_middleware import MutatingMiddleware
from tests.contract.mutations.mutation import Mutation
from tests.contract.support.example_calls import first_example
from tests.contract.support.loaded_spec import contract
from tests.contract.support.raw_client import NO_BODY, Call

from quant_ai_mock.server import make_app, serving

from .support.recordings_made import MadeRecording, recording

PER_RULE = 2
RULES = (
    "drops-a-required-field", "changes-a-type", "sends-null", "adds-an-enum-value", "sends-another-content-type",
    "sends-another-status", "forgets-allow", "tells-a-wrong-allow", "stream-ends-early", "stream-ends-in-an-event",
    "stream-forgets-the-last-empty-line", "stream-swaps-the-first-events", "stream-swaps-the-last-events",
    "stream-reverses-its-events", "stream-breaks-the-json-of-an-event", "stream-renames-its-last-event",
    "stream-changes-a-type-in-an-event",
)  # fmt: skip
BAR = 0.95


class Switch:
    """The mock server, with the mutation that is on."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.mutation: Mutation | None = None

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        app = self.app if self.mutation is None else MutatingMiddleware(self.app, self.mutation, contract())
        await app(scope, receive, send)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Switch, MadeRecording, httpx.Client]]:
    """The mock server, the recording proxy in front of it, and a client."""
    app = make_app()
    file: Path = tmp_path_factory.mktemp("lies") / "traffic.har"
    with (
        closing(app.state.store),
        serving(switch := Switch(app)) as url,
        recording(url, file) as made,
        httpx.Client(base_url=made.url, timeout=30, headers={"Authorization": "Bearer test-token"}) as http,
    ):
        yield switch, made, http


def chosen() -> list[Mutation]:
    """Some mutations of each rule. Of statuses, those that the operation does not document.

    An agent's stream needs an agent; what it sends are the events of a chat.
    """
    by_rule: dict[str, list[Mutation]] = {rule: [] for rule in RULES}
    for mutation in mock_rules.mutations(contract()):
        documented = mutation.rule == "sends-another-status" and _is_documented(mutation)
        of_agent = mutation.rule.startswith("stream-") and mutation.operation == "agents_chat"
        if mutation.rule in by_rule and not documented and not of_agent:
            by_rule[mutation.rule].append(mutation)
    pick = random.Random(1)
    return [one for rule, found in by_rule.items() for one in pick.sample(found, min(PER_RULE, len(found)))]


def _is_documented(mutation: Mutation) -> bool:
    status = mutation.site.rpartition("-")[2]
    return status in contract().operations[mutation.operation or ""].replies or status >= "400"


def send(mutation: Mutation, http: httpx.Client) -> None:
    """Requests that concern a mutation: an example with every documented status, and a method that is not there."""
    for operation in contract().operations.values():
        if mutation.operation in (operation.id, operation.target):
            call = first_example(operation)
            for status in (None, *operation.replies):
                _request(http, call, status)
            http.request("PATCH", _target(call))


def _request(http: httpx.Client, call: Call, status: str | None) -> None:
    headers = {"Prefer": f"code={status}"} if status else {}
    kind = {} if call.body is NO_BODY else {"Content-Type": "application/json"}
    http.request(call.operation.method, _target(call), headers=kind | headers, content=call.content or None)


def _target(call: Call) -> str:
    base = "/api/v3/organisations/acme"
    return base + call.target.removeprefix("/..") if call.target.startswith("/..") else f"{base}/ai{call.target}"


def test_a_recording_alone_gives_lies_away(recorded: tuple[Switch, MadeRecording, httpx.Client]) -> None:
    switch, made, http = recorded
    missed = []
    mutations = chosen()
    for mutation in mutations:
        findings = []
        for switch.mutation in (None, mutation):
            made.verdicts.clear()
            send(mutation, http)
            findings.append(Counter((found.rule, found.at) for verdict in made.verdicts for found in verdict.errors))
        if not findings[1] - findings[0]:
            missed.append(str(mutation))
    assert len(missed) <= (1 - BAR) * len(mutations), missed
    assert len(mutations) >= len(RULES)
