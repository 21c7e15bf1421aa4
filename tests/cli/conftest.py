"""A mock server for all tests of the command, and an environment without the settings of the user who runs them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from quant_ai_mock import Mock, running_mock

from .support.running import CommandRunner

_NUMBERS = count(1)
_VARIABLES = (
    "QUANT_MODEL", "QUANT_PROFILE", "QUANT_PROJECT", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS",
)  # fmt: skip


@pytest.fixture(scope="session")
def mock() -> Iterator[Mock]:
    with running_mock() as mock:
        mock.transitions(execution="immediate", tool_execution="immediate", tool_orchestration="immediate")
        mock.transitions(crawl="immediate")
        yield mock


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home of the test's own, which is also the present folder."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "XDG_CONFIG_HOME", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def quant_ai(
    mock: Mock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> CommandRunner:
    """Runs commands with a token and an organisation in the environment."""
    organisation = f"cli-{next(_NUMBERS)}"
    monkeypatch.setenv("QUANT_API_TOKEN", mock.token)
    monkeypatch.setenv("QUANT_ORGANISATION", organisation)
    monkeypatch.setenv("QUANT_BASE_URL", mock.url)
    return CommandRunner(mock, organisation, monkeypatch, capsys)
