"""The suite works against a live service. A mock server stands in for it (see support/live_suite.py)."""

from __future__ import annotations

import pytest

from .support.background import BackgroundRun
from .support.example_calls import is_deletion, is_setting
from .support.live_suite import lists
from .support.loaded_spec import contract

# What these operations list can be deleted; usage and past jobs cannot.
DELETABLE = [
    found.id
    for found in lists()
    if any(
        is_deletion(other) and other.path.rpartition("/")[0] == found.path for other in contract().operations.values()
    )
]


def suite_run(runs: dict[str, BackgroundRun], how: str) -> BackgroundRun:
    if how not in runs:
        pytest.skip("neither in the nightly run nor for a live service")
    return runs[how]


@pytest.mark.long
def test_reading_a_live_service_changes_nothing_there(runs: dict[str, BackgroundRun]) -> None:
    run = suite_run(runs, "reads")
    result = run.result()
    assert result["exit"] == 0, run.output()
    assert " passed" in run.output()
    assert result["methods"] == ["GET"]
    assert result["after"] == result["before"]


@pytest.mark.long
def test_writing_to_a_live_service_leaves_nothing_behind(runs: dict[str, BackgroundRun]) -> None:
    run = suite_run(runs, "writes")
    result = run.result()
    assert result["exit"] == 0, run.output()
    assert "nothing there is in the right state" not in run.output(), "the suite did not wait for a state"
    assert {"POST", "DELETE"} <= set(result["methods"])
    assert DELETABLE
    for name in DELETABLE:
        assert result["after"][name] == result["before"][name], name


@pytest.mark.long
def test_a_bad_token_fails_the_run(runs: dict[str, BackgroundRun]) -> None:
    run = suite_run(runs, "has no good token")
    assert run.result()["exit"] == 1, run.output()


def test_settings_are_distinguished_from_resources_that_can_be_deleted() -> None:
    settings = [found for found in contract().operations.values() if is_setting(contract(), found)]
    assert settings
    assert all(found.method == "PUT" for found in settings)
