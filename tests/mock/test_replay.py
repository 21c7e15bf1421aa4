"""Recorded replies that the mock sends again: matched by what counts, byte for byte, with their chunks and faults."""

from __future__ import annotations

import gzip
import io
import json
import os
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from quant_ai_mock import Mock, Organisation
from quant_ai_mock.cli import main
from quant_ai_mock.har_file import HarError, har_entries
from quant_ai_mock.state import replay as state_replay
from quant_ai_mock.state.matching import Matcher
from quant_ai_mock.state.replay import Miss, Replay

CHAT = {"modelId": "m", "messages": [{"role": "user", "content": "Hello"}], "temperature": 0.5}
ORIGIN = "https://dash.test"


def entry(
    method: str = "GET", path: str = "/models", reply: Any = None, *, sent: Any = None, status: int = 200, **more: Any
) -> dict[str, Any]:
    text = reply if isinstance(reply, str) else json.dumps({"n": 1} if reply is None else reply)
    request: dict[str, Any] = {"method": method, "url": f"{ORIGIN}/api/v3/organizations/acme/ai{path}", "headers": []}
    if sent is not None:
        request["postData"] = {"mimeType": "application/json", "text": json.dumps(sent)}
    headers = [
        {"name": "Content-Type", "value": "application/json"},
        {"name": "Content-Length", "value": str(len(text))},
        {"name": "X-Request-Id", "value": "recorded"},
    ]
    return {
        "request": request,
        "response": {"status": status, "headers": headers, "content": {"text": text, "size": len(text)}, **more},
    }


def write(tmp_path: Path, *entries: Any) -> Path:
    file = tmp_path / "traffic.har"
    file.write_text(json.dumps({"log": {"entries": entries}}), encoding="utf-8")
    return file


@pytest.fixture
def organisation(server: Mock) -> Organisation:
    return server.organisation()


@pytest.fixture
def http(organisation: Organisation) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=organisation.api_url, headers={"Authorization": "Bearer test-token"}) as found:
        yield found


def test_a_reply_is_what_was_recorded_whatever_the_token_and_the_organisation(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    text = '{ "models":[],\n"count" : 0}'
    organisation.replay(write(tmp_path, entry(reply=text, status=203)))
    got = http.get("/models", headers={"Authorization": "Bearer of another"})
    assert (got.status_code, got.text, got.headers["x-request-id"]) == (203, text, "recorded")
    assert got.headers["content-length"] == str(len(text))
    assert organisation.requests()[0]["status"] == 203


def test_recordings_are_used_in_their_order_and_once_each(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    file = write(tmp_path, entry(reply={"n": 1}), entry(reply={"n": 2}))
    organisation.replay(file, only=True)
    assert [http.get("/models").json() for _ in range(2)] == [{"n": 1}, {"n": 2}]
    third = http.get("/models")
    assert third.status_code == 409
    assert third.json()["message"] == "GET /organisations/*/ai/models was sent more often than it was recorded"


def test_the_last_one_is_repeated_if_that_is_wanted(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    organisation.replay(write(tmp_path, entry(reply={"n": 1}), entry(reply={"n": 2})), repeat=True)
    assert [http.get("/models").json()["n"] for _ in range(4)] == [1, 2, 2, 2]
    assert [one["used"] for one in organisation.recordings()] == [1, 3]


SAME: dict[str, tuple[Any, Any, dict[str, Any]]] = {
    "keys in another order": (CHAT, dict(reversed(CHAT.items())), {}),
    "a whole number as a fraction": ({"n": 1}, {"n": 1.0}, {}),
    "a field that is ignored": (CHAT, {**CHAT, "temperature": 0.7}, {"ignore": ["temperature"]}),
    "an ignored field that is new": ({"a": 1}, {"a": 1, "seed": 7}, {"ignore": ["seed"]}),
    "a place that is ignored": (
        CHAT, {**CHAT, "messages": [{"role": "user", "content": "Bye"}]}, {"ignore": ["/messages/*/content"]},
    ),
    "an id that the mock made": (
        {"id": "7c9e6679-7425-40de-944b-e07fc1f90ae7"}, {"id": "11111111-7425-40de-944b-e07fc1f90ae7"}, {},
    ),
    "a secret that was taken out": ({"a": "key REDACTED!"}, {"a": "key qc_abc!"}, {}),
    "an address that was replaced": ({"a": "to person-3@example.com"}, {"a": "to jane@corp.org"}, {}),
    "an id that was replaced": ({"a": "exec_00000000000000000000000000000012"}, {"a": "exec_" + "ab" * 16}, {}),
}  # fmt: skip


@pytest.mark.parametrize("name", SAME)
def test_requests_that_mean_the_same_are_the_same(
    name: str, organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    recorded, sent, options = SAME[name]
    organisation.replay(write(tmp_path, entry("POST", "/chat", {"n": 5}, sent=recorded)), only=True, **options)
    assert http.post("/chat", json=sent).json() == {"n": 5}


DIFFERENT: dict[str, tuple[Any, Any, str]] = {
    "another value": ({"a": 1, "b": "x"}, {"a": 1, "b": "y"}, "was recorded otherwise: body/b: recorded 'x', sent 'y'"),
    "a field more": ({"a": 1}, {"a": 1, "b": 2}, "was recorded otherwise: body/b: recorded nothing, sent 2"),
    "true is not 1": ({"a": 1}, {"a": True}, "was recorded otherwise: body/a: recorded 1, sent True"),
    "another prompt": (
        CHAT, {**CHAT, "messages": [{"role": "user", "content": "Bye"}]},
        "the prompt of POST /organisations/*/ai/chat changed since it was recorded: "
        "body/messages/0/content: recorded 'Hello', sent 'Bye'",
    ),
    "many differences": (
        dict.fromkeys("abcde", 1), dict.fromkeys("abcde", 2),
        "body/a: recorded 1, sent 2; body/b: recorded 1, sent 2; body/c: recorded 1, sent 2; and 2 more",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_was_not_recorded_is_a_409_with_the_nearest_request_and_the_difference(
    name: str, organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    recorded, sent, message = DIFFERENT[name]
    far = entry("POST", "/chat", sent={"quite": "different", "in": "everything", "x": 1, "y": 2, "z": 3, "w": 4})
    organisation.replay(write(tmp_path, far, entry("POST", "/chat", sent=recorded)), only=True)
    refused = http.post("/chat", json=sent)
    assert refused.status_code == 409
    assert refused.json()["message"].endswith(message)
    assert refused.json()["nearest"]["number"] == 2
    assert refused.json()["differences"]
    assert organisation.requests()[0]["reason"] == refused.json()["message"]


def test_another_query_and_another_path_are_named(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    organisation.replay(write(tmp_path, entry(path="/models?feature=chat&x=1")), only=True)
    assert http.get("/models?x=1&feature=chat").status_code == 200
    assert http.get("/models?feature=all&x=1").json()["message"].endswith("query feature: recorded chat, sent all")
    assert http.get("/model").json()["message"].endswith("the nearest is GET /organisations/*/ai/models")


def test_what_was_not_recorded_goes_to_the_emulator_with_a_warning(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    organisation.replay(write(tmp_path, entry("POST", "/chat", sent=CHAT)))
    sent = {"modelId": "amazon.nova-pro-v1:0", "messages": [{"role": "user", "content": "Bye"}]}
    assert http.post("/chat", json=sent).json()["response"]
    assert http.get("/sessions").json() == []
    assert "/chat was recorded otherwise" in organisation.requests("chat_send")[0]["warning"]


def test_a_recorded_id_is_no_other_one(organisation: Organisation, http: httpx.Client, tmp_path: Path) -> None:
    first, second = "7c9e6679-7425-40de-944b-e07fc1f90ae7", "8c9e6679-7425-40de-944b-e07fc1f90ae7"
    file = write(tmp_path, *(entry(path=f"/sessions/{one}", reply={"id": one}) for one in (first, second)))
    organisation.replay(file, only=True)
    assert [http.get(f"/sessions/{one}").json()["id"] for one in (second, first)] == [second, first]


def test_urls_of_the_service_become_those_of_the_mock(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    poll = f"{ORIGIN}/api/v3/organizations/acme/ai/tools/orchestrations/orch_1"
    file = write(
        tmp_path, entry(reply={"pollUrl": poll}), entry(path="/tools/orchestrations/orch_1", reply={"done": 1})
    )
    organisation.replay(file, only=True)
    found = http.get("/models").json()["pollUrl"]
    assert found.startswith(f"{organisation.url}/api/v3/organizations/{organisation.name}/ai/")
    assert http.get(found).json() == {"done": 1}


def stream(*chunks: tuple[float, str], **more: Any) -> dict[str, Any]:
    text = "".join(chunk for _, chunk in chunks)
    found = entry("POST", "/chat/stream", text, sent={"a": 1}, **more)
    found["response"]["headers"] = [{"name": "content-type", "value": "text/event-stream"}]
    found["response"]["_chunks"] = [{"at": at, "size": len(chunk)} for at, chunk in chunks]
    return found


def test_a_stream_has_its_chunks(organisation: Organisation, http: httpx.Client, tmp_path: Path) -> None:
    organisation.replay(write(tmp_path, stream((1, "data: a\n\n"), (9000, "data: b\n"), (9001, "\n"))))
    with http.stream("POST", "/chat/stream", json={"a": 1}) as got:
        assert list(got.iter_raw()) == [b"data: a\n\n", b"data: b\n", b"\n"]
        assert got.headers["content-type"] == "text/event-stream"


def test_a_url_that_a_chunk_cuts_becomes_one_of_the_mock(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    whole = f'data: {{"url":"{ORIGIN}/x","other":"{ORIGIN}.evil/x"}}\n\n'
    for cut in range(14, len(ORIGIN) + 16, 3):
        organisation.replay(write(tmp_path, stream((0, whole[:cut]), (0, whole[cut:]))))
        got = http.post("/chat/stream", json={"a": 1}).text
        own = organisation.api_url.partition("/api/")[0]
        assert got == whole.replace(f"{ORIGIN}/x", f"{own}/x", 1)


def test_the_recorded_pace_follows_the_clock_of_the_mock(
    organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    organisation.replay(write(tmp_path, stream((0, "data: a\n\n"), (3_600_000, "data: b\n\n"))), paced=True)
    organisation.freeze()
    with http.stream("POST", "/chat/stream", json={"a": 1}) as got:
        pieces = got.iter_raw()
        assert next(pieces) == b"data: a\n\n"
        organisation.advance(3600)
        assert next(pieces) == b"data: b\n\n"


@pytest.mark.parametrize("status", [0, 200])
def test_a_connection_that_broke_breaks_again(
    status: int, organisation: Organisation, http: httpx.Client, tmp_path: Path
) -> None:
    organisation.replay(write(tmp_path, entry(reply='{"a', status=status, _error="the server broke the connection")))
    with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError)):
        http.get("/models")


def test_faults_come_before_recordings(organisation: Organisation, http: httpx.Client, tmp_path: Path) -> None:
    organisation.replay(write(tmp_path, entry(reply={"n": 1})))
    organisation.fault(503, operation="models_list")
    assert [http.get("/models").status_code for _ in range(2)] == [503, 200]


def test_what_was_not_used_is_named(organisation: Organisation, http: httpx.Client, tmp_path: Path) -> None:
    organisation.replay(write(tmp_path, entry(), entry(path="/tools")))
    http.get("/models")
    assert organisation.unused() == ["recording 2 (GET /organisations/*/ai/tools)"]
    organisation.reset()
    assert organisation.recordings() == []


def test_entries_without_a_whole_reply_are_left_out(organisation: Organisation, tmp_path: Path) -> None:
    cut = entry()
    cut["response"]["content"] = {"size": 5, "comment": "truncated: too large"}
    assert organisation.replay(write(tmp_path, cut, {"request": 5}, entry(status=-1), entry())) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_recording_may_come_from_a_pipe(tmp_path: Path, pack: Callable[[bytes], bytes]) -> None:
    content = pack(write(tmp_path, entry(), entry()).read_bytes())
    pipe = tmp_path / "pipe.har"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as pool:
        written = pool.submit(pipe.write_bytes, content)
        assert len(list(har_entries(pipe))) == 2
        assert written.result() == len(content)


def zipped(har: bytes, **bodies: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in {"har.har": har, **bodies}.items():
            archive.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("pack", [gzip.compress, zlib.compress, zipped, lambda raw: raw.decode().encode("utf-16")])
def test_a_recording_may_be_packed(pack: Callable[[bytes], bytes], organisation: Organisation, tmp_path: Path) -> None:
    file = write(tmp_path, entry(), entry())
    file.write_bytes(pack(file.read_bytes()))
    assert organisation.replay(file) == 2


def test_bodies_may_be_in_files_of_their_own(organisation: Organisation, http: httpx.Client, tmp_path: Path) -> None:
    asked = entry("POST", "/chat", sent=CHAT)
    asked["request"]["postData"] = {"mimeType": "application/json", "_file": "question"}
    asked["response"]["content"] = {"mimeType": "application/json", "size": 8, "_file": "answer"}
    file = write(tmp_path, asked)
    file.write_bytes(zipped(file.read_bytes(), question=json.dumps(CHAT).encode(), answer=b'{"n": 7}'))
    organisation.replay(file, only=True)
    assert http.post("/chat", json=CHAT).json() == {"n": 7}
    assert http.post("/chat", json={**CHAT, "temperature": 0.6}).status_code != 200


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not a HAR file"),
        (b"<html>", "it has no log.entries"),
        (b'{"log": 5}', "it has no log.entries"),
        (b'{"log": {"entries": [{"request": ', "not a HAR file"),
        (b'{"log": {"entries": [{}, {"request": ', "it is cut short or broken after 1 entries"),
        (b"\xff\xfe\x00", "not a HAR file"),
    ],
)
def test_what_is_no_recording_says_so_in_one_line(
    content: bytes, reason: str, tmp_path: Path, organisation: Organisation, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "traffic.har"
    file.write_bytes(content)
    with pytest.raises(HarError, match=rf"^\S*traffic\.har: .*{reason}[^\n]*$"):
        organisation.replay(file)
    assert main(["--port", "0", "--replay", str(file)]) == 2
    assert capsys.readouterr().err.count("\n") in (1, 2)


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--replay", "/none/such.har"], "/none/such.har: No such file or directory"),
        (["--repeat"], "need --replay FILE"),
    ],
)
def test_the_command_refuses_what_it_cannot_replay(
    arguments: list[str], reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        code: Any = main(["--port", "0", *arguments])
    except SystemExit as left:
        code = left.code
    assert code == 2
    assert reason in capsys.readouterr().err


def test_a_recording_of_another_api_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = entry()
    other["request"]["url"] = "https://else.test/v1/things"
    assert main(["--port", "0", "--replay", str(write(tmp_path, other))]) == 2
    assert "no request in it is for this API" in capsys.readouterr().err


def chat(number: int) -> dict[str, Any]:
    said = {"modelId": "m", "messages": [{"role": "user", "content": f"Question {number}"}]}
    return entry("POST", "/chat", {"n": number}, sent=said)


def ask(replay: Replay, number: int) -> str:
    text = chat(number)["request"]["postData"]["text"]
    found = replay.answer("POST", "/api/v3/organisations/other/ai/chat", "", text.encode())
    return str(found) if isinstance(found, Miss) else found.chunks[0][1].decode()


def test_a_request_is_compared_with_no_recording_that_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    replay = Replay()
    replay.add(map(chat, range(500)))
    compared: list[int] = []
    plain = Matcher.differences

    def counted(matcher: Matcher, recorded: Any, *more: Any) -> Any:
        compared.append(recorded.number)
        return plain(matcher, recorded, *more)

    monkeypatch.setattr(Matcher, "differences", counted)
    assert [ask(replay, number) for number in (499, 0, 250)] == ['{"n": 499}', '{"n": 0}', '{"n": 250}']
    assert compared == []
    assert ask(replay, 501).startswith("the prompt of POST /organisations/*/ai/chat changed")


def test_recordings_of_any_size_take_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_replay, "_IN_MEMORY", 10_000)
    replay = Replay()
    tracemalloc.start()
    try:
        replay.add(entry("POST", "/chat", "x" * 100_000, sent={"n": number}) for number in range(100))
        held = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert held < 1_000_000  # of 10 MB
    assert len(replay.read(replay.exchanges[42]).chunks[0][1]) == 100_000
