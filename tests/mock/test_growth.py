"""What a request costs does not grow with what is stored.

Costs are counted, not timed: the calls of Python functions, and the steps of SQLite's virtual machine.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import numpy as np
import orjson
import pytest
from tests.mock.support.client import MODEL
from tests.mock.test_layers import ROOT, request

from quant_ai_mock import make_app
from quant_ai_mock.control.mock_app import MockApp
from quant_ai_mock.engine.vector_index import BLOCK, VectorIndex
from quant_ai_mock.services import vector_db

FEW, MANY = 240, 2400
TITAN = "amazon.titan-embed-text-v2:0"


class Meter:
    """Sends requests to an application, and counts what they cost."""

    def __init__(self, app: MockApp) -> None:
        self.app = app
        self._connection = app.state.store._connection
        self.cost = 0

    def send(self, method: str, path: str, body: Any = None) -> Any:
        self.cost = 0
        self._connection.set_progress_handler(self._step, 1)
        sys.setprofile(self._call)
        try:
            status, reply = asyncio.run(request(self.app, method, address(path), body))
        finally:
            sys.setprofile(None)
            self._connection.set_progress_handler(None, 1)
        assert status < 300, reply
        return orjson.loads(reply) if reply else None

    def fill(self, method: str, path: str, bodies: Iterator[Any]) -> list[Any]:
        async def all_of_them() -> list[Any]:
            found = []
            for body in bodies:
                status, reply = await request(self.app, method, address(path), body)
                assert status < 300, reply
                found.append(orjson.loads(reply))
            return found

        return asyncio.run(all_of_them())

    def _step(self) -> int:
        self.cost += 1
        return 0

    def _call(self, _frame: Any, event: str, _argument: Any) -> None:
        self.cost += event == "call"


@pytest.fixture
def meter() -> Iterator[Meter]:
    app = make_app()
    with closing(app.state.store):
        yield Meter(app)


def address(path: str) -> str:
    return (ROOT.removesuffix("/ai") if path.startswith("/projects") else ROOT) + path


class Growth:
    """Requests that are sent with few records stored, and again with many."""

    def __init__(self, meter: Meter) -> None:
        self.meter = meter
        self.requests: dict[str, tuple[str, str, Any]] = {}

    def costs(self) -> dict[str, int]:
        found = {}
        for name, (method, path, body) in self.requests.items():
            self.meter.send(method, path, body)  # warm
            self.meter.send(method, path, body)
            found[name] = self.meter.cost
        return found

    def hold(self, few: dict[str, int]) -> None:
        many = self.costs()
        grown = {name: f"{few[name]} -> {many[name]}" for name in few if many[name] > 1.5 * few[name] + 50}
        assert not grown


def test_sessions(meter: Meter) -> None:
    def bodies(count: int) -> Iterator[Any]:
        return ({"userId": f"user-{n % 2}", "sessionGroup": f"g-{n}"} for n in range(count))

    made = meter.fill("POST", "/sessions", bodies(FEW))[0]["sessionId"]
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", "/sessions?limit=5", None),
        "filtered": ("GET", "/sessions?limit=5&userId=user-1&sessionGroup=g-3", None),
        "create": ("POST", "/sessions", {"userId": "ada"}),
        "get": ("GET", f"/sessions/{made}", None),
        "update": ("PUT", f"/sessions/{made}", {"tokensUsed": 1}),
        "chat": (
            "POST",
            "/chat",
            {"modelId": MODEL, "messages": [{"role": "user", "content": "Hi"}], "sessionId": made},
        ),
    }
    few = growth.costs()
    meter.fill("POST", "/sessions", bodies(MANY))
    growth.hold(few)


def test_sessions_that_have_ended(meter: Meter) -> None:
    body = {"userId": "ada", "expirationMinutes": 60}
    path = f"/sessions/{meter.send('POST', '/sessions', body | {'expirationMinutes': 1440})['sessionId']}"
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", "/sessions?limit=5", None),
        "filtered": ("GET", "/sessions?limit=5&userId=ada", None),
        "end": ("PUT", path, {"status": "completed"}),
    }
    meter.fill("POST", "/sessions", (body for _ in range(FEW)))
    meter.app.state.clock.advance(3600)
    few = growth.costs()
    meter.send("PUT", path, {"status": "active"})
    meter.fill("POST", "/sessions", (body for _ in range(MANY)))
    meter.app.state.clock.advance(3600)
    growth.hold(few)


def test_messages_of_a_session(meter: Meter) -> None:
    made = meter.send("POST", "/sessions", {"userId": "ada"})["sessionId"]
    path, message = f"/sessions/{made}", {"role": "user", "content": "Hello"}
    growth = Growth(meter)
    growth.requests = {
        "append": ("PUT", path, {"newMessages": [message]}),
        "chat": ("POST", "/chat", {"modelId": MODEL, "messages": [message], "sessionId": made}),
        "stream": ("POST", "/chat", {"modelId": MODEL, "messages": [message], "sessionId": made, "async": True}),
        "list": ("GET", "/sessions", None),
    }
    meter.send("PUT", path, {"newMessages": [message] * FEW})
    few = growth.costs()
    meter.send("PUT", path, {"newMessages": [message] * MANY})
    growth.hold(few)
    assert len(meter.send("GET", path)["messages"]) > FEW + MANY


def test_tasks(meter: Meter) -> None:
    def bodies(count: int) -> Iterator[Any]:
        return ({"title": "T", "taskListId": f"l-{n}", "dependsOn": [f"t-{n}"]} for n in range(count))

    made = meter.fill("POST", "/tasks", bodies(FEW))[0]["taskId"]
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", "/tasks?limit=5", None),
        "filtered": ("GET", "/tasks?taskListId=l-3&status=pending", None),
        "none": ("GET", "/tasks?status=failed", None),
        "dependants": ("GET", "/tasks?dependsOn=t-5", None),
        "create": ("POST", "/tasks", {"title": "T"}),
        "get": ("GET", f"/tasks/{made}", None),
        "update": ("PUT", f"/tasks/{made}", {"progress": 0.5}),
        "graph": ("GET", "/tasks/l-7/dependency-graph", None),
    }
    few = growth.costs()
    meter.fill("POST", "/tasks", bodies(MANY))
    growth.hold(few)


def test_a_graph_costs_its_edges(meter: Meter) -> None:
    def chain(name: str, count: int) -> int:
        before: list[str] = []
        for _ in range(count):
            (made,) = meter.fill("POST", "/tasks", iter([{"title": "T", "taskListId": name, "dependsOn": before}]))
            before = [made["taskId"]]
        graph = meter.send("GET", f"/tasks/{name}/dependency-graph")
        assert (len(graph["roots"]), len(graph["leaves"]), graph["taskCount"]) == (1, 1, count)
        return meter.cost

    assert chain("long", 400) < 12 * chain("short", 40)


def test_files(meter: Meter) -> None:
    def bodies(count: int) -> Iterator[Any]:
        body = {"contentType": "text/plain", "content": "eA=="}
        return (body | {"metadata": {"project": f"p-{n}", "tags": ["all", f"t-{n}"]}} for n in range(count))

    made = meter.fill("POST", "/files", bodies(FEW))[0]["fileId"]
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", "/files?limit=5", None),
        "filtered": ("GET", "/files?filter=%7B%22project%22%3A%22p-5%22%7D", None),
        "two filters": ("GET", "/files?filter=%7B%22tags%22%3A%22all%22%2C%22project%22%3A%22p-5%22%7D", None),
        "upload": ("POST", "/files", {"contentType": "text/plain", "content": "eA=="}),
        "get": ("GET", f"/files/{made}", None),
    }
    few = growth.costs()
    meter.fill("POST", "/files", bodies(MANY // 2))
    growth.hold({name: cost for name, cost in few.items() if name not in ("filtered", "two filters")})
    assert len(meter.send("GET", "/files?filter=%7B%22project%22%3A%22p-5%22%7D")["files"]) == 2


def test_documents(meter: Meter) -> None:
    body = {"name": "c", "embeddingModel": TITAN, "dimensions": 256}
    path = f"/vector-db/collections/{meter.send('POST', '/vector-db/collections', body)['collection']['collectionId']}"

    def batches(count: int, start: int = 0) -> Iterator[Any]:
        for first in range(start, start + count, 20):
            own = [{"content": "Some words", "key": f"k-{n}", "metadata": {"n": n}} for n in range(first, first + 20)]
            yield {"documents": own}

    meter.fill("POST", f"{path}/documents", batches(FEW))
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", f"{path}/documents?limit=5", None),
        "by key": ("GET", f"{path}/documents?key=k-9", None),
        "by metadata": ("POST", f"{path}/query", {"listByMetadata": True, "filter": {"exact": {"n": 7}}}),
        "query": ("POST", f"{path}/query", {"query": "words", "limit": 3}),
        "upload": ("POST", f"{path}/documents", {"documents": [{"content": "Some words", "key": "k-4"}]}),
        "delete": ("DELETE", f"{path}/documents", {"keys": ["none"]}),
        "count": ("GET", path, None),
    }
    few = growth.costs()
    meter.fill("POST", f"{path}/documents", batches(MANY, FEW))
    growth.hold(few)


def test_tool_executions(meter: Meter) -> None:
    body = {
        "modelId": MODEL,
        "messages": [{"role": "user", "content": "draw nine pictures"}],
        "toolConfig": {"autoExecute": ["generate_image"]},
    }
    meter.app.state.clock.freeze()
    meter.fill("POST", "/chat", iter([body] * (FEW // 9)))
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", "/tools/executions?limit=5", None),
        "pending": ("GET", "/tools/executions?limit=5&status=pending", None),
        "running": ("GET", "/tools/executions?limit=5&status=running", None),
        "complete": ("GET", "/tools/executions?limit=5&status=complete", None),
        "failed": ("GET", "/tools/executions?limit=5&status=failed", None),
        "chat": ("POST", "/chat", body),
    }
    few = growth.costs()
    meter.fill("POST", "/chat", iter([body] * (MANY // 9)))
    growth.hold(few)
    for seconds, stage in ((1, "running"), (9, "complete")):
        meter.app.state.clock.advance(seconds)
        growth.hold(few | dict.fromkeys(("list", stage), few["list"] + few["pending"]))
        assert len(meter.send("GET", f"/tools/executions?limit=5&status={stage}")["executions"]) == 5


def test_orchestrations(meter: Meter) -> None:
    def bodies(count: int, items: int) -> Iterator[Any]:
        source = {"type": "static", "items": [{"n": n} for n in range(items)]}
        return ({"name": f"o-{n}", "inputSource": source, "batchSize": 1, "autoStart": True} for n in range(count))

    meter.app.state.clock.freeze()
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", "/orchestrations?limit=5", None),
        "running": ("GET", "/orchestrations?limit=5&status=running", None),
        "completed": ("GET", "/orchestrations?limit=5&status=completed", None),
        "create": ("POST", "/orchestrations", next(bodies(1, 9))),
    }
    meter.fill("POST", "/orchestrations", bodies(FEW // 4, 9))
    few = growth.costs()
    meter.fill("POST", "/orchestrations", bodies(MANY // 4, 9))
    meter.app.state.clock.advance(3)  # a batch of each is over
    growth.hold(few)
    meter.app.state.clock.advance(30)
    assert len(meter.send("GET", "/orchestrations?limit=5&status=completed")["orchestrations"]) == 5
    assert meter.send("GET", "/orchestrations?limit=5&status=running")["orchestrations"] == []
    growth.hold(few | {"completed": 2 * few["list"]})


def test_usage(meter: Meter) -> None:
    def chats(count: int) -> Iterator[Any]:
        for n in range(count):
            (made,) = meter.fill("POST", "/sessions", iter([{"userId": f"user-{n}"}]))
            yield chat | {"sessionId": made["sessionId"]}

    chat = {"modelId": MODEL, "messages": [{"role": "user", "content": "Hi"}]}
    limits = {"monthlyBudgetCents": 10**6, "perUserDailyBudgetCents": 10**6, "warningThresholdPercent": 80}
    meter.send("PUT", "/governance", {"aiEnabled": True, "modelPolicy": "unrestricted", "spendLimits": limits})
    growth = Growth(meter)
    growth.requests = {
        "by model": ("GET", "/usage", None),
        "by token": ("GET", "/usage?groupBy=token&include=daily", None),
        "one user": ("GET", "/usage?include=daily&userId=user-3", None),
        "mine": ("GET", "/usage/me", None),
        "governance": ("GET", "/governance", None),
        "chat": ("POST", "/chat", chat),
    }
    for body in chats(FEW // 8):
        meter.fill("POST", "/chat", iter([body]))
    few = growth.costs()
    for body in chats(MANY // 8):
        meter.fill("POST", "/chat", iter([body]))
    growth.hold(few)


def test_pages_of_a_site(meter: Meter) -> None:
    path = "/projects/site/ai-search"

    def batches(start: int, count: int) -> Iterator[Any]:
        for first in range(start, start + count, 20):
            pages = [
                {"url": f"https://a.example/{n}", "title": f"Page {n}", "content": "Some words", "preProcessed": True,
                 "contentType": "text/html"}
                for n in range(first, first + 20)
            ]  # fmt: skip
            yield {"pages": pages, "jobId": "job"}

    meter.send("POST", f"{path}/enable", {"baseUrl": "https://a.example"})
    growth = Growth(meter)
    growth.requests = {
        "status": ("GET", path, None),
        "list": ("GET", f"{path}/pages?limit=5", None),
        "pages of a crawl": ("GET", f"{path}/crawls/job/pages?limit=5", None),
        "failed pages": ("GET", f"{path}/crawls/job/pages?limit=5&processingStatus=failed", None),
        "ingest": ("POST", f"{path}/pages", next(batches(0, 20))),
    }
    meter.app.state.clock.freeze()
    meter.fill("POST", f"{path}/pages", batches(0, FEW))
    crawl = {"crawler_uuid": "5f0c1a9e-7d3b-4c52-9a54-1f2f3c0d8b11"}
    meter.fill("POST", f"{path}/crawls", iter([crawl] * 5))
    few = growth.costs()
    meter.fill("POST", f"{path}/pages", batches(FEW, MANY // 3))
    meter.fill("POST", f"{path}/crawls", iter([crawl] * 200))
    growth.hold(few)


def test_skills(meter: Meter) -> None:
    def bodies(count: int) -> Iterator[Any]:
        for n in range(count):
            yield {"name": f"s-{n}", "content": "c", "triggerCondition": "Always", "tags": [f"t-{n % 3}", "all"]}

    made = meter.fill("POST", "/skills", bodies(FEW))[0]["skill"]["skillId"]
    growth = Growth(meter)
    growth.requests = {
        "list": ("GET", "/skills?limit=5", None),
        "tag": ("GET", "/skills?limit=5&tag=t-1", None),
        "no tag": ("GET", "/skills?tag=none", None),
        "get": ("GET", f"/skills/{made}", None),
        "create": ("POST", "/skills", next(bodies(1))),
    }
    few = growth.costs()
    meter.fill("POST", "/skills", bodies(MANY))
    growth.hold(few)


@pytest.mark.parametrize("deleted", [0, 3, 5000])
def test_the_nearest_vectors_are_those_of_numpy(deleted: int) -> None:
    rng = np.random.default_rng(deleted)
    count = BLOCK + 2000
    matrix = rng.integers(-2, 3, (count, 4)).astype(np.float32)
    index = VectorIndex(4)
    for row in range(count):
        index.add(str(row), matrix[row].tobytes())
    gone = set(rng.choice(count, deleted, replace=False).tolist())
    index.remove([str(row) for row in gone] + ["unknown"])
    target = np.array([1.0, -2.0, 0.5, 1.0])
    lengths = np.linalg.norm(matrix, axis=1)
    cosines = (matrix / np.where(lengths == 0, 1, lengths)[:, None]) @ (target / np.linalg.norm(target))
    wanted = sorted(
        (row for row in range(count) if row not in gone), key=lambda row: (-round(float(cosines[row]), 5), row)
    )
    found = index.nearest(target.tolist(), 50)
    assert [round(cosine, 5) for _, cosine in found] == [round(float(cosines[row]), 5) for row in wanted[:50]]
    assert not gone & {int(row) for row, _ in found}
    assert len(index.nearest(target.tolist(), 10**9)) == count - deleted
    assert len(index.above(target.tolist(), 0.5)) == sum(float(cosines[row]) >= 0.5 for row in wanted)


@pytest.mark.parametrize("size", [1e-310, 1e-200, 1.0, 1e200, 1.7e308])
def test_the_size_of_a_vector_makes_no_difference(size: float) -> None:
    index = VectorIndex(2)
    for name, vector in {"same": [1.0, 0.5], "other": [0.5, -1.0]}.items():
        index.add(name, np.array(vector, dtype=np.float32).tobytes())
    found = dict(index.nearest([size, size / 2], 2))
    assert found == pytest.approx({"same": 1.0, "other": 0.0}, abs=1e-5)


def test_what_was_undone_is_in_no_matrix(meter: Meter, monkeypatch: pytest.MonkeyPatch) -> None:
    body = {"name": "c", "embeddingModel": TITAN, "dimensions": 256}
    path = f"/vector-db/collections/{meter.send('POST', '/vector-db/collections', body)['collection']['collectionId']}"
    upload = {"documents": [{"content": "Trees of Tasmania"}]}
    meter.send("POST", f"{path}/documents", upload)
    assert meter.send("POST", f"{path}/query", {"query": "Trees of Tasmania"})["count"] == 1
    monkeypatch.setattr(vector_db, "_set_updated", lambda *_: 1 / 0)
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        meter.send("POST", f"{path}/documents", upload)
    monkeypatch.undo()
    assert meter.send("POST", f"{path}/query", {"query": "Trees of Tasmania", "limit": 1})["count"] == 1
    assert meter.send("POST", f"{path}/query", {"query": "Trees of Tasmania"})["count"] == 1


def test_a_reset_of_one_organisation_leaves_the_matrices_of_others(meter: Meter) -> None:
    caches = meter.app.state.caches
    caches.update({("vectors", "acme", "k"): 1, ("vectors", "other", "k"): 2})
    meter.app.state.reset("acme")
    assert caches == {("vectors", "other", "k"): 2}
    meter.app.state.reset()
    assert caches == {}
