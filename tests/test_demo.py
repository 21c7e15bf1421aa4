"""`make demo` passes if every step works as promised, and fails if one of them does not."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import demo
from quant_ai import QuantAI
from quant_ai_cli.application import run
from quant_ai_mock import Mock, running_mock

ROOT = Path(__file__).parents[1]


@pytest.fixture
def mock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mock]:
    """A mock server that the demo uses instead of its own."""

    @contextmanager
    def connected() -> Iterator[QuantAI]:
        with QuantAI(token=mock.token, organisation="acme", base_url=mock.url, max_retries=0) as client:
            yield client

    with running_mock(strict=False) as mock:
        mock.transitions(execution="immediate")
        monkeypatch.setattr(demo, "connected", connected)
        yield mock


@pytest.mark.slow
def test_the_demo_passes_without_a_token() -> None:
    done = subprocess.run([sys.executable, "scripts/demo.py"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    steps = done.stdout.count("✓")
    assert steps >= 6
    assert f"{steps}/{steps} " in done.stdout


def test_the_demo_passes_on_a_server_that_keeps_its_promises(mock: Mock) -> None:
    assert demo.main() == 0


def test_the_demo_ends_with_three_commands_that_work(
    mock: Mock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    demo.main()
    named = [shlex.split(line.strip()) for line in capsys.readouterr().out.splitlines()[-3:]]
    assert [command[0] for command in named] == [".venv/bin/quant-ai"] * 3
    assert [run(command[1:]) for command in named] == [0, 0, 0]


@pytest.mark.parametrize(
    "operation",
    [
        "models_list",
        "chat_send",
        "chat_stream",
        "chat_get_execution",
        "chat_submit_callback",
        "embeddings_create",
        "vector_db_upload_documents",
        "vector_db_query",
    ],
)
def test_the_demo_fails_if_an_operation_fails(operation: str, mock: Mock, capsys: pytest.CaptureFixture[str]) -> None:
    mock.fault(422, operation=operation, times=None)
    assert demo.main() == 1
    assert "✗" in capsys.readouterr().out


def test_the_demo_fails_if_a_reply_is_empty(mock: Mock, capsys: pytest.CaptureFixture[str]) -> None:
    mock.script("", text="Say hello")
    assert demo.main() == 1
    assert "✗ BrokenPromise: the reply has no text" in capsys.readouterr().out


def test_the_live_demo_names_the_setting_that_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LIVE", "1")
    assert demo.main() == 1
    assert "QUANT_API_TOKEN" in capsys.readouterr().out


def test_the_demo_says_what_it_talks_to_and_fits_the_terminal(
    mock: Mock, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    demo.main()
    out = capsys.readouterr().out
    assert "mock server of its own" in out
    results = [line for line in out.splitlines() if line.startswith("    ") and ".venv" not in line]
    assert max(map(len, results)) <= 60


def test_the_demo_tells_of_a_lost_connection_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, value in {"LIVE": "1", "QUANT_API_TOKEN": "t", "QUANT_ORGANISATION": "o"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("QUANT_BASE_URL", "http://127.0.0.1:9")
    assert demo.main() == 1
    out = capsys.readouterr().out
    assert out.count("ConnectionFailedError") == 1
    assert "the real service" in out


def test_ctrl_c_ends_the_demo_in_a_line(
    mock: Mock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(self: demo.Demo) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(demo.Demo, "send_a_message", interrupt)
    assert demo.main() == 130
    assert capsys.readouterr().out.splitlines()[-1] == "Stopped."
