"""Lies of the mock server that a recording alone gives away: what `make mutants` seeds, behind the recording proxy.

Some rules are seen in one exchange, others only where several of them disagree. A filter that no field shows, and a
documented status in place of another, are not seen in any traffic.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
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
from tests.contract.support.target import Target

from quant_ai_contract import check
from quant_ai_contract.consistency import Consistency
from quant_ai_mock.server import make_app, serving

from .support.recordings_made import MadeRecording, recording
from .support.short_tours import ShortTour

PER_RULE = 2
RULES = (
    "drops-a-required-field", "changes-a-type", "sends-null", "adds-an-enum-value", "sends-another-content-type",
    "sends-another-status", "forgets-allow", "tells-a-wrong-allow", "stream-ends-early", "stream-ends-in-an-event",
    "stream-forgets-the-last-empty-line", "stream-swaps-the-first-events", "stream-swaps-the-last-events",
    "stream-reverses-its-events", "stream-breaks-the-json-of-an-event", "stream-renames-its-last-event",
    "stream-changes-a-type-in-an-event",
)  # fmt: skip
ACROSS = (
    "gives-a-wrong-id", "forgets-to-delete", "leaks-across-organisations", "knows-one-spelling", "hides-a-method",
    "forgets-a-header", "ignores-a-limit", "reuses-a-callback-id", "accepts-a-bad-token", "accepts-a-foreign-token",
    "stream-repeats-an-event", "stream-loses-its-text", "stream-sends-in-one-piece",
)  # fmt: skip
"""Rules that take several requests to see, or the chunks of a stream."""
DISAGREEMENTS = {
    "leak", "lost", "flickers", "undead", "sent-field", "limit", "filter", "page", "token", "spelling", "once",
    "odd-status", "missing-header", "event-id", "stream-text", "one-piece",
}  # fmt: skip
BAR = 0.95


class Switch:
    """The mock server, with the mutation that is on."""

    def __init__(self, app: Any) -> None:
        self.plain = self.app = app

    def turn(self, mutation: Mutation | None) -> None:
        """Turn a mutation on, and any other one off."""
        self.app = self.plain if mutation is None else MutatingMiddleware(self.plain, mutation, contract())

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        await self.app(scope, receive, send)


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


@pytest.fixture(scope="module")
def switched(target: Target) -> Iterator[tuple[Switch, ShortTour]]:
    """A mock server whose mutation can be changed, behind the recorder of the contract tests."""
    tour = ShortTour(target)  # which looks at the server first
    target.recorder.app = switch = Switch(target.recorder.app)
    yield switch, tour
    target.recorder.app = switch.plain


def broken_rules(tour: ShortTour, mutation: Mutation) -> set[str]:
    """The rules that the exchanges of a tour break."""
    consistency = Consistency(contract())
    verdicts = [consistency.judge(check(contract(), exchange)) for exchange in tour.of(mutation)]
    return {found.rule for verdict in verdicts for found in verdict.errors}


def test_what_exchanges_disagree_about_gives_lies_away(switched: tuple[Switch, ShortTour]) -> None:
    switch, tour = switched
    missed = []
    mutations = chosen(ACROSS, 1)
    for number, mutation in enumerate(mutations):
        switch.turn(mutation)
        if not broken_rules(tour, mutation) & DISAGREEMENTS:
            missed.append(str(mutation))
        if number % 4 == 0:
            switch.turn(None)
            assert not broken_rules(tour, mutation) & DISAGREEMENTS, "of a server that tells no lies"
    assert not missed
    assert len(mutations) == len(ACROSS)


def chosen(rules: Sequence[str], per_rule: int) -> list[Mutation]:
    """Some mutations of each rule. Of statuses, those that the operation does not document.

    An agent's stream needs an agent; what it sends are the events of a chat.
    """
    by_rule: dict[str, list[Mutation]] = {rule: [] for rule in rules}
    for mutation in mock_rules.mutations(contract()):
        documented = mutation.rule == "sends-another-status" and _is_documented(mutation)
        of_agent = mutation.rule.startswith("stream-") and mutation.operation == "agents_chat"
        if mutation.rule in by_rule and not documented and not of_agent:
            by_rule[mutation.rule].append(mutation)
    pick = random.Random(1)
    return [one for rule, found in by_rule.items() for one in pick.sample(found, min(per_rule, len(found)))]


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
    http.get("/")  # its reply comes after the others are judged


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
    mutations = chosen(RULES, PER_RULE)
    for mutation in mutations:
        findings = []
        for which in (None, mutation):
            switch.turn(which)
            made.verdicts.clear()
            send(mutation, http)
            findings.append(Counter((found.rule, found.at) for verdict in made.verdicts for found in verdict.errors))
        if not findings[1] - findings[0]:
            missed.append(str(mutation))
    assert len(missed) <= (1 - BAR) * len(mutations), missed
    assert len(mutations) >= len(RULES)
