"""What the state machines share: a mock that stands still in time, and a way to see a machine fail.

Each machine sends requests in any order, and keeps a model of a few lines beside the mock: plain dicts that know what
the service's own words promise. `hold` runs it; `notices` runs it against a mock that was broken on purpose.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from tests.mock.support.client import ApiClient

from quant_ai_mock import Mock

START = 1_800_000_000  # seconds since 1970; the clock stands there when an example begins
STEPS = settings(
    max_examples=20,
    stateful_step_count=30,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class Machine(RuleBasedStateMachine):
    """A fresh organisation of a server, and its clock."""

    transitions: ClassVar[dict[str, Any]] = {}

    def __init__(self, server: Mock) -> None:
        super().__init__()
        organisation = server.organisation(f"machine-{type(self).__name__}")
        organisation.reset()
        organisation.freeze(START)
        if self.transitions:
            organisation.transitions(**self.transitions)
        self.now = START
        self.api = ApiClient(organisation)
        self.things: list[dict[str, Any]] = []

    def teardown(self) -> None:
        self.api.__exit__()

    def lives(self, thing: dict[str, Any]) -> bool:
        """Whether a thing of the model can still be found."""
        return not thing["deleted"]

    def living(self) -> list[dict[str, Any]]:
        return [thing for thing in self.things if self.lives(thing)]

    def has_things(self) -> bool:
        return bool(self.things)

    def has_room(self) -> bool:
        """Few things are touched often, and so come into many states."""
        return len(self.living()) < 4

    def in_reach(self) -> list[dict[str, Any]]:
        """What requests are about: everything that lives, and the last that does not."""
        return self.living() + [thing for thing in self.things if not self.lives(thing)][-1:]

    def pick(self, place: int) -> dict[str, Any]:
        """One of the things in reach, chosen by a number that Hypothesis draws."""
        things = self.in_reach()
        return things[place % len(things)]

    def move_on(self, seconds: int) -> None:
        self.now += seconds
        self.api.mock.advance(seconds)


def hold(machine: type[Machine], server: Mock) -> None:
    """Run a machine; it fails where the mock and the model disagree."""
    _run(machine, server, STEPS)


def notices(machine: type[Machine], server: Mock) -> None:
    """Run a machine against a mock that is broken: it has to see that."""
    often = settings(STEPS, max_examples=150, derandomize=True, phases=[Phase.generate], report_multiple_bugs=False)
    with pytest.raises(AssertionError) as seen:
        _run(machine, server, often)
    assert Path(__file__).parents[1] in Path(seen.traceback[-1].path).parents, "something else went wrong"


def _run(machine: type[Machine], server: Mock, how: settings) -> None:
    factory: Any = lambda: machine(server)  # noqa: E731  # it says that it wants a class, and calls it
    run_state_machine_as_test(factory, settings=how)
