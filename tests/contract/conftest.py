"""What the contract tests share: the document, a service to ask, and the count of what it answered."""

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
from .support.background import BackgroundRun, start
from .support.caller import Caller, Connections
from .support.spec import BUILD, contract
from .support.target import Target, live_target, mock_target

# The cheap and telling ones first: a run that stops at its first failure stops early.
ORDER = ("test_checker", "test_recordings", "test_parties", "test_examples", "test_calls", "test_replies",
         "test_bounds", "test_behaviour", "test_streams", "test_links", "test_bytes", "test_live", "test_mutations",
         "test_fuzzing")  # fmt: skip
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
    config.addinivalue_line("markers", "live: makes sense against a live service too, and changes nothing there")
    config.addinivalue_line("markers", "live_write: makes sense against a live service that may be changed")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    ours = [item for item in items if "contract" in item.path.parts]
    live = bool(config.getoption("--live-url"))
    for item in ours:
        if item.get_closest_marker("long") and not config.getoption("--gate"):
            item.add_marker(pytest.mark.skip(reason="long: run by make contract"))
        if live and not _allowed(item, write=config.getoption("--live-write")):
            item.add_marker(pytest.mark.skip(reason="not for a live service"))
    rank = {name: place for place, name in enumerate(ORDER)}
    names = _affected()
    ours.sort(key=lambda item: (not _is_about(item, names), rank.get(item.path.stem, len(ORDER))))
    fuzzing = [item for item in ours if "runs" in getattr(item, "fixturenames", ())]
    wanted = config.getoption("--gate") and fuzzing and not config.getoption("collectonly")
    config.stash[_runs] = start(config) if wanted else {}
    places = [index for index, item in enumerate(items) if "contract" in item.path.parts]
    for place, item in zip(places, ours, strict=True):
        items[place] = item


def _affected() -> set[str]:
    """What the mutation that is told is about, by name."""
    mutation = active_mutation()
    return affected_names(Contract(ResolvedSpec(read())), mutation) if mutation is not None else set()


def _is_about(item: pytest.Item, names: set[str]) -> bool:
    """Whether a test is about what a mutation is about: those go first, so that it is caught soon."""
    return item.path.stem != "test_fuzzing" and any(name in item.nodeid for name in names)


def _allowed(item: pytest.Item, *, write: bool) -> bool:
    return bool(item.get_closest_marker("live") or (write and item.get_closest_marker("live_write")))


@pytest.fixture(scope="session")
def target(request: pytest.FixtureRequest) -> Iterator[Target]:
    """The service under test."""
    config = request.config
    url = config.getoption("--live-url")
    if url:
        with live_target(
            contract(), url, config.getoption("--live-org"), write=config.getoption("--live-write")
        ) as found:
            yield found
            for scene in found.scenes:
                _count(config, found, scene)
    else:
        with mock_target(contract()) as found:
            yield found
            assert found.tap is not None
            config.stash[_pairs].update(found.tap.pairs)


@pytest.fixture(scope="session")
def channel() -> Iterator[Connections]:
    """The connections of the client under test."""
    found = Connections(contract())
    yield found
    found.close()


@pytest.fixture(scope="session")
def runs(request: pytest.FixtureRequest) -> Iterator[dict[str, BackgroundRun]]:
    """The runs of this session, in the order in which they are read."""
    started = request.config.stash[_runs]
    yield started
    for run in started.values():
        run.stop()


@pytest.fixture
def new_caller(target: Target, channel: Connections) -> Callable[..., Caller]:
    """Makes clients under test, each in an organisation of its own."""

    def make(token: str | None = None, organisation: str | None = None, **options: Any) -> Caller:
        name = organisation or target.new_organisation()
        return Caller(channel, contract(), target.url, name, token or target.token, **options)

    return make


@pytest.fixture
def caller(new_caller: Callable[..., Caller]) -> Caller:
    """The client under test, in an organisation of its own."""
    return new_caller()


def _count(config: pytest.Config, found: Target, scene: Any) -> None:
    for call, exchange in scene.wire.sent:
        config.stash[_pairs][call.operation.id, exchange.status] += 1


@pytest.fixture(scope="session")
def seen(request: pytest.FixtureRequest) -> Counter[tuple[str, int]]:
    """Where tests that run a server of their own count the replies that they saw."""
    return request.config.stash[_pairs]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    config = session.config
    if not config.getoption("--gate") or not config.stash[_pairs] or config.getoption("--live-url"):
        return
    if session.testscollected and _coverage(config).missing and not _enough(_coverage(config)) and exitstatus == 0:
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
    beside = Counter(status for _, status in coverage.undocumented)
    told = ", ".join(f"{status} by {count} operations" for status, count in sorted(beside.items()))
    terminalreporter.write_line(f"beside the document: {told or 'nothing'}")
    if not config.getoption("--live-url") and not _enough(coverage):
        terminalreporter.write_line(f"below the bar of {ALL:.0%} of all and {SUCCESSES:.0%} of 2xx", red=True)


def _coverage(config: pytest.Config) -> Coverage:
    return Coverage(contract()).add(config.stash[_pairs].elements())


def _enough(coverage: Coverage) -> bool:
    return coverage.share() >= ALL and coverage.share("2") >= SUCCESSES
