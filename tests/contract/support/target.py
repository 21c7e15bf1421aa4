"""The service under test: a mock server that the suite starts, or a live service."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

import httpx

from quant_ai_contract import Contract, Exchange
from quant_ai_mock.testing import Mock

from .cleanup import delete_created
from .mock_server import RecordedMockServer, recorded_mock_server
from .planner import ScenarioPlanner
from .raw_client import TOKEN, Call, RawClient
from .recorder import ExchangeRecorder, RecordedExchange
from .scenarios import ScenarioRunner

PATIENCE = 120  # seconds to wait in all for states of a live service that take time


@dataclass
class Target:
    """A service, with all that the tests need to call it."""

    contract: Contract
    url: str
    token: str
    server: RecordedMockServer | None = None
    organisation: str | None = None  # the one organisation to use on a live service
    write: bool = True
    http: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=30), repr=False)
    runners: list[ScenarioRunner] = field(default_factory=list, repr=False)
    left: list[str] = field(default_factory=list, repr=False)
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1), repr=False)

    @property
    def live(self) -> bool:
        return self.organisation is not None

    @property
    def recorder(self) -> ExchangeRecorder:
        """The recorder in front of a mock server of our own."""
        assert self.server is not None, "a live service has no recorder"
        return self.server.recorder

    @property
    def mock(self) -> Mock:
        """The control plane of a mock server of our own."""
        assert self.server is not None, "a live service has no control plane"
        return self.server.mock

    def last(self, organisation: str) -> RecordedExchange:
        """The latest exchange of an organisation, as the mock server's recorder saw it."""
        return self.recorder.last(organisation)

    def new_organisation(self) -> str:
        """A fresh organisation; on a live service always the same one."""
        return self.organisation or f"org-{next(self._numbers)}"

    def api_url(self, organisation: str, spelling: str = "organisations") -> str:
        return f"{self.url}/api/v3/{spelling}/{organisation}/ai"

    def raw_client(self, organisation: str | None = None, token: str | None = None) -> RawClient:
        name = organisation or self.new_organisation()
        return RawClient(self.http, self.api_url(name), name, token or self.token)

    def runner(self, *, keep_others: bool = False) -> ScenarioRunner:
        """A runner in a fresh organisation, or in the one of a live service, without what the suite created there.

        Args:
            keep_others: Keep what other runners created on a live service.
        """
        if self.live and not keep_others:
            self.left += self.clean_up()
        runner = ScenarioRunner(self.raw_client())
        self.runners.append(runner)
        return runner

    @cached_property
    def planner(self) -> ScenarioPlanner:
        """The scenarios of every operation; only of those that read, on a live service that must not change."""
        patience = PATIENCE if self.live and self.write else 0
        planner = ScenarioPlanner(
            self.contract, self.runner, safe=not self.write, settings=not self.live, patience=patience
        )
        assert any(planner.found.values()), f"nothing at {self.url} succeeds: is the token good for this organisation?"
        return planner

    def clean_up(self) -> list[str]:
        """Delete what was created on a live service. Returns what could not be deleted."""
        left = []
        for runner in reversed(self.runners):
            left += delete_created(runner.client, self.contract)
        self.runners.clear()
        return left

    def sent(self) -> Iterator[tuple[Call, Exchange]]:
        """The calls that were made and not deleted again."""
        for runner in self.runners:
            yield from runner.client.sent


@contextmanager
def mock_target(contract: Contract) -> Iterator[Target]:
    """A mock server of our own, in which jobs end when they are first read and orchestrations keep their state."""
    with recorded_mock_server(contract) as server, httpx.Client(timeout=30) as http:
        server.settle()
        yield Target(contract, server.url, TOKEN, server, http=http)


@contextmanager
def live_target(contract: Contract, url: str, organisation: str, *, write: bool) -> Iterator[Target]:
    """A service that somebody else runs. What the suite creates there is deleted at the end."""
    token = os.environ.get("QUANT_API_TOKEN", "")
    with httpx.Client(timeout=60) as http:
        target = Target(contract, url.rstrip("/"), token, organisation=organisation, write=write, http=http)
        yield target
        left = [*target.left, *target.clean_up()]
        assert not left, "these were created and could not be deleted:\n" + "\n".join(left)
