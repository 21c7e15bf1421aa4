"""Small services for httpx.MockTransport: embeddings, a vector collection, and one that counts concurrent requests."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable

import httpx


class EmbeddingService:
    """Embeds a text as its length, and records the sizes of the batches."""

    def __init__(self) -> None:
        self.batches: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        texts = json.loads(request.content)["input"]
        self.batches.append(len(texts))
        vectors = [[float(len(text)), 0.5] for text in texts]
        return httpx.Response(200, json={"embeddings": vectors, "model": "m", "dimension": 2, "usage": {}})


class DocumentStore:
    """Stores documents, except those with the content "bad"; `blames` says whether it names them."""

    def __init__(self, blames: bool) -> None:
        self.blames = blames
        self.stored: list[str] = []
        self.sizes: list[int] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        documents = json.loads(request.content)["documents"]
        self.sizes.append(len(documents))
        bad = [place for place, document in enumerate(documents) if document["content"] == "bad"]
        if bad:
            errors = {f"documents.{place}.content": ["It is bad."] for place in bad} if self.blames else {}
            return httpx.Response(422, json={"message": "No", "errors": errors})
        self.stored += [document["content"] for document in documents]
        ids = [f"d-{document['content']}" for document in documents]
        return httpx.Response(200, json={"success": True, "documentIds": ids, "chunksCreated": 2 * len(ids)})


class ConcurrencyCounter:
    """Passes requests on, and counts how many there are at the same time. In threads, three wait for each other."""

    def __init__(self, handler: Callable[[httpx.Request], httpx.Response]) -> None:
        self.handler = handler
        self.here = self.most = 0
        self.lock, self.together = threading.Lock(), threading.Barrier(3, timeout=5)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        with self.lock:
            self.here += 1
            self.most = max(self.most, self.here)
        self.together.wait()
        with self.lock:
            self.here -= 1
        return self.handler(request)

    async def later(self, request: httpx.Request) -> httpx.Response:
        """The same for tasks."""
        self.here += 1
        self.most = max(self.most, self.here)
        for _ in range(20):
            await asyncio.sleep(0)
        self.here -= 1
        return self.handler(request)
