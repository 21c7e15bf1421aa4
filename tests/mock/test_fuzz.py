"""A short run of the fuzzer; `make fuzz` runs it for longer."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from typing import Any

import pytest
from tests.mock.fuzz import Report, fuzz

from quant_ai_mock import make_app
from quant_ai_mock.control.mock_app import MockApp
from quant_ai_mock.state.request_context import Reply


@pytest.fixture
def app() -> Iterator[MockApp]:
    app = make_app(strict=True)
    with contextlib.closing(app.state.store):
        yield app


def fuzzed(app: MockApp, requests: int, seed: int = 7) -> Report:
    return asyncio.run(fuzz(app, requests=requests, seed=seed))


def test_spoilt_requests_break_nothing_and_are_judged_as_the_document_does(app: MockApp) -> None:
    operations = len(app.state.api.operations)
    report = fuzzed(app, 75 * operations)
    assert not report.wrong, "\n".join(report.wrong[:5])
    reached = {name for name, status in report.statuses if status < 300}
    assert len(reached) > 0.85 * operations  # some are rarely reached by so few requests


def test_the_same_seed_asks_the_same(app: MockApp) -> None:
    other = make_app(strict=True)
    with contextlib.closing(other.state.store):
        assert fuzzed(other, 400).statuses == fuzzed(app, 400).statuses


def broken(_: Any) -> Any:
    raise RuntimeError("broken on purpose")


@pytest.mark.parametrize(
    ("operation", "lie", "found"),
    [
        ("models_list", broken, "500"),
        ("models_list", lambda _: {"models": "none", "count": 0}, "500"),
        ("files_list", lambda _: Reply(400, {"message": "No.", "error": True}), "400 to a request that fits"),
    ],
)
def test_what_is_wrong_is_found(
    app: MockApp, operation: str, lie: Any, found: str, caplog: pytest.LogCaptureFixture
) -> None:
    app.gateway.handlers[operation] = lie
    found = f"{operation}: {found}"
    assert any(wrong.startswith(found) for wrong in fuzzed(app, 400).wrong)
