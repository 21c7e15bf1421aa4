"""What a request to the mock server costs with 1,000 and with 100,000 things stored."""

from __future__ import annotations

import asyncio
import contextlib
import json
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import environment
from .canned import MODEL
from .figure import Bar, Figure, Row, run
from .harness import Spread, repeat_async, timed
from .mock import TOKEN, serving
from .processes import MIB, known, resident

FEW = 1_000
LENGTH = 256  # numbers of a vector
LONG = 1_024  # the same, for the vectors that are only searched
AT_MOST = 1.5
TASKS = 10_000  # of one graph
FILE = 1024 * MIB
_HELLO = [{"role": "user", "content": "Hello"}]
_DRAW = {
    "modelId": MODEL,
    "messages": [{"role": "user", "content": "draw nine pictures"}],
    "toolConfig": {"autoExecute": ["generate_image"]},
}


class _Api:
    """The mock server's application, without a network: requests of one organisation."""

    def __init__(self, runner: asyncio.Runner, app: Any, organisation: str) -> None:
        self.runner = runner
        self._app = app
        self._root = f"/api/v3/organisations/{organisation}/ai"

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """The JSON of a reply."""
        return json.loads(self.runner.run(self.send(method, path, body)) or b"null")

    async def send(self, method: str, path: str, body: Any = None) -> bytes:
        """The body of a reply, which must be a success."""
        path, _, query = f"{self._root}{path}".partition("?")
        headers = [(b"authorization", f"Bearer {TOKEN}".encode()), (b"content-type", b"application/json")]
        scope = {"type": "http", "http_version": "1.1", "method": method, "path": path, "query_string": query.encode()}
        incoming = [{"type": "http.request", "body": json.dumps(body).encode() if body is not None else b""}]
        sent: list[Any] = []

        async def receive() -> Any:
            return incoming.pop()

        async def send(message: Any) -> None:
            sent.append(message)

        await self._app({**scope, "headers": headers}, receive, send)
        content: bytes = sent[1]["body"]
        if sent[0]["status"] >= 300:
            raise RuntimeError(f"{method} {path}: {sent[0]['status']} {content[:300]!r}")
        return content


@dataclass
class _Kind:
    """A kind of thing: how it is made, and the requests whose cost must not grow with its number."""

    name: str
    fill: Callable[[_Api, int], dict[str, str]]
    """Makes so many, and returns what the paths and bodies of the requests name."""
    requests: dict[str, tuple[str, str, Any]]


def measure(quick: bool) -> Figure:
    """Fill one organisation with few things and another with many, and send both the same requests in turns."""
    from quant_ai_mock import make_app

    many, rounds = (10_000, 5) if quick else (100_000, 9)
    figure = Figure(
        "Mock server: growth",
        f"Requests to two applications, in process: one with {FEW:,} things of each kind, and one with {many:,}, in "
        f"turns. Documents have vectors of {LENGTH} numbers. Memory is what the process grew by, for each "
        "100,000 things, with their indexes. The state is in memory, but for the start with a file.",
        rounds,
    )
    with asyncio.Runner() as runner, contextlib.ExitStack() as stack:
        apps = [make_app() for _ in range(2)]
        for app in apps:
            stack.enter_context(contextlib.closing(app.state.store))
        small, large = (_Api(runner, app, "acme") for app in apps)
        for kind in KINDS:
            _measure_kind(figure, kind, {small: FEW, large: many}, rounds)
        _measure_graph(figure, large, TASKS // 10 if quick else TASKS)
        _measure_query(figure, many, rounds)
    if not quick:
        _measure_start(figure)
    return figure


def _measure_kind(figure: Figure, kind: _Kind, counts: dict[_Api, int], rounds: int) -> None:
    named: dict[_Api, dict[str, str]] = {}
    grown = 0.0
    for api, count in counts.items():
        before = resident() if known() else 0
        named[api] = kind.fill(api, count)
        grown = (resident() - before) / count if known() else 0.0
    small, large = counts
    for what, (method, path, body) in kind.requests.items():

        def repeated(api: _Api, method: str = method, path: str = path, body: Any = body) -> Any:
            filled = json.loads(_named(json.dumps(body), named[api])) if body is not None else None
            place = _named(path, named[api])
            work: Callable[[], Awaitable[object]] = lambda: api.send(method, place, filled)  # noqa: E731
            return repeat_async(api.runner, work)

        contenders = {f"{counts[api]:,}": repeated(api) for api in (small, large)}
        samples = timed(contenders, rounds, seconds=0.05, clock=time.process_time)
        few, many = contenders
        figure.rows += [Row.of(f"{kind.name}: {what}", count, samples[count], "ms", 1e3) for count in contenders]
        ratio = samples.ratio(many, few)
        figure.bars.append(Bar.most(f"{kind.name}: {what}, {many} / {few}", ratio, AT_MOST, quick=2.5))
    if grown:
        figure.rows.append(Row("memory for 100,000", kind.name, grown * 100_000 / MIB, "MiB"))


def _named(text: str, names: dict[str, str]) -> str:
    for name, value in names.items():
        text = text.replace(f"<{name}>", value)
    return text


def _measure_graph(figure: Figure, api: _Api, count: int) -> None:
    before: list[str] = []
    for number in range(count):
        body = {"title": f"Task {number}", "taskListId": "graph", "dependsOn": before}
        before = [*before[-1:], api.ask("POST", "/tasks", body)["taskId"]]
    graph = repeat_async(api.runner, lambda: api.send("GET", "/tasks/graph/dependency-graph"))
    spread = timed({"graph": graph}, 5, clock=time.process_time)["graph"]
    figure.rows.append(Row.of(f"dependency graph of {count:,} tasks", "quant-ai-mock", spread, "s"))
    figure.bars.append(Bar.most(f"dependency graph of {count:,} tasks", spread, 1.0, quick=1.0, unit="s"))


def _measure_query(figure: Figure, count: int, rounds: int) -> None:
    """The search alone, among vectors of the usual length."""
    import numpy as np

    from quant_ai_mock.engine.vector_index import VectorIndex

    index, numbers = VectorIndex(LONG), np.random.default_rng(1)
    for number in range(count):
        index.add(str(number), numbers.standard_normal(LONG, dtype=np.float32).tobytes())
    target = numbers.standard_normal(LONG).tolist()

    def search(times: int) -> None:
        for _ in range(times):
            index.nearest(target, 5)

    spread = Spread.of([value * 1e3 for value in timed({"search": search}, rounds).values["search"]])
    claim = f"the nearest of {count:,} vectors of {LONG:,} numbers"
    figure.rows.append(Row.of(claim, "quant-ai-mock", spread, "ms"))
    why = "the search reads 400 MB, so this is the speed of the memory"
    figure.bars.append(Bar.most(claim, spread, 60, quick=60, unit="ms", why=why))


def _measure_start(figure: Figure) -> None:
    """From the command to its first reply, with a file of 1 GB that was not closed properly."""
    import httpx

    environment.BUILD.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=environment.BUILD) as folder:
        file = Path(folder) / "mock.db"
        command = [sys.executable, "-m", "quant_ai_mock", "--db", str(file), "--port"]
        with serving(lambda port: [*command, str(port)]) as server:
            root = f"http://127.0.0.1:{server.port}{server.root}"
            with httpx.Client(headers={"Authorization": f"Bearer {TOKEN}"}, timeout=60) as http:
                for _ in range(FILE // (16 * MIB)):
                    asked = {"contentType": "video/mp4", "requestUploadUrl": True}
                    made = http.post(f"{root}/files", json=asked).json()
                    http.put(made["uploadUrl"], content=bytes(16 * MIB)).raise_for_status()
                for number in range(2_000):
                    http.post(f"{root}/sessions", json={"userId": f"user-{number}"}).raise_for_status()
        size = sum(path.stat().st_size for path in Path(folder).iterdir()) / MIB
        starts = []
        for _ in range(5):
            with serving(lambda port: [*command, str(port)]) as server:
                starts.append(server.start)
    spread = Spread.of(starts)
    figure.rows.append(Row("size of the file", "quant-ai-mock", size, "MiB"))
    figure.rows.append(Row.of("start with that file", "quant-ai-mock", spread, "s"))
    figure.bars.append(Bar.most("start with a file of 1 GB", spread, 1.0, quick=2.0, unit="s"))


def _sessions(api: _Api, count: int) -> dict[str, str]:
    for number in range(count):
        body = {"userId": f"user-{number % 50}", "sessionGroup": f"group-{number}"}
        made = api.ask("POST", "/sessions", body)
    return {"id": made["sessionId"]}


def _messages(api: _Api, count: int) -> dict[str, str]:
    made = api.ask("POST", "/sessions", {"userId": "ada"})["sessionId"]
    for start in range(0, count, 1000):
        new = [{"role": "user", "content": f"Message {number}"} for number in range(start, start + 1000)]
        api.ask("PUT", f"/sessions/{made}", {"newMessages": new})
    return {"id": made}


def _tasks(api: _Api, count: int) -> dict[str, str]:
    for number in range(count):
        body = {"title": f"Task {number}", "taskListId": f"list-{number % 500}", "assignedAgentId": f"agent-{number}"}
        made = api.ask("POST", "/tasks", body)
    return {"id": made["taskId"]}


def _files(api: _Api, count: int) -> dict[str, str]:
    for number in range(count):
        body = {"contentType": "text/plain", "content": "eA==", "metadata": {"project": f"p-{number % 50}"}}
        made = api.ask("POST", "/files", body)
    return {"id": made["fileId"]}


def _documents(api: _Api, count: int) -> dict[str, str]:
    body = {"name": "handbook", "embeddingModel": "amazon.titan-embed-text-v2:0", "dimensions": LENGTH}
    made = api.ask("POST", "/vector-db/collections", body)["collection"]["collectionId"]
    for documents in _batches(count):
        api.ask("POST", f"/vector-db/collections/{made}/documents", {"documents": documents})
    return {"id": made}


def _batches(count: int) -> Iterator[list[dict[str, Any]]]:
    for start in range(0, count, 100):
        yield [
            {"content": f"Page {number} of the handbook", "key": f"k-{number}", "metadata": {"page": number}}
            for number in range(start, start + 100)
        ]


def _executions(api: _Api, count: int) -> dict[str, str]:
    for _ in range(-(-count // 9)):
        api.ask("POST", "/chat", _DRAW)
    return {"id": api.ask("GET", "/tools/executions?limit=1")["executions"][0]["executionId"]}


_COLLECTION = "/vector-db/collections/<id>"
KINDS = (
    _Kind(
        "sessions",
        _sessions,
        {
            "list": ("GET", "/sessions", None),
            "filtered list": ("GET", "/sessions?userId=user-7&limit=10", None),
            "get": ("GET", "/sessions/<id>", None),
            "create": ("POST", "/sessions", {"userId": "ada"}),
            "update": ("PUT", "/sessions/<id>", {"tokensUsed": 1}),
        },
    ),
    _Kind(
        "messages in a session",
        _messages,
        {
            "append": ("PUT", "/sessions/<id>", {"newMessages": _HELLO}),
            "chat": ("POST", "/chat", {"modelId": MODEL, "messages": _HELLO, "sessionId": "<id>"}),
        },
    ),
    _Kind(
        "tasks",
        _tasks,
        {
            "list": ("GET", "/tasks", None),
            "filtered list": ("GET", "/tasks?assignedAgentId=agent-7&status=pending", None),
            "get": ("GET", "/tasks/<id>", None),
            "create": ("POST", "/tasks", {"title": "One more"}),
            "update": ("PUT", "/tasks/<id>", {"progress": 0.5}),
        },
    ),
    _Kind(
        "files",
        _files,
        {
            "list": ("GET", "/files", None),
            "filtered list": ("GET", "/files?limit=10&filter=%7B%22project%22%3A%22p-7%22%7D", None),
            "get": ("GET", "/files/<id>", None),
            "upload": ("POST", "/files", {"contentType": "text/plain", "content": "eA=="}),
        },
    ),
    _Kind(
        "documents",
        _documents,
        {
            "list": ("GET", f"{_COLLECTION}/documents", None),
            "filtered list": ("GET", f"{_COLLECTION}/documents?key=k-7", None),
            "list by metadata": (
                "POST",
                f"{_COLLECTION}/query",
                {"listByMetadata": True, "filter": {"exact": {"page": 7}}},
            ),
            "get collection": ("GET", _COLLECTION, None),
            "upload of 10": (
                "POST",
                f"{_COLLECTION}/documents",
                {"documents": [{"content": f"New page {number}", "key": f"k-{number}"} for number in range(10)]},
            ),
        },
    ),
    _Kind(
        "tool executions",
        _executions,
        {
            "list": ("GET", "/tools/executions", None),
            "filtered list": ("GET", "/tools/executions?status=failed", None),
            "get": ("GET", "/tools/executions/<id>", None),
            "start of nine": ("POST", "/chat", _DRAW),
        },
    ),
)


if __name__ == "__main__":
    run(measure)
