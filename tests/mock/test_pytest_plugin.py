"""The pytest fixtures, run as a user's project would run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = "quant_ai_mock.pytest_plugin"

TESTS = """
import pytest

MODEL = "amazon.nova-lite-v1:0"
MESSAGES = [{"role": "user", "content": "Hello"}]


def test_a_script_is_what_the_client_reads(quantai_mock, quantai):
    quantai_mock.script("Hello there!")
    assert quantai.chat.send(model_id=MODEL, messages=MESSAGES).response.content == "Hello there!"
    assert [entry["operation"] for entry in quantai_mock.requests()] == ["chat_send"]


@pytest.mark.parametrize("number", range(3))
def test_each_test_has_an_organisation_of_its_own(quantai, number):
    assert quantai.sessions.list(limit=10) is not None
    quantai.sessions.create(user_id="ada")
    assert len(list(quantai.sessions.list())) == 1


def test_faults_and_time_are_at_hand(quantai_mock, quantai):
    quantai_mock.freeze()
    session = quantai.sessions.create(user_id="ada")
    quantai_mock.fault(503, operation="sessions_get", times=1)
    quantai.sessions.get(session.session_id)
    assert [entry["status"] for entry in quantai_mock.requests("sessions_get")] == [503, 200]
    quantai_mock.advance(3601)
    with pytest.raises(Exception, match="not found"):
        quantai.sessions.get(session.session_id)


@pytest.mark.quantai_mock(transitions={"execution": "immediate"}, frozen=True)
def test_the_marker_sets_things_up(quantai_mock, quantai):
    assert quantai_mock.settings()["transitions"]["execution"]["progression"] == "immediate"
    assert quantai_mock.now() == quantai_mock.now()


@pytest.mark.anyio
async def test_the_async_client_is_bound_too(quantai_mock, async_quantai):
    quantai_mock.script("Hello, async.")
    reply = await async_quantai.chat.send(model_id=MODEL, messages=MESSAGES)
    assert reply.response.content == "Hello, async."


@pytest.fixture
def anyio_backend():
    return "asyncio"
"""


def run(folder: Path, *arguments: str) -> str:
    (folder / "test_mine.py").write_text(TESTS)
    (folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\naddopts = --strict-markers\n")
    paths = os.pathsep.join(str(ROOT / name) for name in ("overlays", "generated"))
    command = [sys.executable, "-m", "pytest", "-q", "-p", PLUGIN, "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": paths, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "arguments", [("-p", "anyio"), ("-p", "anyio", "-p", "xdist", "-n", "2")], ids=["alone", "with xdist"]
)
def test_the_fixtures_work_in_a_project_of_their_own(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert "7 passed" in run(tmp_path, *arguments)
