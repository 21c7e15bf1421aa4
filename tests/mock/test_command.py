"""The command `quant-ai-mock` in its own process."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]


@contextlib.contextmanager
def process(*arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The running command, and the URL that it printed."""
    command = [sys.executable, "-m", "quant_ai_mock", "--port", "0", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "overlays"), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as running:
        try:
            assert running.stdout is not None
            line = running.stdout.readline()
            assert line.startswith("quant-ai-mock listening on http://"), running.communicate()
            yield running, line.split()[-1]
        finally:
            running.kill()


def failed(*arguments: str) -> str:
    """The line that the command prints if it cannot start, with exit code 2."""
    command = [sys.executable, "-m", "quant_ai_mock", *arguments]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "overlays")}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=20, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("quant-ai-mock: ")
    return done.stderr


def api(url: str, organisation: str = "acme", token: str = "test-token") -> httpx.Client:
    base = f"{url}/api/v3/organisations/{organisation}/ai"
    return httpx.Client(base_url=base, headers={"Authorization": f"Bearer {token}"}, verify=False)


def test_it_says_where_it_listens_and_answers_there() -> None:
    with process() as (_, url):
        assert url.startswith("http://127.0.0.1:")
        assert httpx.get(f"{url}/_mock/health").status_code == 200
        with api(url) as http:
            assert http.get("/models").status_code == 200


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_with_exit_code_0_in_the_middle_of_a_stream(number: signal.Signals) -> None:
    with process("--quiet", "--tokens-per-second", "1") as (running, url), api(url) as http:
        body = {"modelId": "amazon.nova-lite-v1:0", "messages": [{"role": "user", "content": "word " * 50}]}
        with contextlib.suppress(httpx.TransportError), http.stream("POST", "/chat/stream", json=body) as reply:
            pieces = reply.iter_raw()  # without a reference, it would close the connection
            next(pieces)
            running.send_signal(number)
            assert running.wait(5) == 0
        assert running.stderr is not None
        assert running.stderr.read() == ""


def test_a_token_is_good_for_its_organisations() -> None:
    with process("--token", "mine=acme", "--token", "mine=other") as (_, url):
        statuses = []
        for organisation in ("acme", "other", "third"):
            with api(url, organisation, "mine") as http:
                statuses.append(http.get("/models").status_code)
        assert statuses == [200, 200, 403]


def test_options_set_the_stream_and_the_seed() -> None:
    with process("--dialect", "docs", "--done-mark", "--seed", "9") as (_, url), api(url) as http:
        body = {"modelId": "amazon.nova-lite-v1:0", "messages": [{"role": "user", "content": "Hi"}]}
        text = http.post("/chat/stream", json=body).text
        assert text.startswith('data: {"type":"start"')
        assert text.endswith("data: [DONE]\n\n")


def test_a_file_keeps_the_state(tmp_path: Path) -> None:
    file = str(tmp_path / "state.db")
    with process("--db", file) as (_, url), api(url) as http:
        first = http.post("/sessions", json={"userId": "ada"}).json()["sessionId"]
    with process("--db", file) as (_, url), api(url) as http:
        assert http.get(f"/sessions/{first}").status_code == 200
        assert http.post("/sessions", json={"userId": "ada"}).json()["sessionId"] != first


def test_a_kill_loses_nothing_that_was_answered(tmp_path: Path) -> None:
    file = str(tmp_path / "state.db")
    answered: list[str] = []
    with process("--db", file) as (running, url):

        def write() -> None:
            with api(url) as http, contextlib.suppress(httpx.TransportError):
                while True:
                    answered.append(http.post("/sessions", json={"userId": "ada"}).json()["sessionId"])
                    if len(answered) >= 200:
                        running.kill()  # while the other threads write

        with ThreadPoolExecutor(4) as writers:
            for writer in [writers.submit(write) for _ in range(4)]:
                writer.result()
    assert len(answered) >= 200
    with process("--db", file) as (_, url), api(url) as http:
        assert {http.get(f"/sessions/{session}").status_code for session in answered} == {200}


def test_a_second_process_on_the_same_file_is_refused(tmp_path: Path) -> None:
    file = str(tmp_path / "state.db")
    with process("--db", file) as (_, url):
        assert failed("--port", "0", "--db", file) == f"quant-ai-mock: {file}: in use by another process\n"
        assert httpx.get(f"{url}/_mock/health").status_code == 200


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert failed("--port", str(port)) == f"quant-ai-mock: 127.0.0.1:{port}: Address already in use\n"


def test_a_document_that_is_no_yaml_is_named_with_the_place(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text("openapi: 3.1.1\npaths: [\n")
    assert f"{spec}:3:1: " in failed("--port", "0", "--spec", str(spec))
    spec.write_text("openapi: 3.1.1\n")
    assert "it has no paths" in failed("--port", "0", "--spec", str(spec))
    assert "No such file" in failed("--port", "0", "--spec", str(tmp_path / "none.yaml"))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("paths: {/x: {get: {parameters: [{$ref: '#/nowhere'}]}}}", "GET /x refers to 'nowhere', which does not exist"),
        ("paths: {/x: {post: {responses: 7}}}", "POST /x is not OpenAPI 3.1"),
        ("paths: {/x: 5}", "GET /x is not OpenAPI 3.1"),
        ("{paths: {}, servers: 5}", "/servers is not OpenAPI 3.1"),
        ("{paths: {}, tags: [5]}", "/tags is not OpenAPI 3.1"),
    ],
)
def test_a_document_that_is_no_openapi_is_named_with_the_place(tmp_path: Path, text: str, complaint: str) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(text)
    assert failed("--port", "0", "--spec", str(spec)).startswith(f"quant-ai-mock: {spec}: {complaint}")


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    assert "unable to open database file" in failed("--port", "0", "--db", str(tmp_path / "none" / "x.db"))
    other = tmp_path / "other"
    other.write_text("this is no database, and longer than its header would be" * 20)
    assert "file is not a database" in failed("--port", "0", "--db", str(other))


def test_a_wider_address_makes_up_a_control_token() -> None:
    with process("--host", "0.0.0.0") as (running, url):
        port = url.rsplit(":", 1)[1]
        local = f"http://127.0.0.1:{port}"
        assert httpx.post(f"{local}/_mock/reset").status_code == 401
        assert running.stderr is not None
        token = running.stderr.readline().split()[-1]
        headers = {"Authorization": f"Bearer {token}"}
        assert httpx.post(f"{local}/_mock/reset", headers=headers).status_code == 200


def beside(*command: str, options: tuple[str, ...] = (), **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command beside the server."""
    line = [sys.executable, "-m", "quant_ai_mock", *options, "--", *command]
    paths = os.pathsep.join((str(ROOT / "overlays"), str(ROOT / "generated")))
    environment = os.environ | {"PYTHONPATH": paths} | variables
    return subprocess.run(line, capture_output=True, text=True, env=environment, timeout=60, check=False)


def test_a_command_runs_beside_it_with_an_environment_that_leads_there() -> None:
    code = "from quant_ai import QuantAI; print(len(list(QuantAI().models.list().models)) > 5)"
    done = beside(sys.executable, "-c", code)
    assert (done.returncode, done.stdout, done.stderr) == (0, "True\n", "")


@pytest.mark.parametrize("exempt", ["", "a.example"])
def test_its_command_reaches_it_past_any_proxy(exempt: str) -> None:
    code = (
        "import os; from quant_ai import QuantAI; QuantAI(max_retries=0).models.list();"
        "print(os.environ['NO_PROXY'], os.environ['no_proxy'])"
    )
    done = beside(sys.executable, "-c", code, HTTP_PROXY="http://127.0.0.1:9", NO_PROXY=exempt, no_proxy=exempt)
    names = ",".join(filter(None, [exempt, "127.0.0.1,localhost,::1"]))
    assert (done.stdout, done.stderr) == (f"{names} {names}\n", "")


@pytest.mark.parametrize(("code", "status"), [("raise SystemExit(7)", 7), ("import os; os.kill(os.getpid(), 9)", 137)])
def test_it_ends_with_the_exit_code_of_its_command(code: str, status: int) -> None:
    assert beside(sys.executable, "-c", code).returncode == status


def test_a_command_that_is_not_there_is_named() -> None:
    done = beside("no-such-command")
    assert (done.returncode, done.stderr) == (127, "quant-ai-mock: no-such-command: No such file or directory\n")


def test_a_signal_is_passed_on_to_the_command() -> None:
    code = "import signal, sys; signal.signal(15, lambda *_: sys.exit(3)); print('ready', flush=True); signal.pause()"
    line = [sys.executable, "-m", "quant_ai_mock", "--", sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "overlays")}
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "ready\n"
        running.terminate()
        assert running.wait(10) == 3


def test_it_is_ready_quickly_and_stays_small() -> None:
    begin = time.monotonic()
    with process() as (running, url):
        ready = time.monotonic() - begin
        with api(url) as http:
            for _ in range(50):
                http.get("/models")
        memory = int(Path(f"/proc/{running.pid}/statm").read_text().split()[1]) * 4096 // 2**20
    print(json.dumps({"ready_s": round(ready, 3), "rss_mb": memory}))
    assert memory <= 80


def test_the_start_says_what_a_client_needs() -> None:
    with process() as (running, url):
        assert running.stdout is not None
        lines = [running.stdout.readline().rstrip() for _ in range(6)]
    assert lines == [
        f"  page:  {url}/_mock/",
        "  token: test-token, for every organisation",
        "  To use it:",
        f"    export QUANT_BASE_URL={url}",
        "    export QUANT_API_TOKEN=test-token",
        "    export QUANT_ORGANISATION=mock",
    ]


def test_each_request_is_logged_with_the_reason_where_it_was_refused() -> None:
    with process() as (running, url), api(url) as http:
        http.get("/models")
        http.post("/sessions", json={})
        http.get("/models/none")
        http.get("/models", headers={"X-Mock-Status": "503"})
        with contextlib.suppress(httpx.TransportError):
            http.get("/models", headers={"X-Mock-Fault": "drop"})
        http.post(
            "/chat/stream", json={"modelId": "amazon.nova-lite-v1:0", "messages": [{"role": "user", "content": "Hi"}]}
        )
        httpx.get(f"{url}/api/v3/organisations/acme/ai/models")
        httpx.get(f"{url}/%1b[2J")
        httpx.get(f"{url}/_mock/health")
        running.terminate()
        assert running.stderr is not None
        lines = [re.sub(r"[0-9.]+ ms", "N ms", line[9:]) for line in running.stderr.read().splitlines()]
    base = "/api/v3/organisations/acme/ai"
    assert [line for line in lines if "chat_stream" not in line] == [
        f"200 GET {base}/models (models_list) N ms",
        f"422 POST {base}/sessions (sessions_create) N ms - The user id field is required.",
        f"404 GET {base}/models/none (models_get) N ms - Model not found",
        f"503 GET {base}/models (models_list) N ms - fault: 503",
        f"--- GET {base}/models (models_list) N ms - fault: drop",
        f"401 GET {base}/models N ms - Unauthenticated.",
        "404 GET /%1b[2J N ms - The route could not be found.",
    ]
    assert re.search(r"200 POST \S+/chat/stream \(chat_stream\) N ms - \d+ events$", "\n".join(lines), re.MULTILINE)


def test_the_log_may_be_left_unread() -> None:
    with process() as (_, url), api(url) as http:
        for _ in range(150):  # more than a pipe holds
            assert http.get(f"/models/{'x' * 2000}").status_code == 404


def test_quiet_logs_nothing() -> None:
    with process("--quiet") as (running, url), api(url) as http:
        http.get("/models")
        running.terminate()
        assert running.stderr is not None
        assert running.stderr.read() == ""


def test_the_root_leads_to_the_page() -> None:
    with process() as (_, url):
        reply = httpx.get(url, follow_redirects=True)
        assert (reply.status_code, str(reply.url)) == (200, f"{url}/_mock/")
        assert httpx.post(url).status_code == 404


@pytest.mark.parametrize("package", ["quant_ai_mock", "quant_ai_contract"])
def test_each_command_has_a_version(package: str) -> None:
    done = subprocess.run([sys.executable, "-m", package, "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"{package.replace('_', '-')} {version('quant-ai')}\n"
