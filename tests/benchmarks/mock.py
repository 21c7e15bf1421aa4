"""The mock server against Prism, which serves the same document: rates, tails, start and weight."""

from __future__ import annotations

import contextlib
import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from . import environment
from .canned import ORGANISATION, QUANT_REQUEST
from .figure import Bar, Figure, Row, run
from .gate import number
from .harness import Spread, in_turns
from .load import Load, drive, request
from .processes import MIB, cpu_seconds, known, pin, resident

TOKEN = "test-token"
BARE = "bare uvicorn"
SOCKETS = "sockets alone"
_READY_WITHIN = 30.0

# What a fast ASGI server does with a canned reply: a yardstick that is there where node is not.
_BARE_APP = """
import sys, uvicorn
from tests.benchmarks.canned import QUANT_REPLY
head = {"type": "http.response.start", "status": 200, "headers": [
    (b"content-type", b"application/json"), (b"content-length", b"%d" % len(QUANT_REPLY))]}
async def app(scope, receive, send):
    while (await receive()).get("more_body"):
        pass
    await send(head)
    await send({"type": "http.response.body", "body": QUANT_REPLY})
uvicorn.run(app, host="127.0.0.1", port=int(sys.argv[1]), log_level="error", lifespan="off", access_log=False)
"""

# The floor of Python: the event loop and the kernel, and the same bytes for whatever comes.
_SOCKETS_APP = """
import asyncio, sys, uvloop
from tests.benchmarks.canned import QUANT_REPLY
REPLY = b"HTTP/1.1 200 OK\\r\\ncontent-type: application/json\\r\\ncontent-length: %d\\r\\n\\r\\n%b" % (
    len(QUANT_REPLY), QUANT_REPLY)
class Peer(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        self.transport.write(REPLY)
async def serve():
    server = await asyncio.get_running_loop().create_server(Peer, "127.0.0.1", int(sys.argv[1]))
    await server.serve_forever()
uvloop.run(serve())
"""


@dataclass(frozen=True)
class _Server:
    """A running server and where its API begins."""

    port: int
    root: str
    process: subprocess.Popen[bytes]
    start: float

    @property
    def cpu(self) -> float:
        return cpu_seconds(self.process.pid)


def measure(quick: bool) -> Figure:
    """Requests per second of one client process on a core of its own, against one server process on another."""
    rounds = 7
    seconds = 0.2 if quick else 1.0
    commands: dict[str, Callable[[int], list[str]]] = {"quant-ai-mock": _mock, BARE: _bare}
    if not quick:
        commands[SOCKETS] = _sockets
    prism = None if quick else environment.prism_command()
    if prism is not None:
        commands["Prism"] = lambda port: [*prism, "mock", "-v", "silent", "-h", "127.0.0.1", "-p", str(port), _SPEC]
    figure = Figure(
        "Mock server",
        "One server process on one core, one client on the other, keep-alive. GET /models, and POST /chat with a body "
        "that is validated. Both serve the same document; Prism is stateless. Two yardsticks answer with canned bytes: "
        "bare uvicorn, which checks nothing, and sockets alone, which do not even read the request: uvloop and the "
        "kernel, and so the most that one process of Python can do.",
        rounds,
    )
    body = json.dumps(QUANT_REQUEST).encode()
    with ExitStack() as stack:
        servers = {name: stack.enter_context(_serving(command)) for name, command in commands.items()}
        pin(1)
        for method, path, sent in (("GET", "/models", None), ("POST", "/chat", body)):
            for connections in (1, 16):
                _rates(figure, servers, (method, path, sent), connections, rounds, seconds)
        _streams(figure, servers["quant-ai-mock"], body, rounds, seconds)
        if known():
            weights = {name: resident(server.process.pid) / MIB for name, server in servers.items()}
            figure.rows += [Row("memory after the load", name, weight, "MiB") for name, weight in weights.items()]
            weight = Spread.of([weights["quant-ai-mock"]])
            figure.bars.append(Bar.most("memory after the load", weight, 80, quick=90, unit="MiB"))
    if not quick:
        _starts(figure, commands)
    if prism is None and not quick:
        figure.notes.append("Node is missing here, so Prism was not measured.")
    return figure


def _rates(
    figure: Figure,
    servers: dict[str, _Server],
    what: tuple[str, str, bytes | None],
    connections: int,
    rounds: int,
    seconds: float,
) -> None:
    method, path, body = what
    case = f"{method} {path}, {connections} connection{'s' if connections > 1 else ''}"
    tails: dict[str, list[float]] = {name: [] for name in servers}
    used: dict[str, list[float]] = {name: [] for name in servers}

    def sampler(name: str, server: _Server) -> Callable[[], float]:
        def sample() -> float:
            before = server.cpu if known() else None
            load = _drive(server, method, path, body, connections, seconds)
            tails[name].append(load.p99)
            if before is not None:
                used[name].append((server.cpu - before) / len(load.latencies))
            return load.per_request

        return sample

    samplers = {name: sampler(name, server) for name, server in servers.items()}
    for sample in samplers.values():
        sample()
    for found in (*tails.values(), *used.values()):
        found.clear()
    samples = in_turns(samplers, rounds)
    figure.rows += [Row.rate(case, name, samples[name], "requests/s") for name in servers]
    figure.rows += [Row.of(f"{case}, CPU", name, Spread.of(used[name]), "µs", 1e6) for name in servers if used[name]]
    figure.rows += [Row.of(f"{case}, p99", name, Spread.of(tails[name]), "ms", 1e3) for name in servers]
    if "Prism" in servers:
        limit = 15 if connections == 1 else 25
        ratio = samples.ratio("Prism", "quant-ai-mock")
        most, bare = (number(samples.ratio("Prism", name).value) for name in (SOCKETS, BARE))
        why = (
            f"{SOCKETS}, which read no request, are {most} × Prism here, and {BARE}, whose bytes are canned, is "
            f"{bare} ×: so much a round trip through kernel and Python leaves; the rest is validation and state"
        )
        figure.bars.append(Bar.least(f"quant-ai-mock / Prism, {case}", ratio, limit, quick=limit / 2, why=why))
    else:
        ratio = samples.ratio("quant-ai-mock", BARE)
        figure.bars.append(Bar.most(f"seconds per request, quant-ai-mock / {BARE}, {case}", ratio, 4, quick=6))


def _streams(figure: Figure, server: _Server, body: bytes, rounds: int, seconds: float) -> None:
    loads = [_drive(server, "POST", "/chat/stream", body, 4, seconds) for _ in range(rounds)]
    rate = Spread.of([load.events / load.seconds for load in loads])
    figure.rows.append(Row.of("POST /chat/stream, 4 connections", "quant-ai-mock", rate, "events/s"))
    figure.notes.append(
        "Prism is not asked for events: it answers /chat/stream with 500, or sends one example in one piece."
    )


def _starts(figure: Figure, commands: dict[str, Callable[[int], list[str]]]) -> None:
    ends: list[float] = []

    def sampler(name: str, command: Callable[[int], list[str]]) -> Callable[[], float]:
        def sample() -> float:
            with _serving(command) as server:
                if name == "quant-ai-mock":
                    began = time.perf_counter()
                    server.process.terminate()
                    if server.process.wait(10) != 0:
                        raise RuntimeError("the signal did not end it with exit code 0")
                    ends.append(time.perf_counter() - began)
                return server.start

        return sample

    samples = in_turns({name: sampler(name, command) for name, command in commands.items()}, 7)
    figure.rows += [Row.of("start to first reply", name, samples[name], "s") for name in commands]
    figure.bars += [
        Bar.most("start to first reply", samples["quant-ai-mock"], 0.5, quick=1, unit="s"),
        Bar.most("SIGTERM to its end", Spread.of(ends), 0.2, quick=0.4, unit="s"),
    ]


def _drive(server: _Server, method: str, path: str, body: bytes | None, connections: int, seconds: float) -> Load:
    accept = "text/event-stream" if path.endswith("/stream") else "application/json"
    sent = request(method, f"127.0.0.1:{server.port}", server.root + path, body, token=TOKEN, accept=accept)
    load = drive(("127.0.0.1", server.port), sent, connections, seconds)
    if load.failures:
        raise RuntimeError(f"{load.failures} of {len(load.latencies)} replies to {method} {path} were not 2xx")
    return load


_SPEC = str(environment.ROOT / "spec" / "openapi.yaml")


def _mock(port: int) -> list[str]:
    return [sys.executable, "-m", "quant_ai_mock", "--port", str(port)]


def _bare(port: int) -> list[str]:
    return [sys.executable, "-c", _BARE_APP, str(port)]


def _sockets(port: int) -> list[str]:
    return [sys.executable, "-c", _SOCKETS_APP, str(port)]


@contextmanager
def _serving(command: Callable[[int], list[str]]) -> Iterator[_Server]:
    """A server that has answered once, on the first core."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    began = time.perf_counter()
    words = command(port)
    root = "" if "mock" in words[2:3] else f"/api/v3/organisations/{ORGANISATION}/ai"
    with subprocess.Popen(words, cwd=environment.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            pin(0, process.pid)
            sent = request("GET", f"127.0.0.1:{port}", f"{root}/models", token=TOKEN)
            while True:
                with contextlib.suppress(OSError):
                    drive(("127.0.0.1", port), sent, 1, 0)
                    break
                if process.poll() is not None or time.perf_counter() - began > _READY_WITHIN:
                    raise RuntimeError(f"no server came of: {' '.join(words[:6])}")
                time.sleep(0.005)
            yield _Server(port, root, process, time.perf_counter() - began)
        finally:
            process.kill()


if __name__ == "__main__":
    run(measure)
