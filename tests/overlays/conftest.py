"""Fixtures for the tests of the client."""

from __future__ import annotations

import pytest

from .support.clock import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which client a test uses; it runs once for each."""
    return str(request.param)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"
