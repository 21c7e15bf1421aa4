"""`quant-ai-contract server` against servers that are broken, slow or hostile: it ends in time, and says why."""

from __future__ import annotations

import gzip
import re
import socket
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from tests.contract.support.target import Target

from quant_ai_contract import probe
from quant_ai_contract.command_line import main

from .support.recordings_made import raw_server

Out = pytest.CaptureFixture[str]
Reply = Callable[[socket.socket], object]

OK = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"


def whole(body: bytes, head: bytes = OK) -> bytes:
    return head % (len(body), body)


def serving(reply: Reply) -> AbstractContextManager[str]:
    """A server that reads requests, and replies to each in its own way."""
    return raw_server(lambda peer, _request: reply(peer))


def forever(piece: bytes, head: bytes = b"") -> Reply:
    """A reply without an end. It ends as the client disconnects."""

    def send(peer: socket.socket) -> None:
        peer.sendall(head)
        pause = threading.Event()
        while True:
            peer.sendall(piece)
            pause.wait(0.001)

    return send


CHUNKED = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
ENDLESS = {
    "a stream with heartbeats": forever(b"8\r\n: ping\n\n\r\n", CHUNKED),
    "a body in single bytes": forever(b"x", b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"),
    "chunks of one byte": forever(b"1\r\nx\r\n" * 1000, CHUNKED),
    "a head that drips": forever(b"y", b"HTTP/1.1 200 OK\r\nX: "),
    "1xx after 1xx": forever(b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "silence": lambda _peer: threading.Event().wait(3),
}


@pytest.mark.parametrize("name", ENDLESS)
def test_the_time_limit_spans_the_whole_exchange_and_the_run_gives_up(name: str, capsys: Out) -> None:
    with serving(ENDLESS[name]) as url:
        assert main(["server", url, "--timeout", "0.2"]) == 2
    output = capsys.readouterr()
    assert output.out.count("timeout: reply: it was not complete after 0.2 s") + output.out.count("size:") >= 1
    assert "no request succeeded" in output.err


LOST = {
    "closed at once": lambda peer: peer.close(),
    "closed in the head": lambda peer: (peer.sendall(b"HTTP/1.1 200"), peer.close()),
    "closed in the body": lambda peer: (peer.sendall(whole(b"{}")[:-1]), peer.close()),
    "no HTTP": lambda peer: (peer.sendall(b"\x16\x03\x01 hello\r\n\r\n"), peer.close()),
    "two lengths": lambda peer: peer.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}"),
    "a head of a megabyte": lambda peer: peer.sendall(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 2**20),
}


@pytest.mark.parametrize("name", LOST)
def test_a_server_that_loses_every_reply_is_given_up(name: str, capsys: Out) -> None:
    with serving(LOST[name]) as url:
        assert main(["server", url, "--timeout", "5"]) == 2
    output = capsys.readouterr()
    assert output.out.count("-> no reply") == probe.PATIENCE
    assert "no reply to 5 requests in a row; the others were not sent" in output.out
    assert f"{probe.PATIENCE} exchanges checked, {probe.PATIENCE} with findings" in output.out


def test_one_lost_reply_is_a_finding_and_the_run_goes_on(target: Target, capsys: Out) -> None:
    organisation = target.new_organisation()
    target.mock.organisation(organisation).fault(kind="drop", operation="files_list")
    assert main(["server", "--token", target.token, target.api_url(organisation)]) == 1
    output = capsys.readouterr().out
    assert re.search(
        r"^GET /api/v3/\S+/files -> no reply  \(files_list\)\n  no-reply: reply: \w+", output, re.MULTILINE
    )
    assert re.search(r"^\d{2,} exchanges checked, 1 with findings$", output, re.MULTILINE)


BOMB = gzip.compress(gzip.compress(b"0" * 2**22))
ODD = {
    "more than it takes": lambda peer: peer.sendall(whole(b"[" + b"1," * 2**19 + b"1]")),
    "a bomb": lambda peer: peer.sendall(
        whole(
            BOMB,
            OK.replace(b"\r\n\r\n", b"\r\nContent-Encoding: gzip, gzip\r\n\r\n"),
        )
    ),
    "nested 900 deep": lambda peer: peer.sendall(whole(b'{"models":' + b"[" * 900 + b"]" * 900 + b"}")),
    "nested 100,000 deep": lambda peer: peer.sendall(whole(b"[" * 100_000 + b"]" * 100_000)),
    "odd bytes": lambda peer: peer.sendall(whole(b"\xff\xfe\x00", OK.replace(b"application/json", b"\xff\xfe"))),
    "escape codes": lambda peer: peer.sendall(whole(b"\x1b[2J", OK.replace(b"200 OK", b"299 \x1b[2J"))),
    "a redirect to a broken host": lambda peer: peer.sendall(
        b"HTTP/1.1 302 Found\r\nLocation: http://xn--a/\r\nContent-Length: 0\r\n\r\n"
    ),
    "a status of 999": lambda peer: peer.sendall(whole(b"{}", OK.replace(b"200 OK", b"999 X"))),
    "a number of 5,000 digits": lambda peer: peer.sendall(
        whole(
            b'{"count":%b}' % (b"9" * 5000), OK.replace(b"\r\n\r\n", b"\r\nRetry-After: %b\r\n\r\n" % (b"9" * 5000))
        ).replace(b"200 OK", b"429 X")
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_reply_is_a_finding_and_never_a_traceback(
    name: str, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(probe, "LARGEST_REPLY", 2**20)
    with serving(ODD[name]) as url:
        assert main(["server", url, "--timeout", "10"]) in (1, 2)
    output = capsys.readouterr()
    assert "with findings" in output.out
    assert "\x1b" not in output.out + output.err
    assert all(line.startswith("quant-ai-contract: no request") for line in output.err.splitlines())


def test_a_compressed_reply_is_a_finding_because_none_was_accepted(capsys: Out) -> None:
    with serving(ODD["a bomb"]) as url:
        main(["server", url])
    assert "content-encoding: reply at header.Content-Encoding: gzip, gzip, though" in capsys.readouterr().out


@pytest.mark.parametrize(
    "url", ["http://[", "notaurl", "ftp://x", "", "http://127.0.0.1:99999", "http://u:geheim@127.0.0.1:1/", "http://"]
)
def test_an_address_that_is_none_is_refused_without_its_password(url: str, capsys: Out) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["server", url])
    error = capsys.readouterr().err
    assert "argument URL: " in error
    assert "geheim" not in error


@pytest.mark.parametrize("url", ["http://127.0.0.1:9", "http://xn--a", "http://\x00", "http://" + "a" * 300])
def test_a_server_that_is_not_there_is_one_line(url: str, capsys: Out) -> None:
    assert main(["server", url, "--timeout", "5"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "x"])
def test_a_time_limit_is_a_number_of_seconds(seconds: str, capsys: Out) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["server", "http://127.0.0.1:9", "--timeout", seconds])
    assert "not a number of seconds" in capsys.readouterr().err


def test_this_machine_is_reached_past_any_proxy(target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert main(["server", "--token", target.token, target.api_url(target.new_organisation())]) == 0
