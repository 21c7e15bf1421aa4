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
_READY_WITHIN = 30.0

# The mock's HTTP server with a canned reply: something to compare with on machines without node.
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


@dataclass(frozen=True)
class _Case:
    """One kind of load, and its bars.

    A bar against Prism says what a user gains. The one against bare uvicorn says what validation and state cost, and is
    there for machines without node.
    """

    method: str
    path: str
    body: bytes | None
    connections: int
    prism: float
    bare: float

    def __str__(self) -> str:
        return f"{self.method} {self.path}, {self.connections} connection{'s' if self.connections > 1 else ''}"


_CHAT = json.dumps(QUANT_REQUEST).encode()
_CASES = (
    _Case("GET", "/models", None, 1, prism=3.5, bare=4),
    _Case("GET", "/models", None, 16, prism=12, bare=4),
    _Case("POST", "/chat", _CHAT, 1, prism=2.5, bare=4),
    _Case("POST", "/chat", _CHAT, 16, prism=4, bare=7),
)


@dataclass(frozen=True)
class RunningServer:
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
    prism = None if quick else environment.prism_command()
    if prism is not None:
        commands["Prism"] = lambda port: [*prism, "mock", "-v", "silent", "-h", "127.0.0.1", "-p", str(port), _SPEC]
    figure = Figure(
        "Mock server",
        "One server process on one core, one client on the other, keep-alive. GET /models, and POST /chat with a body "
        "that is validated. Both serve the same spec; Prism is stateless. The mock runs on uvicorn; bare uvicorn, "
        "which answers canned bytes and checks nothing, shows what a round trip costs.",
        rounds,
    )
    with ExitStack() as stack:
        servers = {name: stack.enter_context(serving(command)) for name, command in commands.items()}
        pin(1)
        for case in _CASES:
            _rates(figure, servers, case, rounds, seconds)
        _streams(figure, servers["quant-ai-mock"], rounds, seconds)
        if known():
            weights = {name: resident(server.process.pid) / MIB for name, server in servers.items()}
            figure.rows += [Row("memory after the load", name, weight, "MiB") for name, weight in weights.items()]
            weight = Spread.of([weights["quant-ai-mock"]])
            figure.bars.append(Bar.most("memory after the load", weight, 85, quick=95, unit="MiB"))
    if not quick:
        _starts(figure, commands)
    if prism is None and not quick:
        figure.notes.append("Node is missing here, so Prism was not measured.")
    return figure


def _rates(figure: Figure, servers: dict[str, RunningServer], case: _Case, rounds: int, seconds: float) -> None:
    tails: dict[str, list[float]] = {name: [] for name in servers}
    used: dict[str, list[float]] = {name: [] for name in servers}

    def sampler(name: str, server: RunningServer) -> Callable[[], float]:
        def sample() -> float:
            before = server.cpu if known() else None
            load = _drive(server, case.method, case.path, case.body, case.connections, seconds)
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
    figure.rows += [Row.rate(str(case), name, samples[name], "requests/s") for name in servers]
    figure.rows += [Row.of(f"{case}, CPU", name, Spread.of(used[name]), "µs", 1e6) for name in servers if used[name]]
    figure.rows += [Row.of(f"{case}, p99", name, Spread.of(tails[name]), "ms", 1e3) for name in servers]
    if "Prism" in servers:
        ratio = samples.ratio("Prism", "quant-ai-mock")
        bare = number(samples.ratio("Prism", BARE).value)
        why = f"{BARE}, whose bytes are canned, is {bare} × Prism here: the rest is reading, validation and state"
        bar = Bar.least(f"quant-ai-mock / Prism, {case}", ratio, case.prism, quick=case.prism / 2, why=why)
    else:
        ratio = samples.ratio("quant-ai-mock", BARE)
        claim = f"seconds per request, quant-ai-mock / {BARE}, {case}"
        bar = Bar.most(claim, ratio, case.bare, quick=1.5 * case.bare)
    figure.bars.append(bar)


def _streams(figure: Figure, server: RunningServer, rounds: int, seconds: float) -> None:
    loads = [_drive(server, "POST", "/chat/stream", _CHAT, 4, seconds) for _ in range(rounds)]
    rate = Spread.of([load.events / load.seconds for load in loads])
    figure.rows.append(Row.of("POST /chat/stream, 4 connections", "quant-ai-mock", rate, "events/s"))
    figure.notes.append(
        "Prism gets no request for events: it answers /chat/stream with 500, or sends one example in one piece."
    )


def _starts(figure: Figure, commands: dict[str, Callable[[int], list[str]]]) -> None:
    def sampler(command: Callable[[int], list[str]]) -> Callable[[], float]:
        def sample() -> float:
            with serving(command) as server:
                return server.start

        return sample

    samples = in_turns({name: sampler(command) for name, command in commands.items()}, 7)
    figure.rows += [Row.of("start to first reply", name, samples[name], "s") for name in commands]
    figure.bars.append(Bar.most("start to first reply", samples["quant-ai-mock"], 0.6, quick=1.2, unit="s"))
    for case, streaming in (("SIGTERM to its end", False), ("SIGTERM to its end, with an open stream", True)):
        ends = Spread.of([_end(streaming) for _ in range(7)])
        figure.rows.append(Row.of(case, "quant-ai-mock", ends, "s"))
        figure.bars.append(Bar.most(case, ends, 0.3, quick=0.6, unit="s"))


def _end(streaming: bool) -> float:
    """Seconds until the mock server has ended after a signal."""
    with serving(lambda port: [*_mock(port), "--tokens-per-second", "0.01"]) as server, ExitStack() as stack:
        if streaming:
            client = stack.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            client.sendall(request("POST", "127.0.0.1", f"{server.root}/chat/stream", _CHAT, token=TOKEN))
            client.recv(65536)
        began = time.perf_counter()
        server.process.terminate()
        if server.process.wait(10) != 0:
            raise RuntimeError("the signal did not end it with exit code 0")
        return time.perf_counter() - began


def _drive(server: RunningServer, method: str, path: str, body: bytes | None, connections: int, seconds: float) -> Load:
    accept = "text/event-stream" if path.endswith("/stream") else "application/json"
    sent = request(method, f"127.0.0.1:{server.port}", server.root + path, body, token=TOKEN, accept=accept)
    load = drive(("127.0.0.1", server.port), sent, connections, seconds)
    if load.failures:
        raise RuntimeError(f"{load.failures} of {len(load.latencies)} replies to {method} {path} were not 2xx")
    return load


_SPEC = str(environment.ROOT / "spec" / "openapi.yaml")


def _mock(port: int) -> list[str]:
    return [sys.executable, "-m", "quant_ai_mock", "--quiet", "--port", str(port)]


def _bare(port: int) -> list[str]:
    return [sys.executable, "-c", _BARE_APP, str(port)]


@contextmanager
def serving(command: Callable[[int], list[str]]) -> Iterator[RunningServer]:
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
            yield RunningServer(port, root, process, time.perf_counter() - began)
        finally:
            process.kill()


if __name__ == "__main__":
    run(measure)
