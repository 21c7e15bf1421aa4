"""Fixtures for tests of code that uses the Quant AI API; pytest finds them where the package is installed.

    def test_my_code_greets(quantai_mock, quantai):
        quantai_mock.script("Hello there!")
        assert my_code(quantai) == "Hello there!"
        assert len(quantai_mock.requests("chat_send")) == 1

One server runs for the whole session, or for each worker of pytest-xdist. Each test gets its own organisation, so
nothing has to be reset between tests, and no test sees what another one did.

Only the fixtures with a client import the client, and only when a test uses them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from quant_ai import AsyncQuantAI, QuantAI

    from .testing import Mock, Organisation

MARKER = """\
quantai_mock(**settings): settings of this test's organisation, by their names in JSON, and frozen=True for a clock \
that stands still. Example: @pytest.mark.quantai_mock(dialect="wire", transitions={"execution": "immediate"})"""


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("quantai_mock", "the mock server of the Quant AI API")
    group.addoption("--quantai-mock-url", metavar="URL", help="use a mock server that runs already")
    group.addoption("--quantai-mock-control-token", metavar="TOKEN", help="the control token of that server")
    group.addoption(
        "--quantai-mock-seed", type=int, default=0, metavar="N", help="what the server's replies follow from"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", MARKER)


@pytest.fixture(scope="session")
def quantai_mock_server(request: pytest.FixtureRequest) -> Iterator[Mock]:
    """The mock server, which runs for the session. It is strict: a reply that does not fit the spec becomes a 500."""
    from .testing import Mock, running_mock

    option = request.config.getoption
    url: str | None = option("--quantai-mock-url")
    if url:
        mock = Mock(url, option("--quantai-mock-control-token"))
        yield mock
        mock.close()
        return
    with running_mock(seed=option("--quantai-mock-seed")) as mock:
        yield mock


@pytest.fixture
def quantai_mock(request: pytest.FixtureRequest, quantai_mock_server: Mock) -> Organisation:
    """A new organisation of the server, with methods to control it."""
    organisation = quantai_mock_server.organisation()
    settings: dict[str, Any] = {}
    for marker in reversed(list(request.node.iter_markers("quantai_mock"))):
        settings |= marker.kwargs
    if settings.pop("frozen", False):
        organisation.freeze()
    if settings:
        organisation.settings(**settings)
    return organisation


@pytest.fixture
def quantai(quantai_mock: Organisation) -> Iterator[QuantAI]:
    """A `QuantAI` client of the new organisation."""
    from quant_ai import QuantAI

    with QuantAI(**_client_options(quantai_mock)) as client:
        yield client


@pytest.fixture
def async_quantai(quantai_mock: Organisation) -> AsyncQuantAI:
    """An `AsyncQuantAI` client of the new organisation.

    It keeps no connection between requests, so that it need not be closed, and works with any async test runner.
    """
    import httpx

    from quant_ai import AsyncQuantAI

    http_client = httpx.AsyncClient(limits=httpx.Limits(max_keepalive_connections=0), verify=False)
    return AsyncQuantAI(**_client_options(quantai_mock), http_client=http_client)


def _client_options(organisation: Organisation) -> dict[str, Any]:
    return {"base_url": organisation.url, "token": organisation.token, "organisation": organisation.name}
