"""Tests of the app against the mock server, without a token or a network."""

from __future__ import annotations

import pytest
from app import app
from fastapi.testclient import TestClient

from quant_ai_mock.testing import Organisation


@pytest.fixture
def web(quantai_mock: Organisation, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.setenv("QUANT_API_TOKEN", quantai_mock.token)
    monkeypatch.setenv("QUANT_ORGANISATION", quantai_mock.name)
    monkeypatch.setenv("QUANT_BASE_URL", quantai_mock.url)
    return TestClient(app)


def test_the_reply_is_streamed(quantai_mock: Organisation, web: TestClient) -> None:
    quantai_mock.script("Twelve apostles.")
    with web:
        assert web.get("/ask", params={"question": "How many?"}).text == "Twelve apostles."


def test_a_broken_stream_is_shown(quantai_mock: Organisation, web: TestClient) -> None:
    quantai_mock.script("A long reply that breaks off.")
    quantai_mock.fault(kind="truncate", operation="chat_stream", at=2)
    with web:
        assert web.get("/ask", params={"question": "How many?"}).text.endswith("[StreamIncompleteError]")
