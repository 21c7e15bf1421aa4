"""Fixtures for tests of code that uses the Quant AI API; pytest finds them once the package is installed.

    def test_my_code_greets(quantai_mock, quantai):
        quantai_mock.script("Hello there!")
        assert my_code(quantai) == "Hello there!"
        assert len(quantai_mock.requests("chat_send")) == 1

One server runs for the whole session, or for each worker of pytest-xdist. Each test gets its own organisation, so
nothing has to be reset between tests, and no test sees what another one did. The organisation's name follows from the
test's, so that a test gets the same ids in every run.

Only the fixtures with a client import the client, and only when a test uses them.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from quant_ai import AsyncQuantAI, QuantAI

    from .refreshing import Refreshing
    from .testing import Mock, Organisation

MARKER = """\
quantai_mock(**settings): settings of this test's organisation, such as dialect="wire" or \
transitions={"execution": "immediate"}; frozen=True (or a time) to freeze the clock; real_time=True for \
clients that sleep for real; replay="traffic.har" to answer what was recorded, with replay_only=True, repeat=True, \
ignore=["temperature"] or paced=True; all_used=True to fail the test if a script, a fault or a recording never took \
effect"""

_REPLAY = ("replay", "replay_only", "repeat", "ignore", "paced")
_OWN = ("frozen", "real_time", "all_used", *_REPLAY)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("quantai_mock", "the mock server of the Quant AI API")
    group.addoption("--quantai-mock-url", metavar="URL", help="use a mock server that is already running")
    group.addoption("--quantai-mock-control-token", metavar="TOKEN", help="the control token of that server")
    group.addoption("--quantai-mock-seed", type=int, metavar="N", help="random seed for ids and replies")
    group.addoption(
        "--quantai-record",
        nargs="?",
        const="all",
        choices=["all", "missing"],
        help="record the service (QUANT_API_TOKEN, QUANT_ORGANISATION) into the files that tests replay: all of them, "
        "or with =missing those that do not exist; without a token they are replayed",
    )


_refreshing = pytest.StashKey["Refreshing | None"]()
_file = pytest.StashKey[Path]()


def pytest_configure(config: pytest.Config) -> None:
    from .refreshing import RefreshError, refreshing_for

    config.addinivalue_line("markers", MARKER)
    try:
        config.stash[_refreshing] = refreshing_for(
            config.getoption("--quantai-record"), getattr(config, "workerinput", None)
        )
    except RefreshError as error:
        raise pytest.UsageError(str(error)) from None


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep the file of a test that fails."""
    outcome: Any = yield
    refreshing = item.config.stash[_refreshing]
    if refreshing is not None and _file in item.stash and outcome.get_result().failed:
        refreshing.failed(item.stash[_file])


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    refreshing = config.stash[_refreshing]
    if refreshing is not None:
        terminalreporter.section("recordings of the Quant AI API")
        for line in refreshing.end():
            terminalreporter.write_line(line)
    elif config.getoption("--quantai-record"):
        terminalreporter.write_line("quantai: QUANT_API_TOKEN is not set, so recordings were replayed")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a passed test if it asks for that, and a script or a fault of it never took effect."""
    outcome: Any = yield
    organisation: Organisation | None = getattr(item, "funcargs", {}).get("quantai_mock")
    if organisation is None or outcome.excinfo is not None or not _options(item).get("all_used"):
        return
    unused = organisation.unused()
    if unused:
        try:
            pytest.fail(f"never took effect: {'; '.join(unused)}", pytrace=False)
        except pytest.fail.Exception as failure:
            outcome.force_exception(failure)


@pytest.fixture(scope="session")
def quantai_mock_server(request: pytest.FixtureRequest) -> Iterator[Mock]:
    """The mock server, which runs for the session. It is strict: a reply that does not fit the spec becomes a 500."""
    from .proxies import direct_connections
    from .testing import Mock, running_mock

    option = request.config.getoption
    url: str | None = option("--quantai-mock-url")
    if url:
        with direct_connections():
            mock = Mock(url, option("--quantai-mock-control-token"))
            yield mock
            mock.close()
        return
    with running_mock(seed=option("--quantai-mock-seed") or 0) as mock:
        yield mock


@pytest.fixture(scope="session")
def _quantai_mock_names() -> set[str]:
    """The names of the organisations that tests of this session have had."""
    return set()


@pytest.fixture
def quantai_mock(
    request: pytest.FixtureRequest, quantai_mock_server: Mock, _quantai_mock_names: set[str]
) -> Organisation:
    """A new organisation of the server, with methods to control it."""
    options = _options(request.node)
    seed, shared = request.config.getoption("--quantai-mock-seed"), request.config.getoption("--quantai-mock-url")
    name = _name(request.node, seed or 0)
    if shared and seed is None:  # others may run the same test at the same time
        name += f"-{uuid.uuid4().hex[:8]}"
    organisation = quantai_mock_server.organisation(name)
    if shared or name in _quantai_mock_names:  # a test that is run again begins again
        organisation.reset()
    _quantai_mock_names.add(name)
    settings = {key: value for key, value in options.items() if key not in _OWN}
    frozen = options.get("frozen", False)
    if frozen is not False:
        organisation.freeze(None if frozen is True else frozen)
    if settings:
        organisation.settings(**settings)
    _replay(request.node, organisation, options)
    return organisation


def _replay(item: pytest.Item, organisation: Organisation, options: dict[str, Any]) -> None:
    """Replay the recording that a test names. Its path is relative to the file of the test."""
    from .har_file import HarError

    given = {name: options[name] for name in _REPLAY if name in options}
    file = given.pop("replay", None)
    if file is None:
        if given:
            pytest.fail(f"the marker quantai_mock has {next(iter(given))}=, but no replay=", pytrace=False)
        return
    path = item.path.parent / file
    refreshing = item.config.stash[_refreshing]
    if refreshing is not None and _record(item, refreshing, path, organisation):
        return
    try:
        organisation.replay(path, only=given.pop("replay_only", False), **given)
    except HarError as error:
        pytest.fail(str(error), pytrace=False)


def _record(item: pytest.Item, refreshing: Refreshing, path: Path, organisation: Organisation) -> bool:
    """Let a test use the service over the proxy that records it; returns whether it does."""
    from .refreshing import RefreshError

    try:
        url = refreshing.url_for(path)
    except RefreshError as error:
        pytest.fail(str(error), pytrace=False)
    if url is not None:
        item.stash[_file] = path
        organisation.url, organisation.token, organisation.name = url, refreshing.token, refreshing.organisation
    return url is not None


@pytest.fixture
def quantai(request: pytest.FixtureRequest, quantai_mock: Organisation) -> Iterator[QuantAI]:
    """A `QuantAI` client of the new organisation. It waits by the mock's clock, which takes no time."""
    from quant_ai import QuantAI

    with QuantAI(**_client_options(request, quantai_mock)) as client:
        yield client


@pytest.fixture
def async_quantai(request: pytest.FixtureRequest, quantai_mock: Organisation) -> AsyncQuantAI:
    """An `AsyncQuantAI` client of the new organisation. It waits by the mock's clock, which takes no time.

    It keeps no connection between requests, so that it need not be closed, and works with any async test runner.
    """
    import httpx

    from quant_ai import AsyncQuantAI

    encrypted = quantai_mock.url.startswith("https:")  # else no certificates need to be loaded
    http_client = httpx.AsyncClient(limits=httpx.Limits(max_keepalive_connections=0), verify=encrypted)
    return AsyncQuantAI(**_client_options(request, quantai_mock), http_client=http_client)


def _client_options(request: pytest.FixtureRequest, organisation: Organisation) -> dict[str, Any]:
    options: dict[str, Any] = {
        "base_url": organisation.url,
        "token": organisation.token,
        "organisation": organisation.name,
    }
    if not _options(request.node).get("real_time") and _file not in request.node.stash:
        from .client_clock import MockClock

        options["clock"] = MockClock(organisation)
    return options


def _options(item: pytest.Item) -> dict[str, Any]:
    """The arguments of all markers of a test: its own, its class's and its module's. The closest one wins."""
    from .python_names import to_python

    found: dict[str, Any] = {}
    for marker in reversed(list(item.iter_markers("quantai_mock"))):
        if marker.args:
            pytest.fail(
                f'the marker quantai_mock only takes keyword arguments such as dialect="wire", got {marker.args[0]!r}',
                pytrace=False,
            )
        found = _merged(found, to_python(marker.kwargs))
    return found


def _merged(before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    both = {
        key: _merged(before[key], value)
        for key, value in after.items()
        if isinstance(value, dict) and isinstance(before.get(key), dict)
    }
    return before | after | both


def _name(item: pytest.Item, seed: int) -> str:
    """The name of a test's organisation: readable, and the same in every run with the same seed."""
    readable = re.sub(r"[^a-z0-9]+", "-", item.name.lower()).strip("-")[:40].rstrip("-")
    return f"{readable}-{blake2b(f'{seed} {item.nodeid}'.encode(), digest_size=4).hexdigest()}"
