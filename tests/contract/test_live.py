"""The suite runs against a service that is not its own: a mock server stands in for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from .arrange import is_deletion, is_setting
from .serving import Served, served, settle
from .the_document import ROOT, contract
from .wire import TOKEN

LISTS = [found for found in contract().operations.values() if found.method == "GET" and not found.path_parameters]
# What they list can be deleted again; what was used, and the jobs that were run, cannot.
KEPT = [
    found.id
    for found in LISTS
    if any(
        is_deletion(other) and other.path.rpartition("/")[0] == found.path for other in contract().operations.values()
    )
]


@pytest.fixture
def service() -> Iterator[Served]:
    with served(contract()) as running:
        settle(running.tap)
        yield running


def run(service: Served, *more: str, token: str = TOKEN) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "tests/contract/test_links.py", "tests/contract/test_replies.py"),
            *("-q", "--no-header", "-p", "no:cacheprovider", "-rN"),
            *("--live-url", service.url, "--live-org", "live", *more),
        ],
        cwd=ROOT,
        env={**os.environ, "QUANT_API_TOKEN": token},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def listed(service: Served) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    found = {}
    for operation in LISTS:
        url = f"{service.url}/api/v3/organisations/live/ai{operation.target}"
        found[operation.id] = json.loads(httpx.get(url, headers=headers).content)
    return found


def methods(service: Served) -> set[str]:
    """The methods of the requests that came with a good token."""
    exchanges = [seen.exchange for seen in service.tap.seen]
    return {found.method for found in exchanges if TOKEN in found.request_headers.get("authorization", "")}


@pytest.mark.long
def test_reading_a_live_service_changes_nothing_there(service: Served) -> None:
    before = listed(service)
    done = run(service)
    assert done.returncode == 0, done.stdout[-3000:]
    assert " passed" in done.stdout
    assert listed(service) == before
    assert methods(service) == {"GET"}


@pytest.mark.long
def test_writing_to_a_live_service_leaves_nothing_behind(service: Served) -> None:
    before = listed(service)
    done = run(service, "--live-write")
    assert done.returncode == 0, done.stdout[-3000:]
    assert {"POST", "DELETE"} <= methods(service)
    after = listed(service)
    assert KEPT
    for name in KEPT:
        assert after[name] == before[name], name


@pytest.mark.long
def test_a_token_that_is_not_good_there_fails_the_run(service: Served) -> None:
    assert run(service, "--live-write", "-x", token="unknown").returncode != 0


def test_what_is_always_there_is_told_from_what_can_be_deleted() -> None:
    settings = [found for found in contract().operations.values() if is_setting(contract(), found)]
    assert settings
    assert all(found.method == "PUT" for found in settings)
