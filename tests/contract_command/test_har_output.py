"""What a recording holds does no harm to the command, to its output or to the terminal."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from .support.har_entries import JSON, STREAM, CheckHar, entry, har, streamed

Out = pytest.CaptureFixture[str]

DEEP = '{"models":' + "[" * 900 + "]" * 900 + "}"
HOSTILE = {
    "a reply nested 900 deep": entry(content={"mimeType": JSON, "text": DEEP}),
    "a reply nested 50,000 deep": entry(content={"mimeType": JSON, "text": "[" * 50_000 + "]" * 50_000}),
    "objects nested 450 deep": entry(content={"mimeType": JSON, "text": '{"a":' * 450 + "1" + "}" * 450}),
    "a query of 5,000 digits": entry(path=f"/sessions?limit={'9' * 5000}"),
    "a header of 5,000 digits": entry(
        status=429,
        content={"mimeType": JSON, "text": '{"message":"x"}'},
        headers=[{"name": "Retry-After", "value": "9" * 5000}],
    ),
    "a number of 5,000 digits": entry(content={"mimeType": JSON, "text": f'{{"models":[],"count":{"9" * 5000}}}'}),
    "a lone surrogate in the URL": entry(path="/models/\ud800?\ud800"),
    "a lone surrogate in the body": entry(content={"mimeType": JSON, "text": '{"models":"\\ud800","x":"\ud800"}'}),
    "a stream of odd events": streamed(
        {"mimeType": STREAM, "text": f"data: {'[' * 900}\n\ndata: 5\n\nevent: done\ndata: {'9' * 5000}\n\n\0"}
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_nothing_in_a_recording_is_a_failure_of_the_command(check_har: CheckHar, name: str) -> None:
    status, _, error = check_har(har(HOSTILE[name]), "--notes")
    assert status in (0, 1)
    assert not error


def test_a_value_that_is_nested_too_deep_is_a_note_and_not_a_fault(check_har: CheckHar) -> None:
    status, output, _ = check_har(har(entry(content={"mimeType": JSON, "text": DEEP})), "--notes")
    assert status == 0
    assert "note: depth: reply at body: nested more than 200 levels deep" in output


EVIL = "\x1b[2J\x1b]0;owned\x07\u202e\x9b31m\r\n1 exchange checked, 0 with findings"


def test_escape_codes_of_a_recording_do_not_reach_the_terminal(check_har: CheckHar) -> None:
    evil = entry(EVIL, f"/{EVIL}", content={"mimeType": EVIL, "text": EVIL})
    for options in ((), ("--json",)):
        _, output, _ = check_har(har(evil, entry(path=f"/sessions?limit={EVIL}")), *options)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)
    assert check_har(har(evil))[1].count("\n") <= 5


def test_a_password_in_a_recorded_url_is_not_shown(check_har: CheckHar) -> None:
    fault = entry(path="/sessions?limit=0")
    fault["request"]["url"] = fault["request"]["url"].replace("//", "//ada:geheim@")
    for options in ((), ("--json",)):
        status, output, error = check_har(har(fault), *options)
        assert status == 1
        assert "geheim" not in output + error


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_a_finding_is_printed_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    sent = {"mimeType": JSON, "text": json.dumps({"userId": "ada", "metadata": "日本"}, ensure_ascii=False)}
    file = tmp_path / "x.har"
    file.write_bytes(har(entry("POST", "/sessions", 422, {"mimeType": JSON, "text": '{"message":"x"}'}, sent=sent)))
    done = subprocess.run(
        [sys.executable, "-m", "quant_ai_contract", "har", str(file)],
        env={"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"body/metadata" in done.stdout


def test_a_reader_that_leaves_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "x.har"
    file.write_bytes(har(*[entry(path="/sessions?limit=0")] * 2000))
    with subprocess.Popen(
        [sys.executable, "-m", "quant_ai_contract", "har", str(file)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(30) == 1


URL = "https://Stub.example:443/quant/models"


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("https://stub.example/quant", URL),
        ("https://stub.example/quant/", URL),
        ("HTTPS://STUB.EXAMPLE:443/quant", URL),
        ("stub.example/quant", URL),
        ("stub.example", "http://stub.example/api/v3/organizations/acme/ai/models"),
        ("http://stub.example", "http://stub.example/models"),
        ("localhost:9000", "http://localhost:9000/models"),
        ("http://[::1]:9000/x", "http://[::1]:9000/x/models"),
    ],
)
def test_a_base_url_is_understood_as_people_write_it(check_har: CheckHar, base: str, url: str) -> None:
    given = entry()
    given["request"]["url"] = url
    assert check_har(har(given), "--base-url", base)[:2] == (0, "1 exchange checked, 0 with findings\n")


@pytest.mark.parametrize("url", ["https://stub.example:8443/quant/models", "https://other.example/quant/models"])
def test_a_base_url_is_one_origin(check_har: CheckHar, url: str) -> None:
    given = entry()
    given["request"]["url"] = url
    status, output, error = check_har(har(given), "--base-url", "https://stub.example/quant")
    assert status == 2
    assert "1 went elsewhere" in output
    assert "see --base-url" in error


@pytest.mark.parametrize("base", ["http://[", "http://", "", "/x", "http://x:99999999"])
def test_a_base_url_that_is_none_is_one_line(check_har: CheckHar, capsys: Out, base: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        check_har(har(entry()), "--base-url", base)
    assert "--base-url: not a URL" in capsys.readouterr().err
