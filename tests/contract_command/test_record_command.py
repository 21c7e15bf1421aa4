"""The command `quant-ai-contract record`: how it begins, how it ends, and what is in the file then."""

from __future__ import annotations

import json
import os
import re
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from tests.contract.support.target import Target

from quant_ai_contract.command_line import main
from quant_ai_contract.har import read_har
from quant_ai_mock import Organisation

from .support.recordings_made import raw_server

TOKEN = {"Authorization": "Bearer test-token"}
CHAT = {"modelId": "amazon.nova-pro-v1:0", "messages": [{"role": "user", "content": "Hello"}]}


def command(*arguments: str, **options: object) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONUNBUFFERED": "1", "QUANT_API_TOKEN": "test-token"}
    return subprocess.Popen(
        [sys.executable, "-m", "quant_ai_contract", "record", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment, **options,  # type: ignore[call-overload]
    )  # fmt: skip


def started(running: subprocess.Popen[str]) -> str:
    assert running.stdout is not None
    lines = [running.stdout.readline(), running.stdout.readline()]
    assert lines[0].startswith("quant-ai-contract recording "), running.communicate()
    return lines[1].strip().rpartition("=")[2]


def test_kill_9_leaves_all_that_was_whole(target: Target, organisation: Organisation, tmp_path: Path) -> None:
    file = tmp_path / "a.har"
    with command("--upstream", target.url, "--out", str(file), "--port", "0") as running:
        url = started(running)
        for _ in range(5):
            httpx.get(f"{url}/api/v3/organisations/{organisation.name}/ai/models", headers=TOKEN)
        running.kill()
        running.communicate(timeout=10)
    assert len(json.loads(file.read_bytes())["log"]["entries"]) == 5
    assert len(list(read_har(file))) == 5


def test_a_signal_ends_it_with_the_numbers_and_keeps_an_open_stream(tmp_path: Path) -> None:
    file = tmp_path / "a.har"

    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: a\n\n")
        time.sleep(30)

    with (
        raw_server(reply) as upstream,
        command("--upstream", upstream, "--out", str(file), "--port", "0") as running,
        httpx.stream("GET", f"{started(running)}/x") as got,
    ):
        pieces = got.iter_raw()
        next(pieces)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert running.returncode == 2  # none of it was of the API
    assert "1 exchange recorded in" in out
    assert err == "quant-ai-contract: nothing was checked\n"
    entry = json.loads(file.read_bytes())["log"]["entries"][0]
    assert entry["response"]["content"]["text"] == "data: a\n\n"
    assert entry["response"]["_error"] == "the recording ended"


def test_a_full_disk_leaves_what_was_there_and_the_proxy_goes_on(
    target: Target, organisation: Organisation, tmp_path: Path
) -> None:
    file = tmp_path / "a.har"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))

    with command("--upstream", target.url, "--out", str(file), "--port", "0", preexec_fn=limit) as running:
        url = started(running)
        for _ in range(4):
            assert httpx.get(f"{url}/api/v3/organisations/{organisation.name}/ai/models", headers=TOKEN).is_success
        running.send_signal(signal.SIGTERM)
        out, err = running.communicate(timeout=20)
    kept = len(json.loads(file.read_bytes())["log"]["entries"])
    assert 0 < kept < 4
    assert f"{kept} exchanges recorded in {file}; {4 - kept} could not be recorded" in out
    assert running.returncode == 2
    assert re.fullmatch(r"quant-ai-contract: \S+a\.har: File too large; recording goes on [^\n]*\n", err)


SEND = """
import os, sys, urllib.request
token = {"Authorization": "Bearer test-token"}
urllib.request.urlopen(urllib.request.Request(os.environ["QUANT_BASE_URL"] + sys.argv[1], headers=token)).read()
sys.exit(int(sys.argv[2]))
"""
TWICE = "models?feature=all&feature=chat"


@pytest.mark.parametrize(("path", "code", "expected"), [("models", 0, 0), ("models", 7, 7), (TWICE, 0, 1)])
def test_a_command_runs_beside_it_and_its_exit_code_is_passed_on(
    path: str,
    code: int,
    expected: int,
    target: Target,
    organisation: Organisation,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    full = f"/api/v3/organisations/{organisation.name}/ai/{path}"
    out = tmp_path / "a.har"
    beside = [sys.executable, "-c", SEND, full, str(code)]
    assert main(["record", "--upstream", target.url, "--out", str(out), "--", *beside]) == expected
    printed, err = capfd.readouterr()
    assert printed == ""  # the command's own
    assert "1 exchange recorded" in err
    assert len(json.loads(out.read_bytes())["log"]["entries"]) == 1


UP = ["--upstream", "http://127.0.0.1:1"]
OUT = ["--out", "{tmp}/a.har"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ([*UP, "--out", "/none/such.har"], "/none/such.har: No such file or directory"),
        ([*UP, "--out", "{tmp}"], "Is a directory"),
        ([*UP, *OUT, "--host", "192.0.2.1"], "Cannot assign requested address"),
        ([*UP, *OUT, "--redact", "$["], "--redact: not a JSONPath"),
        ([*UP, *OUT, "--redact-text", "("], "not a regular expression"),
        (["--upstream", "nothing", *OUT], "write it with its scheme"),
        ([*UP, *OUT, "--", "no-such-command"], "No such file or directory"),
    ],
)
def test_what_cannot_begin_says_why_in_one_line(
    arguments: list[str], reason: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    given = ["record", *(argument.replace("{tmp}", str(tmp_path)) for argument in arguments)]
    try:
        code = main(given)
    except SystemExit as left:  # argparse
        code = left.code
    assert code == (127 if "no-such-command" in arguments else 2)
    _, err = capfd.readouterr()
    assert reason in err
