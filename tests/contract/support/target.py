"""What the suite is run against: a mock server that it starts itself, or a service that is there already."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

import httpx

from quant_ai_contract import Contract
from quant_ai_mock.testing import Mock

from .raw_client import TOKEN, RawClient
from .scenarios import ScenarioPlanner, ScenarioRunner
from .serving import Recorder, served, settle

PATIENCE = 120  # seconds that all that comes with time on a live service may take


@dataclass
class Target:
    """A service with everything that the tests of this suite need to ask it."""

    contract: Contract
    url: str
    token: str
    tap: Recorder | None = None
    mock: Mock | None = None
    organisation: str | None = None  # the one organisation of a service that is not ours
    write: bool = True
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30))
    scenes: list[ScenarioRunner] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @property
    def live(self) -> bool:
        return self.organisation is not None

    def new_organisation(self) -> str:
        """A fresh organisation; of a live service always the one that there is."""
        return self.organisation or f"org-{next(self._numbers)}"

    def api_url(self, organisation: str, spelling: str = "organisations") -> str:
        return f"{self.url}/api/v3/{spelling}/{organisation}/ai"

    def wire(self, organisation: str | None = None, token: str | None = None) -> RawClient:
        name = organisation or self.new_organisation()
        return RawClient(self.http, self.api_url(name), token or self.token)

    def scene(self, *, beside: bool = False) -> ScenarioRunner:
        """A place to call things in: a fresh organisation, or the one that there is with nothing of ours left in it.

        Args:
            beside: Leave there what other scenes have made.
        """
        if self.live and not beside:
            self.left += self.clean_up()
        scene = ScenarioRunner(self.wire())
        self.scenes.append(scene)
        return scene

    @cached_property
    def plan(self) -> ScenarioPlanner:
        """The ways to every operation, found by trying; on a live service that must not change, those of its GETs."""
        patience = PATIENCE if self.live and self.write else 0
        plan = ScenarioPlanner(
            self.contract, self.scene, safe=not self.write, settings=not self.live, patience=patience
        )
        assert any(plan.ways.values()), f"nothing at {self.url} succeeds: is the token good for this organisation?"
        return plan

    def clean_up(self) -> list[str]:
        """Delete what was created on a live service; gives what could not be deleted."""
        left = []
        for scene in reversed(self.scenes):
            left += scene.undo(self.contract)
        self.scenes.clear()
        return left


@contextmanager
def mock_target(contract: Contract) -> Iterator[Target]:
    """A mock server of our own: jobs end at once where that is what is wanted, and orchestrations stand still."""
    with served(contract) as running, httpx.Client(timeout=30) as http:
        settle(running.tap)
        yield Target(contract, running.url, TOKEN, running.tap, running.mock, http=http)


@contextmanager
def live_target(contract: Contract, url: str, organisation: str, *, write: bool) -> Iterator[Target]:
    """A service that somebody else runs."""
    token = os.environ.get("QUANT_API_TOKEN", "")
    with httpx.Client(timeout=60) as http:
        target = Target(contract, url.rstrip("/"), token, organisation=organisation, write=write, http=http)
        yield target
        left = [*target.left, *target.clean_up()]
        assert not left, "these were created and could not be deleted:\n" + "\n".join(left)
