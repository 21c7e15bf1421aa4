"""What all tests share: an environment without the settings of the user who runs them, and Hypothesis profiles."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from tests.removed import skip_removed

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# No deadline, since workers share the processors. CI always runs the same examples, so failures there can be repeated.
settings.register_profile("default", deadline=None, print_blob=True)
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")

_SETTINGS = ("QUANT_API_TOKEN", "QUANT_ORGANISATION", "QUANT_BASE_URL")
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    skip_removed(items)


def pytest_collection_finish() -> None:
    # The tests themselves are some million objects. Frozen, they no longer cost a second in each full collection.
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _SETTINGS + _PROXIES:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def anyio_backend() -> str:
    """Tests marked `anyio` run on asyncio."""
    return "asyncio"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium with a temporary profile."""
    from tests.chromium import chromium

    with chromium() as browser:
        yield browser
