"""How the recording proxy writes to its connections, and what it does for each exchange only once."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import httpx
import pytest

from quant_ai_common.gathered_writes import GatheredWrites
from quant_ai_contract import exchange, load, value_checks
from quant_ai_contract.checking import check
from quant_ai_contract.consistency import Consistency
from quant_ai_contract.exchange import Exchange
from quant_ai_contract.json_text import parse_json

from .support.recordings_made import ok, raw_server, recording


class Transport(asyncio.Transport):
    """Keeps what is done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[bytes | str] = []

    def write(self, data: Any) -> None:
        self.done.append(data)

    def is_closing(self) -> bool:
        return "closed" in self.done

    def close(self) -> None:
        self.done.append("closed")

    def abort(self) -> None:
        self.done.append("aborted")


def test_what_is_written_in_one_turn_is_sent_with_one_call() -> None:
    transport = Transport()

    async def write() -> None:
        gathered = GatheredWrites(transport, asyncio.get_running_loop())
        for data in (b"head ", b"", b"body"):
            gathered.write(data)
        assert transport.done == []
        await asyncio.sleep(0)
        assert transport.done == [b"head body"]
        gathered.write(b"more")
        gathered.flush()
        assert transport.done[1:] == [b"more"]
        await asyncio.sleep(0)

    asyncio.run(write())
    assert transport.done == [b"head body", b"more"]


@pytest.mark.parametrize(("end", "word"), [("close", "closed"), ("abort", "aborted")])
def test_the_end_of_a_connection_comes_after_what_was_written(end: str, word: str) -> None:
    transport = Transport()

    async def write() -> None:
        gathered = GatheredWrites(transport, asyncio.get_running_loop())
        gathered.write(b"last")
        getattr(gathered, end)()
        await asyncio.sleep(0)

    asyncio.run(write())
    assert transport.done == [b"last", word]


def test_a_connection_that_was_closed_meanwhile_gets_nothing() -> None:
    transport = Transport()

    async def write() -> None:
        GatheredWrites(transport, asyncio.get_running_loop()).write(b"late")
        transport.close()
        await asyncio.sleep(0)

    asyncio.run(write())
    assert transport.done == ["closed"]


def test_a_server_may_close_its_connections_between_requests(tmp_path: Path) -> None:
    closed: SimpleQueue[bool] = SimpleQueue()

    def reply(peer: socket.socket, _request: bytes) -> None:
        peer.sendall(ok(b"{}"))
        peer.close()
        closed.put(True)
        raise StopIteration

    with raw_server(reply) as url, recording(url, tmp_path / "a.har") as made, httpx.Client() as http:
        for _ in range(5):
            assert http.post(f"{made.url}/x", content=b"{}").status_code == 200
            assert closed.get(timeout=30)
        assert not made.said


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[bytes]]:
    found: list[bytes] = []

    def parse(raw: bytes) -> Any:
        found.append(raw)
        return parse_json(raw)

    monkeypatch.setattr(exchange, "parse_json", parse)
    monkeypatch.setattr(value_checks, "parse_json", parse)
    return found


def test_each_body_is_parsed_once(parsed: list[bytes]) -> None:
    contract = load()
    sent, got = b'{"modelId":"a","messages":[]}', b'{"response":{}}'
    kind = {"content-type": "application/json"}
    one = Exchange("POST", "/api/v3/organisations/acme/ai/chat", 200, kind, sent, kind, got)
    verdict = Consistency(contract).judge(check(contract, one))
    assert verdict.errors
    assert parsed == [sent, got]
