"""A collection under requests in any order; numpy says which documents are nearest."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from tests.mock.support.client import ok
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.engine.vector_index import VectorIndex
from quant_ai_mock.services import vector_db

PLACES = st.integers(0, 50)
VECTORS = st.lists(st.integers(-3, 3), min_size=3, max_size=3).filter(any)
KINDS = st.sampled_from(["page", "post"])
TAGS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=2, unique=True)
FILTERS = st.fixed_dictionaries(
    {},
    optional={
        "exact": st.fixed_dictionaries({"kind": KINDS}),
        "contains": st.fixed_dictionaries({"tags": st.lists(st.sampled_from("abc"), min_size=1, max_size=2)}),
    },
)
DOCUMENTS = st.lists(
    st.fixed_dictionaries(
        {"vector": VECTORS, "metadata": st.fixed_dictionaries({"kind": KINDS, "tags": TAGS})},
        optional={"key": st.sampled_from(["k1", "k2", "k3"])},
    ),
    min_size=1,
    max_size=4,
)


class Vectors(Machine):
    """The model: the documents in the order in which they were uploaded."""

    def __init__(self, server: DirectMock) -> None:
        super().__init__(server)
        body = {"name": "docs", "embeddingModel": "amazon.titan-embed-text-v2:0", "dimensions": 3}
        made = ok(self.api.post("/vector-db/collections", body), 201)
        self.path = f"/vector-db/collections/{made['collection']['collectionId']}"

    @precondition(lambda self: len(self.living()) < 12)
    @rule(documents=DOCUMENTS)
    def upload(self, documents: list[dict[str, Any]]) -> None:
        sent = [{**document, "content": f"Text {index}"} for index, document in enumerate(documents)]
        found = ok(self.api.post(f"{self.path}/documents", {"documents": sent}))
        assert found["chunksCreated"] == len(found["documentIds"]) == len(documents)
        for document, own_id in zip(documents, found["documentIds"], strict=True):
            if "key" in document:
                self.drop(lambda other, key=document["key"]: other.get("key") == key)
            self.things.append({**document, "id": own_id, "deleted": False})

    @rule(vector=VECTORS, limit=st.integers(1, 20), threshold=st.sampled_from([0, 0.3, 0.7]), filter=FILTERS)
    def search(self, vector: list[int], limit: int, threshold: float, filter: dict[str, Any]) -> None:
        likeness = {document["id"]: cosine(document["vector"], vector) for document in self.living()}
        nearest = self.query(vector=vector, limit=limit, threshold=0)
        shown = [hit["similarity"] for hit in nearest]
        assert shown == pytest.approx(sorted(likeness.values(), reverse=True)[:limit], abs=1e-5)
        assert shown == pytest.approx([likeness[hit["documentId"]] for hit in nearest], abs=1e-5)
        assert len({hit["documentId"] for hit in nearest}) == len(nearest)
        # Filters and the threshold apply to the results of the search, so there may be fewer than the limit.
        found = self.query(vector=vector, limit=limit, threshold=threshold, filter=filter)
        kept = [hit for hit in nearest if hit["similarity"] >= threshold and self.matches(hit["documentId"], filter)]
        assert found == kept

    @rule(filter=FILTERS, limit=st.integers(1, 5), by_id=st.booleans(), order=st.sampled_from(["asc", "desc"]))
    def page_through(self, filter: dict[str, Any], limit: int, by_id: bool, order: str) -> None:
        expected = [document["id"] for document in self.living() if self.matches(document["id"], filter)]
        expected = sorted(expected) if by_id else expected
        expected = expected[::-1] if order == "desc" else expected
        sorting = {"sortBy": "document_id" if by_id else "created_at", "sortOrder": order}
        found: list[str] = []
        cursor: dict[str, str] = {}
        while True:
            body = {"listByMetadata": True, "filter": filter, "limit": limit, **sorting, **cursor}
            page = ok(self.api.post(f"{self.path}/query", body))
            found += [hit["documentId"] for hit in page["results"]]
            assert page["hasMore"] == (page["nextCursor"] is not None) == (len(found) < len(expected))
            if not page["hasMore"]:
                break
            cursor = {"cursor": page["nextCursor"]}
        assert found == expected

    @rule(limit=st.integers(1, 5), key=st.sampled_from([None, "k1", "k2"]))
    def list_page_by_page(self, limit: int, key: str | None) -> None:
        expected = [document["id"] for document in self.living() if key in (None, document.get("key"))]
        asked = {"limit": limit, **({"key": key} if key else {})}
        found: list[str] = []
        while True:
            page = ok(self.api.get(f"{self.path}/documents", offset=len(found), **asked))["documents"]
            found += [document["documentId"] for document in page]
            if len(page) < limit:
                break
        assert found == expected

    @precondition(Machine.has_things)
    @rule(place=PLACES, by=st.sampled_from(["id", "key", "kind", "tags", "id", "key"]))
    def delete(self, place: int, by: str) -> None:
        document = self.pick(place)
        if by == "id":
            self.remove({"documentIds": [document["id"]]}, lambda other: other["id"] == document["id"])
        elif by == "key":
            self.remove({"keys": ["k1", "k9"]}, lambda other: other.get("key") == "k1")
        elif by == "kind":
            selector = {"field": "kind", "values": [document["metadata"]["kind"]]}
            self.remove({"metadata": selector}, lambda other: other["metadata"]["kind"] in selector["values"])
        else:
            selector = {"field": "tags", "values": ["a", "b"]}
            self.remove({"metadata": selector}, lambda other: {"a", "b"} & set(other["metadata"]["tags"]))

    @precondition(lambda self: len(self.living()) > 8)
    @rule()
    def purge(self) -> None:
        self.remove({"purgeAll": True}, lambda _: True)

    @rule(vector=st.lists(st.integers(1, 3), min_size=1, max_size=5).filter(lambda vector: len(vector) != 3))
    def search_with_another_length(self, vector: list[int]) -> None:
        ok(self.api.post(f"{self.path}/query", {"vector": vector}), 400)

    @invariant()
    def the_count_is_right(self) -> None:
        (collection,) = ok(self.api.get("/vector-db/collections"))["collections"]
        assert collection["documentCount"] == len(self.living())
        assert ok(self.api.get(self.path))["collection"] == collection

    def query(self, **body: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = ok(self.api.post(f"{self.path}/query", body))["results"]
        return found

    def remove(self, body: dict[str, Any], chosen: Any) -> None:
        found = ok(self.api.delete(f"{self.path}/documents", body))
        assert found["deletedCount"] == self.drop(chosen)

    def drop(self, chosen: Any) -> int:
        doomed = [document for document in self.living() if chosen(document)]
        for document in doomed:
            document["deleted"] = True
        return len(doomed)

    def matches(self, own_id: str, filter: dict[str, Any]) -> bool:
        metadata = next(document["metadata"] for document in self.things if document["id"] == own_id)
        kind = filter.get("exact", {}).get("kind", metadata["kind"])
        tags = filter.get("contains", {}).get("tags")
        return bool(kind == metadata["kind"] and (tags is None or set(tags) & set(metadata["tags"])))


def cosine(one: list[int], other: list[int]) -> float:
    a, b = np.array(one, float), np.array(other, float)
    return float((1 + a @ b / np.sqrt((a @ a) * (b @ b))) / 2)


def test_vectors_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Vectors, direct)


def test_the_machine_notices_a_search_among_documents_of_before(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(VectorIndex, "add", lambda *_: None)
    notices(Vectors, direct)


def test_the_machine_notices_a_filter_that_is_read_in_part(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    matches = vector_db._matches
    monkeypatch.setattr(
        vector_db, "_matches", lambda document, wanted: matches(document, {"exact": (wanted or {}).get("exact")})
    )
    notices(Vectors, direct)
