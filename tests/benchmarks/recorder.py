"""The recording proxy between a client and a server: what it adds to the first byte, its rate, and its memory."""

from __future__ import annotations

import json
import socket
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from .canned import ORGANISATION, QUANT_REQUEST
from .figure import Bar, Figure, Row, run
from .harness import Spread, in_turns
from .load import Load, drive, request
from .mock import TOKEN, RunningServer, serving
from .processes import MIB, known, pin, resident

_CHAT = json.dumps(QUANT_REQUEST).encode()
_CONNECTIONS = 16
_STREAMS = 50


def measure(quick: bool) -> Figure:
    """Drive the mock server with and without the proxy, which redacts, writes and judges each exchange."""
    rounds = 7
    seconds = 0.3 if quick else 2.0
    exchanges = 5_000 if quick else 100_000
    figure = Figure(
        "Recording proxy",
        "quant-ai-contract record on one core with the client, in front of the mock server on the other. Each chat is "
        "redacted, written and judged. The first byte is that of a stream, over one connection.",
        rounds,
    )
    with tempfile.TemporaryDirectory() as folder, serving(_mock) as mock:

        def proxy(port: int) -> list[str]:
            upstream = f"http://127.0.0.1:{mock.port}"
            out = str(Path(folder) / "traffic.har")
            command = [sys.executable, "-m", "quant_ai_contract", "record", "--upstream", upstream, "--out", out]
            return [*command, "--port", str(port)]

        with serving(proxy) as recorder:
            pin(1)
            pin(1, recorder.process.pid)
            first = in_turns({"direct": lambda: _first_byte(mock), "proxy": lambda: _first_byte(recorder)}, rounds)
            later = [
                (with_proxy - direct) * 1e3
                for with_proxy, direct in zip(first.values["proxy"], first.values["direct"], strict=True)
            ]
            figure.rows += [Row.of("first byte of a stream", name, first[name], "ms", 1e3) for name in first.values]
            figure.bars.append(Bar.most("first byte later than without", Spread.of(later), 3, quick=6, unit="ms"))
            rates = []
            for _ in range(rounds):
                load = _drive(recorder, seconds)
                rates.append(len(load.latencies) / load.seconds)
            rate = Spread.of(rates)
            case = f"POST /chat, {_CONNECTIONS} connections"
            figure.rows.append(Row.of(case, "proxy", rate, "requests/s"))
            why = "the proxy shares its core with the client here"
            figure.bars.append(Bar.least(f"requests per second, {case}", rate, 1000, quick=300, unit="/s", why=why))
            if known():
                _growth(figure, recorder, exchanges)
    return figure


def _growth(figure: Figure, recorder: RunningServer, exchanges: int) -> None:
    before, done = resident(recorder.process.pid), 0
    while done < exchanges:
        done += len(_drive(recorder, 2.0).latencies)
    grown = Spread.of([(resident(recorder.process.pid) - before) / MIB])
    figure.rows.append(Row.of(f"memory grown over {exchanges:,} exchanges", "proxy", grown, "MiB"))
    figure.bars.append(Bar.most(f"memory grown over {exchanges:,} exchanges", grown, 5, quick=10, unit="MiB"))


def _path(name: str) -> str:
    return f"/api/v3/organisations/{ORGANISATION}/ai/{name}"


def _first_byte(one: RunningServer) -> float:
    """The median of the seconds to the first byte of a stream."""
    sent = request(
        "POST", f"127.0.0.1:{one.port}", _path("chat/stream"), _CHAT, token=TOKEN, accept="text/event-stream"
    )
    found = []
    with socket.create_connection(("127.0.0.1", one.port), timeout=30) as peer:
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for _ in range(_STREAMS):
            began = time.perf_counter()
            peer.sendall(sent)
            data = peer.recv(65536)
            found.append(time.perf_counter() - began)
            while not data.endswith(b"0\r\n\r\n"):
                data = data[-8:] + peer.recv(65536)
    return median(found)


def _drive(one: RunningServer, seconds: float) -> Load:
    sent = request("POST", f"127.0.0.1:{one.port}", _path("chat"), _CHAT, token=TOKEN)
    load = drive(("127.0.0.1", one.port), sent, _CONNECTIONS, seconds)
    if load.failures:
        raise RuntimeError(f"{load.failures} of {len(load.latencies)} replies were not 2xx")
    return load


def _mock(port: int) -> list[str]:
    return [sys.executable, "-m", "quant_ai_mock", "--quiet", "--port", str(port)]


if __name__ == "__main__":
    run(measure)
