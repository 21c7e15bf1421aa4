"""The suite runs against a service that is not its own: a mock server stands in for it (visits.py)."""

from __future__ import annotations

import pytest

from .support.background import BackgroundRun
from .support.live_suite import lists
from .support.scenarios import is_deletion, is_setting
from .support.spec import contract

# What they list can be deleted again; what was used, and the jobs that were run, cannot.
KEPT = [
    found.id
    for found in lists()
    if any(
        is_deletion(other) and other.path.rpartition("/")[0] == found.path for other in contract().operations.values()
    )
]


def visit(runs: dict[str, BackgroundRun], how: str) -> BackgroundRun:
    if how not in runs:
        pytest.skip("neither in the nightly run nor for a live service")
    return runs[how]


@pytest.mark.long
def test_reading_a_live_service_changes_nothing_there(runs: dict[str, BackgroundRun]) -> None:
    run = visit(runs, "reads")
    result = run.result()
    assert result["exit"] == 0, run.printed()
    assert " passed" in run.printed()
    assert result["methods"] == ["GET"]
    assert result["after"] == result["before"]


@pytest.mark.long
def test_writing_to_a_live_service_leaves_nothing_behind(runs: dict[str, BackgroundRun]) -> None:
    run = visit(runs, "writes")
    result = run.result()
    assert result["exit"] == 0, run.printed()
    assert "nothing there is in a state for it" not in run.printed(), "what comes with time was not waited for"
    assert {"POST", "DELETE"} <= set(result["methods"])
    assert KEPT
    for name in KEPT:
        assert result["after"][name] == result["before"][name], name


@pytest.mark.long
def test_a_token_that_is_not_good_there_fails_the_run(runs: dict[str, BackgroundRun]) -> None:
    run = visit(runs, "has no good token")
    assert run.result()["exit"] == 1, run.printed()


def test_what_is_always_there_is_told_from_what_can_be_deleted() -> None:
    settings = [found for found in contract().operations.values() if is_setting(contract(), found)]
    assert settings
    assert all(found.method == "PUT" for found in settings)
