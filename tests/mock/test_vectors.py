"""The vector database: collections, their documents, and search."""

from __future__ import annotations

from typing import Any

import httpx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock.synthetic.chunking import chunks

TITAN = "amazon.titan-embed-text-v2:0"
TEXTS = {
    "leave": "Annual leave is 20 days a year. Unused days carry over.",
    "office": "The Hobart office opens at nine in the morning.",
    "cache": "Purge the cache of a page from the dashboard.",
}


def create(api: ApiClient, name: str = "handbook", **fields: Any) -> str:
    made = ok(api.post("/vector-db/collections", {"name": name, "embeddingModel": TITAN, **fields}), 201)
    path: str = f"/vector-db/collections/{made['collection']['collectionId']}"
    return path


def fill(api: ApiClient, **fields: Any) -> str:
    path = create(api, **fields)
    documents = [
        {"content": text, "key": key, "metadata": {"title": key, "tags": [key, "all"], "n": index}}
        for index, (key, text) in enumerate(TEXTS.items())
    ]
    ok(api.post(f"{path}/documents", {"documents": documents}))
    return path


def query(api: ApiClient, path: str, **body: Any) -> Any:
    return ok(api.post(f"{path}/query", body))


def state_of(api: ApiClient) -> Any:
    """All records of the organisation."""
    address = api.mock.api_url.partition("/api/")[0]
    return httpx.get(f"{address}/_mock/state", params={"organisation": api.mock.name, "full": "true"}).json()


def test_a_name_is_taken_once(api: ApiClient) -> None:
    create(api)
    reply = ok(api.post("/vector-db/collections", {"name": "handbook", "embeddingModel": TITAN}), 409)
    assert reply["error"] == "COLLECTION_EXISTS"


def test_a_collection_is_listed_with_its_count_and_deleted_with_its_documents(api: ApiClient) -> None:
    path = fill(api)
    assert [found["documentCount"] for found in ok(api.get("/vector-db/collections"))["collections"]] == [3]
    assert ok(api.delete(path))["success"] is True
    assert ok(api.get("/vector-db/collections")) == {"collections": [], "count": 0}
    assert [state_of(api)[table] for table in ("things", "blobs")] == [[], []]
    assert api.post(f"{path}/query", {"query": "anything"}).status_code == 404


@pytest.mark.parametrize(("model", "dimensions"), [(TITAN, 256), ("cohere.embed-english-v3", 1024)])
def test_the_length_follows_the_model(api: ApiClient, model: str, dimensions: int) -> None:
    body = {"name": "c", "embeddingModel": model, "dimensions": 256}
    assert ok(api.post("/vector-db/collections", body), 201)["collection"]["dimensions"] == dimensions


def test_a_question_finds_the_text_that_answers_it(api: ApiClient) -> None:
    path = fill(api)
    reply = query(api, path, query="How do I purge the cache?", threshold=0)
    assert (reply["searchMode"], reply["query"], reply["filter"]) == ("text", "How do I purge the cache?", None)
    assert reply["results"][0]["metadata"]["title"] == "cache"
    similarities = [hit["similarity"] for hit in reply["results"]]
    assert similarities == sorted(similarities, reverse=True)
    assert reply["results"][0]["score"] == similarities[0]


def test_the_threshold_keeps_strangers_out(api: ApiClient) -> None:
    path = fill(api)
    assert [hit["metadata"]["title"] for hit in query(api, path, query="purge the cache page")["results"]] == ["cache"]
    assert query(api, path, query="zebra xylophone")["results"] == []


def test_a_vector_finds_the_document_that_it_came_from(api: ApiClient) -> None:
    path = fill(api, dimensions=256)
    vector = ok(api.post("/embeddings", {"input": TEXTS["office"], "dimensions": 256}))["embeddings"]
    reply = query(api, path, vector=vector, limit=1, includeEmbeddings=True)
    hit = reply["results"][0]
    assert (reply["searchMode"], reply["query"], hit["content"]) == ("vector", None, TEXTS["office"])
    assert hit["similarity"] == pytest.approx(1.0, abs=1e-4)
    assert hit["embedding"] == pytest.approx(vector, abs=1e-6)


def test_a_vector_of_another_length_is_refused_by_its_name(api: ApiClient) -> None:
    path = create(api, dimensions=256)
    assert "1 dimensions; the collection has 256" in ok(api.post(f"{path}/query", {"vector": [1.0]}), 400)["message"]
    documents = [{"content": "fine"}, {"content": "short", "vector": [1.0, 2.0]}]
    refused = ok(api.post(f"{path}/documents", {"documents": documents}), 400)
    assert refused["message"].startswith("The documents.1.vector has 2 dimensions")
    assert query(api, path, query="fine", threshold=0)["results"] == []


def test_own_vectors_are_compared_by_cosine(api: ApiClient) -> None:
    path = create(api, dimensions=2)
    documents = [{"content": f"{x},{y}", "vector": [x, y]} for x, y in ((1, 0), (0, 2), (-3, 0))]
    ok(api.post(f"{path}/documents", {"documents": documents}))
    found = query(api, path, vector=[5, 0], threshold=0)["results"]
    assert [(hit["content"], hit["similarity"]) for hit in found] == [("1,0", 1.0), ("0,2", 0.5), ("-3,0", 0.0)]


def test_a_key_uploaded_again_replaces_its_document(api: ApiClient) -> None:
    path = fill(api)
    ok(api.post(f"{path}/documents", {"documents": [{"content": "Leave is 25 days.", "key": "leave"}]}))
    found = query(api, path, listByMetadata=True, filter={})["results"]
    assert [hit["content"] for hit in found] == ["Leave is 25 days.", TEXTS["cache"], TEXTS["office"]]


def test_a_document_without_a_key_is_there_twice(api: ApiClient) -> None:
    path = create(api)
    for _ in range(2):
        ok(api.post(f"{path}/documents", {"documents": [{"content": "same"}]}))
    assert query(api, path, listByMetadata=True, filter={})["count"] == 2


def test_a_long_document_is_cut_into_chunks(api: ApiClient) -> None:
    path = create(api)
    text = "word " * 600
    chunked = ok(
        api.post(f"{path}/documents", {"documents": [{"content": text}], "chunkSize": 500, "chunkOverlap": 50})
    )
    assert chunked["chunksCreated"] == len(chunked["documentIds"]) > 5
    whole = ok(api.post(f"{path}/documents", {"documents": [{"content": text}], "autoChunk": False}))
    assert whole["chunksCreated"] == 1


@given(st.text(min_size=1, max_size=300), st.integers(2, 60), st.integers(0, 70))
@settings(max_examples=200)
def test_chunks_hold_every_character_and_overlap_as_requested(text: str, size: int, overlap: int) -> None:
    found = chunks(text, size, overlap)
    lap = min(overlap, size - 1)
    assert all(len(piece) <= size for piece in found)
    assert found[0] + "".join(piece[lap:] for piece in found[1:]) == text


def test_filters_apply_to_what_the_search_found(api: ApiClient) -> None:
    path = fill(api)
    exact = query(api, path, query="office", threshold=0, filter={"exact": {"title": "leave", "n": 0}})
    assert [hit["metadata"]["title"] for hit in exact["results"]] == ["leave"]
    either = query(api, path, query="office", threshold=0, filter={"contains": {"tags": ["leave", "cache"]}})
    assert {hit["metadata"]["title"] for hit in either["results"]} == {"leave", "cache"}
    cut = query(api, path, query="the Hobart office", threshold=0, limit=1, filter={"exact": {"title": "leave"}})
    assert cut["results"] == []


def test_documents_are_listed_by_metadata_page_by_page(api: ApiClient) -> None:
    path = fill(api)
    body = {"listByMetadata": True, "filter": {"contains": {"tags": ["all"]}}, "limit": 2, "sortOrder": "asc"}
    first = query(api, path, **body)
    assert (first["searchMode"], first["hasMore"], first["count"]) == ("metadata", True, 2)
    assert first["pagination"] == {"sortBy": "created_at", "sortOrder": "asc", "limit": 2}
    second = query(api, path, **body, cursor=first["nextCursor"])
    assert (second["hasMore"], second["nextCursor"]) == (False, None)
    titles = [hit["metadata"]["title"] for hit in first["results"] + second["results"]]
    assert titles == list(TEXTS)
    assert {hit["similarity"] for hit in first["results"]} == {1.0}


def test_documents_can_be_sorted_by_id(api: ApiClient) -> None:
    path = fill(api)
    found = query(api, path, listByMetadata=True, filter={}, sortBy="document_id", sortOrder="asc")["results"]
    ids = [hit["documentId"] for hit in found]
    assert ids == sorted(ids)


def test_a_cursor_that_was_never_given_leads_to_an_empty_page(api: ApiClient) -> None:
    reply = query(api, fill(api), listByMetadata=True, filter={}, cursor="not-one-of-ours")
    assert (reply["results"], reply["hasMore"]) == ([], False)


@pytest.mark.parametrize(
    ("selector", "left"),
    [
        ({"purgeAll": True}, []),
        ({"keys": ["leave", "none"]}, ["office", "cache"]),
        ({"metadata": {"field": "title", "values": ["office", "cache"]}}, ["leave"]),
        ({"metadata": {"field": "tags", "values": ["cache"]}}, ["leave", "office"]),
    ],
)
def test_documents_are_deleted_by_what_is_said_of_them(
    api: ApiClient, selector: dict[str, Any], left: list[str]
) -> None:
    path = fill(api)
    reply = ok(api.delete(f"{path}/documents", selector))
    assert reply["deletedCount"] == len(TEXTS) - len(left)
    found = query(api, path, listByMetadata=True, filter={}, sortOrder="asc")["results"]
    assert [hit["metadata"]["title"] for hit in found] == left


def test_documents_are_deleted_by_id(api: ApiClient) -> None:
    path = fill(api)
    hit = query(api, path, query="Hobart office", threshold=0, limit=1)["results"][0]
    assert ok(api.delete(f"{path}/documents", {"documentIds": [hit["documentId"]]}))["deletedCount"] == 1
    assert query(api, path, query="Hobart office", threshold=0)["count"] == 2


@pytest.mark.parametrize("body", [{}, {"purgeAll": False}, {"purgeAll": True, "keys": ["a"]}])
def test_a_deletion_needs_exactly_one_selector(api: ApiClient, body: dict[str, Any]) -> None:
    assert ok(api.delete(f"{create(api)}/documents", body), 422)["errors"]


def test_the_order_is_that_of_the_cosine_of_the_embeddings(api: ApiClient) -> None:
    path = fill(api, dimensions=256)
    question = "annual days in the office"
    body = {"input": [question, *TEXTS.values()], "dimensions": 256}
    vectors = np.array(ok(api.post("/embeddings", body))["embeddings"])
    expected = [list(TEXTS)[index] for index in np.argsort(-(vectors[1:] @ vectors[0]))]
    found = query(api, path, query=question, threshold=0)["results"]
    assert [hit["metadata"]["title"] for hit in found] == expected


def test_a_collection_is_read_alone(api: ApiClient) -> None:
    api.mock.freeze()
    path = fill(api, description="All of it")
    made = ok(api.get(path))["collection"]
    assert (made["name"], made["documentCount"], made["dimensions"]) == ("handbook", 3, 1024)
    api.mock.advance(60)
    ok(api.post(f"{path}/documents", {"documents": [{"content": "More of it, and later."}]}))
    later = ok(api.get(path))["collection"]
    assert later["documentCount"] == 4
    assert later["createdAt"] == made["createdAt"] == made["updatedAt"] < later["updatedAt"]
    ok(api.delete(path))
    assert ok(api.get(path), 404)["collectionId"] in path


def listed(api: ApiClient, path: str, **asked: Any) -> list[Any]:
    found: list[Any] = ok(api.get(f"{path}/documents", **asked))["documents"]
    return found


def test_documents_are_listed_oldest_first_without_their_vectors(api: ApiClient) -> None:
    documents = listed(api, fill(api))
    assert [document["key"] for document in documents] == list(TEXTS)
    assert documents[0]["content"] == TEXTS["leave"]
    assert documents[0]["metadata"]["title"] == "leave"
    assert set(documents[0]) == {"documentId", "key", "content", "metadata"}


def test_documents_are_cut_into_pages_by_offset_and_limit(api: ApiClient) -> None:
    path = fill(api)
    assert [one["key"] for one in listed(api, path, limit=2)] == ["leave", "office"]
    assert [one["key"] for one in listed(api, path, limit=2, offset=2)] == ["cache"]
    assert listed(api, path, offset=3) == []
    assert api.get(f"{path}/documents", limit=101).status_code == 422


def test_a_key_gives_every_chunk_of_its_document_and_nothing_else(api: ApiClient) -> None:
    path = fill(api)
    long = {"content": "word " * 400, "key": "long"}
    made = ok(api.post(f"{path}/documents", {"documents": [long], "chunkSize": 500, "chunkOverlap": 0}))
    assert [one["documentId"] for one in listed(api, path, key="long")] == made["documentIds"]
    assert made["chunksCreated"] > 1
    assert listed(api, path, key="none") == []


def test_fifty_documents_are_a_page_where_no_limit_is_given(api: ApiClient) -> None:
    path = create(api)
    documents = [{"content": f"The sentence number {n}."} for n in range(60)]
    ok(api.post(f"{path}/documents", {"documents": documents}))
    assert len(listed(api, path)) == 50
    assert len(listed(api, path, offset=50)) == 10


def test_fields_to_search_are_kept_with_their_document(api: ApiClient) -> None:
    path = create(api)
    document = {"content": "The sentence.", "searchableFields": ["title"]}
    ok(api.post(f"{path}/documents", {"documents": [document]}))
    assert listed(api, path)[0]["searchableFields"] == ["title"]
