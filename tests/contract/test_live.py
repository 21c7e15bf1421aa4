"""The suite runs against a service that is not its own: a mock server stands in for it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
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


@dataclass
class Visit:
    """A run of the suite against a service, and what was there before."""

    service: Served
    before: dict[str, Any]
    process: subprocess.Popen[str]

    def end(self) -> tuple[int, str]:
        """Wait for the run; gives its exit code and what it printed."""
        printed, _ = self.process.communicate(timeout=600)
        return self.process.returncode, printed


@pytest.fixture(scope="module")
def visits() -> Iterator[dict[str, Visit]]:
    """All the runs, each against a service of its own, at once: one alone leaves most of two cores idle."""
    with ExitStack() as open_services:
        found = {}
        for name, token, *more in (
            ("reads", TOKEN),
            ("writes", TOKEN, "--live-write"),
            ("has no good token", "unknown", "--live-write", "-x"),
        ):
            service = open_services.enter_context(served(contract()))
            settle(service.tap)
            found[name] = Visit(service, listed(service), start(service, token, *more))
            open_services.callback(found[name].process.kill)
        yield found


def start(service: Served, token: str, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            *(sys.executable, "-m", "pytest", "tests/contract/test_links.py", "tests/contract/test_replies.py"),
            *("-q", "--no-header", "-p", "no:cacheprovider", "-rN"),
            *("--live-url", service.url, "--live-org", "live", *more),
        ],
        cwd=ROOT,
        env={**os.environ, "QUANT_API_TOKEN": token},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
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
def test_reading_a_live_service_changes_nothing_there(visits: dict[str, Visit]) -> None:
    visit = visits["reads"]
    code, printed = visit.end()
    assert code == 0, printed[-3000:]
    assert " passed" in printed
    assert methods(visit.service) == {"GET"}
    assert listed(visit.service) == visit.before


@pytest.mark.long
def test_writing_to_a_live_service_leaves_nothing_behind(visits: dict[str, Visit]) -> None:
    visit = visits["writes"]
    code, printed = visit.end()
    assert code == 0, printed[-3000:]
    assert {"POST", "DELETE"} <= methods(visit.service)
    after = listed(visit.service)
    assert KEPT
    for name in KEPT:
        assert after[name] == visit.before[name], name


@pytest.mark.long
def test_a_token_that_is_not_good_there_fails_the_run(visits: dict[str, Visit]) -> None:
    code, _ = visits["has no good token"].end()
    assert code != 0


def test_what_is_always_there_is_told_from_what_can_be_deleted() -> None:
    settings = [found for found in contract().operations.values() if is_setting(contract(), found)]
    assert settings
    assert all(found.method == "PUT" for found in settings)
