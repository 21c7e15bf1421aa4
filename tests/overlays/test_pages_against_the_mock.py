"""Client and mock server together: every paginated list of the spec is read to its end."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import quant_ai_client.api
from quant_ai_client.operation import Operation
from quant_ai_mock.testing import Organisation

from .support.clients import sync_client
from .support.clock import SharedClock
from .support.mock_client import MockClient

pytestmark = pytest.mark.anyio


@pytest.fixture
def mock(quantai_mock: Organisation) -> Organisation:
    return quantai_mock


@pytest.fixture
def clock(mock: Organisation) -> SharedClock:
    return SharedClock(mock)


@pytest.fixture
def client(kind: str, mock: Organisation, clock: SharedClock) -> MockClient:
    return MockClient(kind, mock, clock)


# Each entry makes five things, and returns a function that lists them two at a time.


def some_sessions(client: Any) -> Callable[[Any], Any]:
    for number in range(5):
        client.sessions.create(user_id=f"user-{number}")
    return lambda client: client.sessions.list(limit=2)


def some_files(client: Any) -> Callable[[Any], Any]:
    for number in range(5):
        client.files.upload_bytes(b"tea", filename=f"{number}.txt")
    return lambda client: client.files.list(limit=2)


def some_orchestrations(client: Any) -> Callable[[Any], Any]:
    for _ in range(5):
        client.orchestrations.create(name="Job", input_source={"type": "static", "items": [{}]})
    return lambda client: client.orchestrations.list(limit=2)


def some_batches(client: Any) -> Callable[[Any], Any]:
    items: list[Any] = [{"n": number} for number in range(5)]
    job = client.orchestrations.create(
        name="Job", input_source={"type": "static", "items": items}, batch_size=1, auto_start=True
    )
    client.orchestrations._caller.transport.options.clock.sleep(1000)
    return lambda client: client.orchestrations.list_batches(job.orchestration_id, limit=2)


def a_collection(client: Any) -> str:
    name = "amazon.titan-embed-text-v2:0"
    made = client.vector_db.create_collection(name="notes", embedding_model=name).collection
    documents = [{"content": f"Tea {number}", "metadata": {"topic": "tea"}} for number in range(5)]
    client.vector_db.upload_documents(made.collection_id, documents=documents)
    collection_id: str = made.collection_id
    return collection_id


def some_documents(client: Any) -> Callable[[Any], Any]:
    collection = a_collection(client)
    return lambda client: client.vector_db.list_documents(collection, limit=2)


def some_hits(client: Any) -> Callable[[Any], Any]:
    collection, wanted = a_collection(client), {"exact": {"topic": "tea"}}
    return lambda client: client.vector_db.query(collection, list_by_metadata=True, filter=wanted, limit=2)


def some_pages(client: Any) -> Callable[[Any], Any]:
    site = client.ai_search(project="site")
    site.enable(base_url="https://acme.example")
    url = "https://acme.example/tea-{}"
    pages = [{"url": url.format(n), "title": f"Tea {n}", "content": f"It is tea number {n}."} for n in range(5)]
    site.ingest_pages(pages=pages)
    return lambda client: client.ai_search(project="site").list_pages(limit=2)


PAGED: dict[str, Callable[[Any], Callable[[Any], Any]]] = {
    "sessions_list": some_sessions,
    "files_list": some_files,
    "orchestrations_list": some_orchestrations,
    "orchestrations_list_batches": some_batches,
    "vector_db_list_documents": some_documents,
    "vector_db_query": some_hits,
    "ai_search_list_pages": some_pages,
}


def operations() -> Iterator[Operation[Any]]:
    for found in pkgutil.walk_packages(quant_ai_client.api.__path__, "quant_ai_client.api."):
        operation = getattr(importlib.import_module(found.name), "OPERATION", None)
        if operation is not None:
            yield operation


def test_every_paginated_list_is_tested_here() -> None:
    assert {operation.id for operation in operations() if operation.pagination} == set(PAGED)


@pytest.mark.parametrize("operation", PAGED)
async def test_every_page_of_a_list_is_read(client: MockClient, clock: SharedClock, operation: str) -> None:
    with sync_client(client.mock.url, **client.options) as maker:
        read_list = PAGED[operation](maker)

    async def use(client: Any) -> list[Any]:
        return [item async for item in read_list(client)]

    found = await client(use)
    assert len({repr(item) for item in found}) == len(found) == 5
    assert len(client.statuses(operation)) == 3
