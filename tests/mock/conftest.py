"""A strict mock server for the session, and a new organisation of it for each test."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from tests.mock.support.ai_search import CACHE, HOURS, Site
from tests.mock.support.client import ApiClient
from tests.mock.support.direct import DirectMock

from quant_ai_mock import Mock, running_mock


@pytest.fixture(scope="session")
def server() -> Iterator[Mock]:
    with running_mock(tokens={"acme-token": "acme"}) as mock:
        yield mock


@pytest.fixture(scope="session")
def direct() -> Iterator[DirectMock]:
    with contextlib.closing(DirectMock()) as mock:
        yield mock


@pytest.fixture
def api(server: Mock) -> Iterator[ApiClient]:
    with ApiClient(server.organisation()) as api:
        yield api


@pytest.fixture
def site(api: ApiClient) -> Site:
    """A project with AI Search enabled."""
    found = Site(api)
    found.enable()
    return found


@pytest.fixture
def filled(site: Site) -> Site:
    """A project with two pages in its index."""
    site.ingest(CACHE, HOURS)
    return site
