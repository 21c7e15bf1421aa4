"""Options, order and fixtures of the contract tests, and the coverage of documented replies."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from quant_ai_contract import Contract
from quant_ai_contract.coverage import Coverage
from quant_ai_contract.references import ResolvedSpec
from quant_ai_contract.spec_file import read

from .mutations.active import active_mutation
from .mutations.places import affected_names
from .support.background import BackgroundRun, start_background_runs
from .support.furnished import furnished_organisation
from .support.loaded_spec import BUILD, contract
from .support.raw_client import RawClient
from .support.target import Target, live_target, mock_target
from .support.tested_client import ClientUnderTest, Connections

# Cheap tests that find most faults come first, so that a run with -x stops early.
ORDER = (
    "test_checker", "test_edited_specs", "test_recordings", "test_recorded_streams", "test_parties",
    "test_served_examples", "test_calls",
    "test_replies", "test_invalid_requests", "test_bounds", "test_organisations", "test_lists", "test_changes",
    "test_streams", "test_links", "test_bytes", "test_live", "test_mutations", "test_fuzzing",
)  # fmt: skip
ALL, SUCCESSES = 0.95, 1.0

_pairs = pytest.StashKey[Counter[tuple[str, int]]]()
_runs = pytest.StashKey[dict[str, BackgroundRun]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("contract")
    group.addoption(
        "--gate", action="store_true", help="run the long contract tests too, and fail below the coverage bar"
    )
    group.addoption("--nightly", action="store_true", help="fuzz with many seeds")
    group.addoption(
        "--live-url", default=os.environ.get("BASE_URL", ""), help="origin of a service to test instead of the mock"
    )
    group.addoption("--live-org", default=os.environ.get("ORG", ""), help="the organisation to use there")
    group.addoption(
        "--live-write", action="store_true", default=os.environ.get("WRITE") == "1", help="change things there"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_pairs] = Counter()
    config.addinivalue_line("markers", "long: only with --gate, which make contract gives")
    config.addinivalue_line("markers", "live: runs against a live service too, and changes nothing there")
    config.addinivalue_line("markers", "live_write: runs against a live service that may be changed")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    ours = [item for item in items if "contract" in item.path.parts]
    live = bool(config.getoption("--live-url"))
    for item in ours:
        if item.get_closest_marker("long") and not config.getoption("--gate"):
            item.add_marker(pytest.mark.skip(reason="long: run by make contract"))
        if live and not _runs_live(item, write=config.getoption("--live-write")):
            item.add_marker(pytest.mark.skip(reason="not for a live service"))
    rank = {name: place for place, name in enumerate(ORDER)}
    names = _affected()
    ours.sort(key=lambda item: (not _is_about(item, names), rank.get(item.path.stem, len(ORDER))))
    wait_for_runs = any("runs" in getattr(item, "fixturenames", ()) for item in ours)
    wanted = config.getoption("--gate") and wait_for_runs and not config.getoption("collectonly")
    config.stash[_runs] = start_background_runs(config) if wanted else {}
    places = [index for index, item in enumerate(items) if "contract" in item.path.parts]
    for place, item in zip(places, ours, strict=True):
        items[place] = item


def _affected() -> set[str]:
    """The names of what the active mutation affects."""
    mutation = active_mutation()
    return affected_names(Contract(ResolvedSpec(read())), mutation) if mutation is not None else set()


def _is_about(item: pytest.Item, names: set[str]) -> bool:
    """Whether a test is about one of these names. Such tests come first, so that a mutation is caught soon."""
    return item.path.stem != "test_fuzzing" and any(name in item.nodeid for name in names)


def _runs_live(item: pytest.Item, *, write: bool) -> bool:
    return bool(item.get_closest_marker("live") or (write and item.get_closest_marker("live_write")))


@pytest.fixture(scope="session")
def target(request: pytest.FixtureRequest) -> Iterator[Target]:
    """The service under test."""
    option, pairs = request.config.getoption, request.config.stash[_pairs]
    if option("--live-url"):
        where = (contract(), option("--live-url"), option("--live-org"))
        with live_target(*where, write=option("--live-write")) as found:
            yield found
            pairs.update((call.operation.id, exchange.status) for call, exchange in found.sent())
    else:
        with mock_target(contract()) as found:
            yield found
            pairs.update(found.recorder.pairs)


@pytest.fixture(scope="session")
def furnished(target: Target) -> RawClient:
    """An organisation full of resources. Tests only read it."""
    return furnished_organisation(target)


@pytest.fixture(scope="session")
def connections() -> Iterator[Connections]:
    """The connections of the clients under test."""
    found = Connections(contract())
    yield found
    found.close()


@pytest.fixture(scope="session")
def runs(request: pytest.FixtureRequest) -> Iterator[dict[str, BackgroundRun]]:
    """The programs that run beside the tests of this session."""
    started = request.config.stash[_runs]
    yield started
    for run in started.values():
        run.stop()


@pytest.fixture
def new_client(target: Target, connections: Connections) -> Callable[..., ClientUnderTest]:
    """Makes clients, each in an organisation of its own."""

    def make(token: str | None = None, organisation: str | None = None, **options: Any) -> ClientUnderTest:
        name = organisation or target.new_organisation()
        return ClientUnderTest(connections, contract(), target.url, name, token or target.token, **options)

    return make


@pytest.fixture
def client(new_client: Callable[..., ClientUnderTest]) -> ClientUnderTest:
    """The client under test, in an organisation of its own."""
    return new_client()


@pytest.fixture(scope="session")
def seen(request: pytest.FixtureRequest) -> Counter[tuple[str, int]]:
    """Tests with a server of their own add the replies that they saw to this count."""
    return request.config.stash[_pairs]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    config = session.config
    if not config.getoption("--gate") or not config.stash[_pairs] or config.getoption("--live-url"):
        return
    if session.testscollected and not _is_enough(_coverage(config)) and exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if not config.getoption("--gate") or not config.stash[_pairs]:
        return
    coverage = _coverage(config)
    table = coverage.table()
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "coverage.txt").write_text(table + "\n", encoding="utf-8")
    terminalreporter.section("documented replies that were seen")
    terminalreporter.write_line(table)
    for operation, status in coverage.missing:
        terminalreporter.write_line(f"never seen: {operation} {status}")
    counts = Counter(status for _, status in coverage.undocumented)
    undocumented = ", ".join(f"{status} by {count} operations" for status, count in sorted(counts.items()))
    terminalreporter.write_line(f"not documented: {undocumented or 'nothing'}")
    if not config.getoption("--live-url") and not _is_enough(coverage):
        terminalreporter.write_line(f"below the bar of {ALL:.0%} of all and {SUCCESSES:.0%} of 2xx", red=True)


def _coverage(config: pytest.Config) -> Coverage:
    return Coverage(contract()).add(config.stash[_pairs].elements())


def _is_enough(coverage: Coverage) -> bool:
    return coverage.share() >= ALL and coverage.share("2") >= SUCCESSES
