"""`make learn` with the mock server in place of the service."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.contract.support.target import Target

import learn as script


def test_the_tour_reads_and_reports_what_it_cost(
    target: Target, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The cost is read with usage_get."""
    monkeypatch.setenv("QUANT_API_TOKEN", "test-token")
    organisation = target.new_organisation()
    target.mock.organisation(organisation).seed({"sessions": [{"userId": "ada@corp.org"}]})
    assert script.main(["--org", organisation, "--base-url", target.url, "--out", str(tmp_path)]) == 0
    output = capfd.readouterr().out
    assert "What it cost: 0 cents." in output
    assert "**error-bodies**: answered by" in output
    recorded = (tmp_path / "reads.har").read_text(encoding="utf-8")
    assert {entry["request"]["method"] for entry in json.loads(recorded)["log"]["entries"]} == {"GET"}
    assert len(json.loads(recorded)["log"]["entries"]) > 50
    sent = json.loads((tmp_path / "questions.har").read_text(encoding="utf-8"))["log"]["entries"]
    assert {entry["request"]["method"] for entry in sent} == {"GET"}
    for secret in ("test-token", "ada@corp.org", f"/{organisation}/"):
        assert secret not in recorded
    report = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [lesson for lesson in report["lessons"] if lesson["kind"] not in ("format", "unknown field")] == []


def test_without_a_token_it_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("QUANT_API_TOKEN", raising=False)
    assert script.main(["--org", "acme"]) == 2
    assert capsys.readouterr().err == "make learn needs ORG=… and the variable QUANT_API_TOKEN\n"


CLEANS_UP = """
import pathlib, sys, time
mark = pathlib.Path(sys.argv[1])
try:
    mark.write_text("ready")
    time.sleep(60)
except KeyboardInterrupt:
    time.sleep(0.5)  # longer than subprocess.run() waits
    mark.write_text("cleaned up")
"""


@pytest.mark.skipif(os.name == "nt", reason="process groups are those of POSIX")
def test_an_interrupted_tour_cleans_up(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    code = "import argparse, sys; from pathlib import Path; import learn"
    code += "; options = argparse.Namespace(base_url=sys.argv[1])"
    code += "; learn._record(Path(sys.argv[2]), options, [sys.executable, '-c', *sys.argv[3:]])"
    arguments = ["http://127.0.0.1:1", str(tmp_path / "a.har"), CLEANS_UP, str(mark)]
    paths = os.environ | {"PYTHONPATH": str(Path(script.__file__).parent)}
    tour = subprocess.Popen([sys.executable, "-c", code, *arguments], env=paths, start_new_session=True)
    deadline = time.monotonic() + 60
    while not (mark.exists() and mark.read_text()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(tour.pid, signal.SIGINT)
    assert tour.wait(60) == 0
    assert mark.read_text() == "cleaned up"
