"""Recordings of browsers, proxies and test tools: what they leave out is not judged, and nothing in them ends badly."""

from __future__ import annotations

import base64
import copy
import gzip
import io
import json
import random
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quant_ai_contract import recording_files
from quant_ai_contract.command_line import main

BASE = "https://dashboard.quantcdn.io/api/v3/organisations/acme/ai"
JSON = "application/json"
STREAM = "text/event-stream; charset=utf-8"
SESSION = {
    "sessionId": "s-1",
    "status": "active",
    "createdAt": "2026-01-01T00:00:00Z",
    "expiresAt": "2026-01-01T01:00:00Z",
}
CHAT = {"modelId": "m", "messages": [{"role": "user", "content": "Hi"}]}
POSTED = {"mimeType": JSON, "text": json.dumps({"userId": "ada"})}

Entry = dict[str, Any]
Out = pytest.CaptureFixture[str]


def entry(
    method: str = "GET",
    path: str = "/models",
    status: Any = 200,
    content: Any = None,
    *,
    sent: Any = None,
    size: Any = 0,
    **more: Any,
) -> Entry:
    text = json.dumps({"models": [], "count": 0})
    content = {"size": len(text), "mimeType": JSON, "text": text} if content is None else content
    headers = [{"name": "Authorization", "value": "Bearer x"}]
    request = {"method": method, "url": BASE + path, "headers": headers, "bodySize": size}
    if sent is not None:
        request["postData"] = sent
    return {"request": request, "response": {"status": status, "headers": [], "content": content, **more}}


def created(content: Any = None, sent: Any = POSTED, size: int = 17) -> Entry:
    text = json.dumps(SESSION)
    content = {"size": len(text), "mimeType": JSON, "text": text} if content is None else content
    return entry("POST", "/sessions", 201, content, sent=sent, size=size)


def streamed(content: Any, **more: Any) -> Entry:
    return entry("POST", "/chat/stream", 200, content, sent={"mimeType": JSON, "text": json.dumps(CHAT)}, **more)


def har(*entries: Any) -> bytes:
    return json.dumps({"log": {"version": "1.2", "entries": entries}}).encode()


@pytest.fixture
def run(tmp_path: Path, capsys: Out) -> Callable[..., tuple[int, str, str]]:
    """Check a recording with the command; returns its exit status and output."""

    def check(content: bytes, *options: str, name: str = "traffic.har") -> tuple[int, str, str]:
        (tmp_path / name).write_bytes(content)
        capsys.readouterr()
        status = main(["har", *options, str(tmp_path / name)])
        output = capsys.readouterr()
        return status, output.out, output.err

    return check


Run = Callable[..., tuple[int, str, str]]

OMITTED = {"mimeType": JSON, "text": "", "params": []}
INCOMPLETE = {
    "Playwright, content omitted": created({"size": 148, "mimeType": JSON}, OMITTED),
    "Playwright, content omitted, minimal": created({"size": -1, "mimeType": JSON}, OMITTED, -1),
    "Playwright, an attachment that is not there": created(
        {"size": 148, "mimeType": JSON, "_file": "no.json"}, OMITTED
    ),
    "Playwright, a stream that the page aborted": streamed({"size": -1, "mimeType": STREAM}),
    "Playwright, the connection was lost": entry(
        content={"size": -1, "mimeType": JSON, "text": "{"}, _failureText="net::ERR_CONNECTION_RESET"
    ),
    "Chrome, the connection was lost": entry(
        content={"size": 1, "mimeType": JSON, "text": "{"}, _error="net::ERR_INCOMPLETE_CHUNKED_ENCODING"
    ),
    "Chrome, a stream": streamed({"size": 0, "mimeType": STREAM}),
    "Chrome, an EventSource": {
        **streamed({"size": 0, "mimeType": STREAM}),
        "_eventSourceMessages": [{"time": 1.5, "eventName": "content", "eventId": "", "data": "{}"}],
    },
    "Firefox, cut at 1 MB": entry(content={"size": 5_000_000, "mimeType": JSON, "text": '{"models":['}),
    "Firefox, cut and said so": entry(
        content={"mimeType": JSON, "text": '{"models":[', "comment": "Response body truncated"}
    ),
    "no text": entry(content={"size": -1, "mimeType": JSON}),
    "no text, size 0": entry(content={"size": 0, "mimeType": JSON}),
    "no content": entry(content={}),
    "content null": {"request": entry()["request"], "response": {"status": 200, "headers": None, "content": None}},
    "size null": entry(content={"size": None, "mimeType": JSON}),
    "base64 that is broken": entry(content={"mimeType": JSON, "text": "é", "encoding": "base64"}),
    "a request cut short": created(sent={"mimeType": JSON, "text": '{"userI'}, size=17),
    "a request without its body": created(sent=None),
    "a request whose type is not known": created(sent={"mimeType": None, "text": '{"userId":"ada"}'}, size=16),
    "a reply whose type is not known": entry(content={"mimeType": None, "text": "{}"}),
}


@pytest.mark.parametrize("name", INCOMPLETE)
def test_what_a_recording_leaves_out_is_not_judged(run: Run, name: str) -> None:
    status, output, _ = run(har(INCOMPLETE[name]), "--strict")
    assert (status, output) == (0, "1 exchange checked, 0 with findings; 1 without a body to check\n")


WHOLE = {
    "as browsers write it": entry(),
    "size unknown": entry(content={"size": None, "mimeType": JSON, "text": '{"models":[],"count":0}'}),
    "bodySize null": entry(size=None),
    "status as text": entry(status="200"),
    "headers null": {**entry(), "request": {**entry()["request"], "headers": None}},
    "base64 in lines, in capitals": entry(
        content={"mimeType": JSON, "text": "eyJtb2RlbHMiOltd\r\nLCJjb3VudCI6MH0=\n", "encoding": "Base64"}
    ),
    "base64 of gzip": entry(
        content={
            "mimeType": JSON,
            "encoding": "base64",
            "text": base64.b64encode(gzip.compress(b'{"models":[],"count":0}')).decode(),
        },
        headers=[{"name": "Content-Encoding", "value": "gzip"}],
    ),
    "304 of the browser's cache": entry(status=304, content={"size": 0, "mimeType": JSON, "text": ""}),
    "HEAD": entry("HEAD", content={"size": 0, "mimeType": JSON}),
    "a type in the headers alone": entry(
        content={"mimeType": "x-unknown", "text": '{"models":[],"count":0}'},
        headers=[{"name": "Content-Type", "value": JSON}, {"name": "X", "value": None}, {"name": None}, None],
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_every_spelling_of_an_exchange_is_read(run: Run, name: str) -> None:
    assert run(har(WHOLE[name]))[0] == 0


@pytest.mark.parametrize("name", WHOLE)
def test_a_fault_beside_a_good_exchange_is_still_found(run: Run, name: str) -> None:
    fault = copy.deepcopy(WHOLE[name])
    fault["request"]["url"] = f"{BASE}/sessions?limit=0"
    status, output, _ = run(har(fault))
    assert status == 1
    assert "query.limit" in output


OTHERS = {
    "without a reply": [
        entry(status=-1, content={"size": -1, "mimeType": "x-unknown"}),
        entry(status=0),
        entry(status=None),
        entry(status=""),
        entry(status=float("inf")),
        {"request": entry()["request"], "response": None},
    ],
    "CORS preflight": [
        {
            "request": {
                "method": "OPTIONS",
                "url": f"{BASE}/chat",
                "headers": [{"name": "Access-Control-Request-Method", "value": "POST"}],
            },
            "response": {"status": 204, "headers": [], "content": {"size": 0, "mimeType": "x-unknown"}},
        }
    ],
    "unreadable": [
        {**entry(), "request": {"method": "GET", "url": url}}
        for url in ("http://[::1/x", None, 5, "http://x:99999999/")
    ]
    + [{**entry(), "request": {"method": method, "url": BASE}} for method in (None, 5, ["GET"], "")]
    + [None, 5, [], {}],
    "went elsewhere": [
        {**entry(), "request": {"method": "GET", "url": url}} for url in ("https://cdn.example/a.js", "data:,x", "x")
    ],
}


@pytest.mark.parametrize("reason", OTHERS)
def test_an_entry_that_is_no_exchange_is_left_out_and_counted(run: Run, reason: str) -> None:
    others = OTHERS[reason]
    expected = f"1 exchange checked, 0 with findings; {len(others)} {reason}\n"
    assert run(har(entry(), *others), "--strict")[:2] == (0, expected)


@pytest.mark.parametrize("reason", OTHERS)
def test_a_recording_without_an_exchange_has_its_own_exit_status(run: Run, reason: str) -> None:
    status, _, error = run(har(*OTHERS[reason]))
    assert status == 2
    assert len(error.splitlines()) == 1


def test_options_that_is_no_preflight_is_a_note(run: Run) -> None:
    options = entry("OPTIONS", status=204, content={"size": 0, "mimeType": "x-unknown"})
    assert run(har(options))[0] == 0


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("_", "."), content)
    return target.getvalue()


PLAIN = har(entry("GET", "/sessions?limit=0", content={"mimeType": JSON, "text": "[]"}))
PACKED = {
    "plain": PLAIN,
    "with a byte order mark": b"\xef\xbb\xbf" + PLAIN,
    "UTF-16": PLAIN.decode().encode("utf-16"),
    "gzip": gzip.compress(PLAIN),
    "gzip in two parts": gzip.compress(PLAIN[:9]) + gzip.compress(PLAIN[9:]),
    "zlib, as mitmproxy writes it": zlib.compress(PLAIN),
    "zip, as Playwright writes it": zipped(trace_txt=b"x", har_har=PLAIN),
}


@pytest.mark.parametrize("form", PACKED)
def test_a_recording_is_read_in_every_form_that_tools_write(run: Run, form: str) -> None:
    status, output, _ = run(PACKED[form])
    assert status == 1
    assert "0 is less than the minimum of 1" in output


def test_a_recording_is_read_from_the_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PLAIN)))
    assert main(["har", "-"]) == 1
    assert "1 exchange checked" in capsys.readouterr().out


ATTACHED = har(created({"size": 4, "mimeType": JSON, "_file": "body.json"}))


def test_bodies_in_files_beside_the_recording_are_checked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "body.json").write_bytes(b"[7]")
    status, output, _ = run(ATTACHED)
    assert status == 1
    assert "reply-body" in output


def test_bodies_in_the_archive_are_checked(run: Run) -> None:
    status, output, _ = run(zipped(har_har=ATTACHED, body_json=b"[7]"), name="x.zip")
    assert status == 1
    assert "reply-body" in output


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "..", "", "a\\b", "\0", "x" * 5000])
def test_a_recording_names_no_file_elsewhere(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret").write_bytes(b"[7]")
    assert run(har(created({"size": 4, "mimeType": JSON, "_file": name})))[:2] == (
        0,
        "1 exchange checked, 0 with findings; 1 without a body to check\n",
    )


REFUSED: dict[str, bytes] = {
    "empty": b"",
    "no JSON": b"<html>",
    "binary": bytes(range(256)) * 100,
    "nested 100,000 deep": b"[" * 100_000,
    "gzip cut short": gzip.compress(PLAIN)[:-9],
    "gzip that is broken": gzip.compress(PLAIN)[:40] + b"\xff" * 40,
    "zip cut short": zipped(har_har=PLAIN)[:60],
    "zip that is broken": zipped(har_har=PLAIN).replace(b"log", b"lag").replace(b"PK\x01\x02", b"PK\x01\x03"),
    "zip without a recording": zipped(trace_txt=b"x"),
    "gzip of JSON that is no HAR": gzip.compress(b"{}"),
    "log is a list": b'{"log": []}',
    "entries are a number": b'{"log": {"entries": 5}}',
    "a list": b"[1]",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_recording_is_one_line_with_its_name(run: Run, name: str) -> None:
    status, output, error = run(REFUSED[name])
    assert (status, output) == (2, "")
    assert re.fullmatch(r"quant-ai-contract: .*traffic\.har: .+\n", error), error


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, lambda raw: zipped(har_har=raw), bytes])
def test_what_a_recording_unpacks_to_is_bounded(
    run: Run, monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setattr(recording_files, "MAX_SIZE", 2**20)
    status, _, error = run(pack(PLAIN + b" " * 2**20))
    assert status == 2
    assert "larger than 1 MB" in error


def test_a_device_without_an_end_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    monkeypatch.setattr(recording_files, "MAX_SIZE", 2**20)
    assert main(["har", "/dev/zero"]) == 2
    assert "larger than 1 MB" in capsys.readouterr().err


def test_a_folder_is_refused(tmp_path: Path, capsys: Out) -> None:
    assert main(["har", str(tmp_path)]) == 2
    assert "Is a directory" in capsys.readouterr().err


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
def test_nothing_in_a_recording_is_a_failure_of_the_command(run: Run, name: str) -> None:
    status, _, error = run(har(HOSTILE[name]), "--notes")
    assert status in (0, 1)
    assert not error


def test_a_value_that_is_nested_too_deep_is_a_note_and_not_a_fault(run: Run) -> None:
    status, output, _ = run(har(entry(content={"mimeType": JSON, "text": DEEP})), "--notes")
    assert status == 0
    assert "note: depth: reply at body: nested more than 200 levels deep" in output


ODD = [None, 5, -1, 1e308, True, "", "x", [], {}, [1], {"a": 1}, "\ud800", "9" * 5000, "http://[", "é\x00"]


def test_mutated_recordings_never_end_in_a_traceback(run: Run) -> None:
    chance = random.Random(3)

    def mutated(value: Any, share: float) -> Any:
        if chance.random() < share:
            return chance.choice(ODD)
        if isinstance(value, dict):
            return {key: mutated(inner, share) for key, inner in value.items() if chance.random() > share / 2}
        return [mutated(inner, share) for inner in value] if isinstance(value, list) else value

    whole = {"log": {"entries": [created(), *WHOLE.values(), *INCOMPLETE.values(), *HOSTILE.values()]}}
    for number in range(60):
        status, _, error = run(json.dumps(mutated(whole, (number % 4) / 20)).encode(), "--strict")
        assert status in (0, 1) or "not a HAR file" in error, error


EVIL = "\x1b[2J\x1b]0;owned\x07\u202e\x9b31m\r\n1 exchange checked, 0 with findings"


def test_escape_codes_of_a_recording_do_not_reach_the_terminal(run: Run) -> None:
    evil = entry(EVIL, f"/{EVIL}", content={"mimeType": EVIL, "text": EVIL})
    for options in ((), ("--json",)):
        _, output, _ = run(har(evil, entry(path=f"/sessions?limit={EVIL}")), *options)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", output)
    assert run(har(evil))[1].count("\n") <= 5


def test_a_password_in_a_recorded_url_is_not_shown(run: Run) -> None:
    fault = entry(path="/sessions?limit=0")
    fault["request"]["url"] = fault["request"]["url"].replace("//", "//ada:geheim@")
    for options in ((), ("--json",)):
        status, output, error = run(har(fault), *options)
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
def test_a_base_url_is_understood_as_people_write_it(run: Run, base: str, url: str) -> None:
    given = entry()
    given["request"]["url"] = url
    assert run(har(given), "--base-url", base)[:2] == (0, "1 exchange checked, 0 with findings\n")


@pytest.mark.parametrize("url", ["https://stub.example:8443/quant/models", "https://other.example/quant/models"])
def test_a_base_url_is_one_origin(run: Run, url: str) -> None:
    given = entry()
    given["request"]["url"] = url
    status, output, error = run(har(given), "--base-url", "https://stub.example/quant")
    assert status == 2
    assert "1 went elsewhere" in output
    assert "see --base-url" in error


@pytest.mark.parametrize("base", ["http://[", "http://", "", "/x", "http://x:99999999"])
def test_a_base_url_that_is_none_is_one_line(run: Run, capsys: Out, base: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(har(entry()), "--base-url", base)
    assert "--base-url: not a URL" in capsys.readouterr().err
