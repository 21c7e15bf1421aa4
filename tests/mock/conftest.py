"""A strict mock server for the whole session, and a fresh organisation of it for each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.mock.api import Api

from quant_ai_mock import Mock, running_mock


@pytest.fixture(scope="session")
def server() -> Iterator[Mock]:
    with running_mock(tokens={"acme-token": "acme"}) as mock:
        yield mock


@pytest.fixture
def api(server: Mock) -> Iterator[Api]:
    with Api(server.organisation()) as api:
        yield api
