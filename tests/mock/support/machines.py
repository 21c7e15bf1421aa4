"""A base for state machines: a mock with a frozen clock, and ways to run a machine.

A machine sends requests in any order, and compares the replies with a small model: plain dicts that follow the
documentation of the service. `hold` runs a machine; `notices` runs it against a mock that was broken on purpose.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from tests.mock.support.client import ApiClient
from tests.mock.support.direct import DirectMock

START = 1_800_000_000  # seconds since 1970; the time at which every example starts
STEPS = settings(
    max_examples=12,
    stateful_step_count=30,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class Machine(RuleBasedStateMachine):
    """An empty organisation of a server, and its clock."""

    transitions: ClassVar[dict[str, Any]] = {}

    def __init__(self, server: DirectMock) -> None:
        super().__init__()
        organisation = server.organisation(f"machine-{type(self).__name__}")
        organisation.reset()
        organisation.freeze(START)
        if self.transitions:
            organisation.transitions(**self.transitions)
        self.now = START
        self.api = ApiClient(organisation, transport=server.transport)
        self.things: list[dict[str, Any]] = []

    def teardown(self) -> None:
        self.api.__exit__()

    def lives(self, thing: dict[str, Any]) -> bool:
        """Whether a record of the model still exists."""
        return not thing["deleted"]

    def living(self) -> list[dict[str, Any]]:
        return [thing for thing in self.things if self.lives(thing)]

    def has_things(self) -> bool:
        return bool(self.things)

    def has_room(self) -> bool:
        """Whether another record may be created. A few records are used often, and so reach many states."""
        return len(self.living()) < 4

    def in_reach(self) -> list[dict[str, Any]]:
        """The records that requests use: those that exist, and the last one that does not."""
        return self.living() + [thing for thing in self.things if not self.lives(thing)][-1:]

    def pick(self, place: int) -> dict[str, Any]:
        """One of those records, chosen by a number that Hypothesis draws."""
        things = self.in_reach()
        return things[place % len(things)]

    def move_on(self, seconds: int) -> None:
        self.now += seconds
        self.api.mock.advance(seconds)


def hold(machine: type[Machine], server: DirectMock) -> None:
    """Run a machine; it fails if the mock and the model disagree."""
    _run(machine, server, STEPS)


def notices(machine: type[Machine], server: DirectMock, seed: int = 0) -> None:
    """Run a machine against a broken mock; it has to fail. With a good seed it does so after a few examples."""
    often = settings(STEPS, max_examples=150, phases=[Phase.generate], report_multiple_bugs=False)
    with pytest.raises(AssertionError) as seen:
        _run(machine, server, often, seed)
    assert Path(__file__).parents[1] in Path(seen.traceback[-1].path).parents, "something else went wrong"


def _run(machine: type[Machine], server: DirectMock, how: settings, seed: int | None = None) -> None:
    factory: Any = lambda: machine(server)  # noqa: E731  # it says that it wants a class, and calls it
    if seed is not None:
        factory = hypothesis.seed(seed)(factory)
    run_state_machine_as_test(factory, settings=how)
