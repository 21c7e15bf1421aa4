"""The pytest fixtures, run as a user's project would run them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock import Mock, MockClock, running_mock
from quant_ai_mock.proxies import direct_connections

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


def run(folder: Path, *arguments: str, tests: str = TESTS, fails: bool = False, **environment: str) -> str:
    """Run tests in a project of their own; returns the output."""
    (folder / "test_mine.py").write_text(tests)
    (folder / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\naddopts = --strict-markers\n")
    paths = os.pathsep.join(str(ROOT / name) for name in ("overlays", "generated"))
    command = [sys.executable, "-m", "pytest", "-q", "-p", PLUGIN, "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": paths, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == int(fails), done.stdout + done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "arguments", [("-p", "anyio"), ("-p", "anyio", "-p", "xdist", "-n", "2")], ids=["alone", "with xdist"]
)
def test_the_fixtures_work_in_a_project_of_their_own(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert "7 passed" in run(tmp_path, *arguments)


IDS = """
import contextlib
import pytest

@pytest.mark.parametrize("number", range(4))
def test_id(quantai_mock, quantai, number):
    quantai_mock.fault(503, operation="models_list", probability=0.5, times=None)
    for _ in range(8):
        with contextlib.suppress(Exception):
            quantai.models.list()
    statuses = [entry["status"] for entry in quantai_mock.requests("models_list")]
    with open("ids.txt", "a") as file:
        file.write(f"{number} {quantai.sessions.create(user_id='ada').session_id} {statuses}\\n")
"""


def ids(folder: Path, *arguments: str) -> list[str]:
    """What a project's tests get: ids, and the requests that a random fault hits."""
    (folder / "ids.txt").unlink(missing_ok=True)
    run(folder, *arguments, tests=IDS)
    return sorted((folder / "ids.txt").read_text().splitlines())


def test_a_seed_means_the_same_in_every_run_order_and_worker(tmp_path: Path) -> None:
    first = ids(tmp_path, "--quantai-mock-seed", "7")
    assert len({line.split()[1] for line in first}) == 4
    assert ids(tmp_path, "--quantai-mock-seed", "7", "-p", "xdist", "-n", "2") == first
    assert ids(tmp_path, "--quantai-mock-seed", "7", "-k", "test_id[2]") == [first[2]]
    assert ids(tmp_path, "--quantai-mock-seed", "8") != first


def test_a_test_that_is_run_again_begins_again(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("def pytest_collection_modifyitems(items): items.extend(items[:])\n")
    found = ids(tmp_path)
    assert found[::2] == found[1::2]


def test_the_seed_holds_on_a_server_elsewhere_and_names_are_random_without_one(tmp_path: Path) -> None:
    with running_mock() as mock:
        there = ("--quantai-mock-url", mock.url)
        assert ids(tmp_path, *there, "--quantai-mock-seed", "7") == ids(tmp_path, *there, "--quantai-mock-seed", "7")
        assert ids(tmp_path, *there) != ids(tmp_path, *there)


def test_running_mock_counts_its_organisations() -> None:
    with running_mock() as mock:
        assert [mock.organisation().name for _ in range(2)] == ["test-1", "test-2"]
        assert Mock(mock.url).organisation().name != "test-1"


@pytest.mark.parametrize(("variable", "exempt"), [("HTTP_PROXY", ""), ("http_proxy", "a.example"), ("ALL_PROXY", "")])
def test_the_fixtures_go_past_any_proxy(tmp_path: Path, variable: str, exempt: str) -> None:
    environment = {variable: "http://127.0.0.1:9", "NO_PROXY": exempt, "no_proxy": exempt}
    assert "7 passed" in run(tmp_path, "-p", "anyio", **environment)


def test_what_is_exempt_from_proxies_stays_so_and_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "a.example")
    with direct_connections():
        assert os.environ["no_proxy"] == "a.example"  # nothing is needed without a proxy
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with direct_connections(), direct_connections():
        assert os.environ["no_proxy"] == os.environ["NO_PROXY"] == "a.example,127.0.0.1,localhost,::1"
    assert os.environ["no_proxy"] == "a.example"
    assert "NO_PROXY" not in os.environ
    monkeypatch.setenv("no_proxy", "*")
    with direct_connections():
        assert os.environ["no_proxy"] == "*"


MARKED = """
import pytest

pytestmark = pytest.mark.quantai_mock(transitions={"execution": "immediate", "crawl": {"seconds": 9}}, dialect="docs")


def kinds(quantai_mock):
    return {kind: one["progression"] for kind, one in quantai_mock.settings()["transitions"].items()}


def test_the_module(quantai_mock):
    assert kinds(quantai_mock)["execution"] == "immediate"


@pytest.mark.quantai_mock(transitions={"crawl": {"progression": "polls"}}, tokens_per_second=1000)
def test_both(quantai_mock):
    assert kinds(quantai_mock)["execution"] == "immediate"
    settings = quantai_mock.settings()
    assert settings["transitions"]["crawl"] == {"progression": "polls", "seconds": 9, "times": 2}
    assert (settings["dialect"], settings["tokens_per_second"]) == ("docs", 1000)


@pytest.mark.quantai_mock(transitions={"execution": "polls"}, dialect="wire", frozen=1_800_000_000)
def test_the_closest_wins(quantai_mock):
    assert kinds(quantai_mock)["execution"] == "polls"
    assert quantai_mock.settings()["dialect"] == "wire"
    assert quantai_mock.now() == 1_800_000_000


class TestOfAClass:
    pytestmark = pytest.mark.quantai_mock(transitions={"execution": "polls"})

    @pytest.mark.quantai_mock(transitions={"orchestration": "immediate"})
    def test_method(self, quantai_mock):
        assert (kinds(quantai_mock)["execution"], kinds(quantai_mock)["orchestration"]) == ("polls", "immediate")
"""


def test_markers_of_module_class_and_test_merge(tmp_path: Path) -> None:
    assert "4 passed" in run(tmp_path, tests=MARKED)


@pytest.mark.parametrize(
    ("marker", "complaint"),
    [
        ('"wire"', "keyw"),
        ("dialekt='wire'", "no member 'dialekt': did you mean 'dialect'?"),
        ("transitions='immediate'", "transitions: "),
        ("all_use=True", "no member 'allUse'"),
    ],
)
def test_a_wrong_marker_is_refused(tmp_path: Path, marker: str, complaint: str) -> None:
    test = f"import pytest\n@pytest.mark.quantai_mock({marker})\ndef test_it(quantai_mock): pass\n"
    assert complaint in run(tmp_path, tests=test, fails=True)


UNUSED = """
import pytest

pytestmark = pytest.mark.quantai_mock(all_used=True)

def test_all_used(quantai_mock, quantai):
    quantai_mock.fault(503, operation="models_list")
    quantai.models.list()

def test_a_fault_is_left(quantai_mock, quantai):
    quantai_mock.fault(503, operation="models_list", skip=1)
    quantai.models.list()

def test_a_script_is_left(quantai_mock):
    quantai_mock.script("Hello", text="weather")

@pytest.mark.anyio
async def test_async(quantai_mock):
    quantai_mock.script("Hello")

@pytest.mark.quantai_mock(all_used=False)
def test_one_may_be_left_here(quantai_mock):
    quantai_mock.script("Hello")

def test_a_failure_of_its_own_stays(quantai_mock):
    quantai_mock.script("Hello")
    raise RuntimeError("its own")

@pytest.fixture
def anyio_backend():
    return "asyncio"
"""


def test_a_marker_fails_a_test_whose_script_or_fault_took_no_effect(tmp_path: Path) -> None:
    output = run(tmp_path, "-p", "anyio", tests=UNUSED, fails=True)
    assert "4 failed, 2 passed" in output
    assert re.search(r"never took effect: fault \d+ \(operation='models_list', skip=1, status=503\)", output)
    assert re.search(r"never took effect: script \d+ \(text='weather', reply='Hello'\)", output)
    assert "RuntimeError: its own" in output


WAITING = """
import time
import anyio
import pytest

@pytest.fixture(autouse=True)
def no_sleep(monkeypatch):
    def sleep(seconds):
        raise AssertionError(f"slept for {seconds} s")
    monkeypatch.setattr(time, "sleep", sleep)
    monkeypatch.setattr("quant_ai.http.interrupts.Interrupt.sleep", lambda self, seconds: sleep(seconds))

def say(city: str) -> str:
    "Say the weather of a city."
    return "rain"

MESSAGES = [{"role": "user", "content": "Hello"}]
CLAUDE = "anthropic.claude-sonnet-4-20250514-v1:0"

def test_retries(quantai_mock, quantai):
    quantai_mock.freeze(1_800_000_000)
    quantai_mock.fault(429, retry_after=30, operation="models_list")
    quantai.models.list()
    assert quantai_mock.now() >= 1_800_000_030

def test_a_date_to_retry_after(quantai_mock, quantai):
    quantai_mock.freeze(1_800_000_000)
    quantai_mock.fault(503, retry_after="Fri, 15 Jan 2027 08:00:20 GMT", operation="models_list")
    quantai.models.list()
    assert 1_800_000_019 <= quantai_mock.now() <= 1_800_000_022

def test_jobs(quantai_mock, quantai):
    job = quantai.chat.start(model_id=CLAUDE, messages=MESSAGES)
    assert job.wait().status == "complete"

def test_runs(quantai):
    assert quantai.chat.run(model_id=CLAUDE, messages=MESSAGES, tools=[say]).calls

def test_deadlines_see_what_was_skipped(quantai_mock, quantai):
    quantai_mock.transitions(execution={"progression": "time", "seconds": 1e6})
    job = quantai.chat.start(model_id=CLAUDE, messages=MESSAGES)
    with pytest.raises(TimeoutError):
        job.wait(deadline=900)

@pytest.mark.anyio
async def test_async(quantai_mock, async_quantai):
    quantai_mock.freeze(1_800_000_000)
    quantai_mock.fault(429, retry_after=30, operation="models_list")
    await async_quantai.models.list()
    assert quantai_mock.now() >= 1_800_000_030
    job = await async_quantai.chat.start(model_id=CLAUDE, messages=MESSAGES)
    assert (await job.wait()).status == "complete"

@pytest.mark.quantai_mock(real_time=True)
def test_real_time_is_an_option(quantai_mock, quantai):
    quantai_mock.fault(429, retry_after=1, operation="models_list")
    with pytest.raises(AssertionError, match="slept for 1"):
        quantai.models.list()

@pytest.fixture(params=["asyncio", "trio"])
def anyio_backend(request):
    return request.param
"""


def test_the_clients_wait_by_the_mocks_clock(tmp_path: Path) -> None:
    assert "8 passed" in run(tmp_path, "-p", "anyio", tests=WAITING)


def test_threads_that_sleep_at_once_skip_the_time_once() -> None:
    with running_mock() as mock:
        acme = mock.organisation("acme")
        acme.freeze(1_800_000_000)
        clock = MockClock(acme)
        with ThreadPoolExecutor(8) as threads:
            list(threads.map(clock._skip, [30.0] * 8))
        assert acme.now() == 1_800_000_030


def test_the_helpers_have_pythons_names() -> None:
    with running_mock() as mock, ApiClient(mock.organisation("acme")) as api:
        acme = api.mock
        acme.script(
            tool_calls=[{"name": "get_order", "input": {"orderNumber": "7"}, "tool_use_id": "t-1"}],
            usage={"input_tokens": 7},
        )
        reply = ok(api.chat())
        assert (reply["response"]["toolUse"]["toolUseId"], reply["usage"]["inputTokens"]) == ("t-1", 7)
        acme.script(failure={"error_type": "ModelError", "error_message": "slow"}, times=None)
        assert acme.scripts()[1]["failure"] == {"ErrorType": "ModelError", "ErrorMessage": "slow"}
        assert acme.unused() == ["script 2 (failure={'ErrorType': 'ModelError', 'ErrorMessage': 'slow'})"]
        (entry,) = acme.requests("chat_send")
        assert {"request_id", "duration_ms", "content_type", "status"} <= set(entry)
        assert acme.settings(tokens_per_second=5, doneMark=True)["tokens_per_second"] == 5
        acme.freeze(datetime(2027, 1, 15, 8, tzinfo=UTC))
        acme.advance(timedelta(hours=1))
        assert acme.now() == 1_800_003_600
        with pytest.raises(ValueError, match="has no time zone"):
            acme.freeze(datetime(2027, 1, 15, 8))


def test_the_extra_is_named_where_it_is_missing() -> None:
    code = (
        "import sys; sys.modules['starlette'] = sys.modules['uvicorn'] = sys.modules['starlette.types'] = None\n"
        "import quant_ai_mock\n"
        "for use in (lambda: quant_ai_mock.make_app, lambda: quant_ai_mock.running_mock().__enter__()):\n"
        "    try: use()\n"
        "    except ModuleNotFoundError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(re.fullmatch(r"quant_ai_mock needs \w+: pip install 'quant-ai\[mock\]'", line) for line in lines), lines


REPLAY = """
import pytest

pytestmark = pytest.mark.quantai_mock(replay="recordings/models.har", replay_only=True)


def test_it_is_replayed(quantai):
    assert quantai.models.list().count == 4711


def test_each_test_has_it_anew(quantai):
    assert quantai.models.list().count == 4711


@pytest.mark.quantai_mock(all_used=True)
def test_unused(quantai_mock):
    pass


@pytest.mark.quantai_mock(replay="none.har")
def test_no_file(quantai_mock):
    pass
"""
MODELS = """{"log": {"entries": [{
    "request": {"method": "GET", "url": "https://x.test/api/v3/organisations/a/ai/models"},
    "response": {"status": 200, "headers": [{"name": "content-type", "value": "application/json"}],
        "content": {"text": "{\\"models\\":[],\\"count\\":4711}"}}
}]}}"""


def test_the_marker_replays_a_file_beside_the_test(tmp_path: Path) -> None:
    (tmp_path / "recordings").mkdir()
    (tmp_path / "recordings" / "models.har").write_text(MODELS, encoding="utf-8")
    output = run(tmp_path, tests=REPLAY, fails=True)
    assert "2 passed, 1 failed, 1 error" in output or "1 failed, 2 passed, 1 error" in output
    assert "never took effect: recording 1 (GET /organisations/*/ai/models)" in output
    assert re.search(r"none\.har: No such file or directory", output)


REFRESHED = """
import pytest

pytestmark = pytest.mark.quantai_mock(replay="recordings/session.har", replay_only=True)


def test_it(quantai):
    session = quantai.sessions.create(user_id="ada@corp.org")
    assert quantai.sessions.get(session.session_id).session_id == session.session_id
    with quantai.chat.stream(
        model_id="amazon.nova-lite-v1:0", messages=[{"role": "user", "content": "Hello"}], session_id=session.session_id
    ) as stream:
        assert stream.final()
"""


def test_recordings_are_refreshed_by_the_service_and_replayed_without_a_token(tmp_path: Path) -> None:
    file = tmp_path / "recordings" / "session.har"
    with running_mock() as service:
        to_service = {"QUANT_BASE_URL": service.url, "QUANT_API_TOKEN": "test-token", "QUANT_ORGANISATION": "corp"}
        output = run(tmp_path, "--quantai-record=missing", tests=REFRESHED, **to_service)
        assert "session.har: 3 exchanges recorded" in output
        assert [entry["organisation"] for entry in service.requests()] == ["corp"] * 3
        first = file.read_text()
        run(tmp_path, "--quantai-record=missing", tests=REFRESHED, **to_service)
        assert file.read_text() == first
        output = run(tmp_path, "--quantai-record=all", tests=REFRESHED + "    assert 0", fails=True, **to_service)
        assert "is as it was, since a test that uses it failed" in output
        assert file.read_text() == first
        run(tmp_path, "--quantai-record=all", tests=REFRESHED, **to_service)
        assert file.read_text() != first
    for secret in ("test-token", "ada@corp.org", "/corp/"):
        assert secret not in file.read_text()
    assert "1 passed" in run(tmp_path, tests=REFRESHED)
    output = run(tmp_path, "--quantai-record=all", tests=REFRESHED, QUANT_API_TOKEN="")
    assert "QUANT_API_TOKEN is not set, so recordings were replayed" in output


def test_recording_without_an_organisation_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "test_it.py"
    folder.write_text("def test_it(): pass\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", PLUGIN, "--quantai-record=all", str(folder)]
    environment = {**os.environ, "QUANT_API_TOKEN": "t", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    environment.pop("QUANT_ORGANISATION", None)
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=tmp_path, check=False)
    assert "--quantai-record needs QUANT_ORGANISATION" in done.stdout + done.stderr
    assert done.returncode == 4
