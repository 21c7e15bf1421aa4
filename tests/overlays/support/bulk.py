"""Bulk calls of a client of any kind, and what they send."""

from __future__ import annotations

from typing import Any

import httpx

from quant_ai import BulkUpload

from .clients import client_of


async def embed(kind: str, handler: Any, texts: Any, **options: Any) -> Any:
    """Embed texts with a client of a kind, whose service is this handler."""
    async with client_of(kind, handler) as client:
        return await client.embeddings.create_many(texts, **options)


class Failing:
    """Answers like another service, but fails a batch with the text or document "bad"."""

    def __init__(self, service: Any, failure: Any) -> None:
        self.service, self.failure = service, failure

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if b'"bad"' not in request.content:
            answer: httpx.Response = self.service(request)
            return answer
        if isinstance(self.failure, BaseException):
            raise self.failure
        return httpx.Response(self.failure[0], json=self.failure[1])


def texts(count: int, *bad: int) -> list[str]:
    """Texts, with bad ones at these indexes."""
    return ["bad" if number in bad else str(number) for number in range(count)]


async def upload(kind: str, store: Any, documents: Any, **options: Any) -> BulkUpload:
    """Upload documents with a client of a kind to this store."""
    async with client_of(kind, store) as client:
        done: BulkUpload = await client.vector_db.upload_many("c-1", documents, **options)
        return done


def documents(count: int, *bad: int) -> list[dict[str, str]]:
    """Documents, with bad ones at these indexes."""
    return [{"content": "bad" if number in bad else str(number)} for number in range(count)]
