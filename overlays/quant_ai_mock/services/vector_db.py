"""Collections of documents, searched by the likeness of their vectors."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from ..document.refusal import bad_request, conflict, not_found
from ..rules.admission import find_model
from ..state.paging import paginate
from ..state.request_context import RequestContext
from ..synthetic.catalogue import Model
from ..synthetic.chunking import chunks
from ..synthetic.vectors import embed

if TYPE_CHECKING:
    import numpy as np

KIND = "collection"
MOST_DIMENSIONS = 8192


def vector_db_list_collections(context: RequestContext) -> dict[str, Any]:
    collections = [_shown(context, collection) for collection in context.store.all(KIND)]
    return {"collections": collections, "count": len(collections)}


def vector_db_create_collection(context: RequestContext) -> dict[str, Any]:
    body = context.body
    used = find_model(body["embeddingModel"])
    if any(collection["name"] == body["name"] for collection in context.store.all(KIND)):
        raise conflict("COLLECTION_EXISTS", f"A collection named {body['name']} already exists.", name=body["name"])
    collection = {
        "collectionId": context.new_uuid("collection"),
        "name": body["name"],
        "embeddingModel": used.id,
        "dimensions": _dimensions(used, body["dimensions"]),
        "createdAt": context.iso_now,
        "updatedAt": context.iso_now,
        **({"description": body["description"]} if "description" in body else {}),
    }
    context.store.put(KIND, collection["collectionId"], collection)
    return {"success": True, "collection": _shown(context, collection), "message": "Collection created successfully"}


def vector_db_get_collection(context: RequestContext) -> dict[str, Any]:
    return {"collection": _shown(context, _find(context))}


def vector_db_delete_collection(context: RequestContext) -> dict[str, Any]:
    collection = _find(context)
    context.store.clear(_documents(collection))
    context.store.delete(KIND, collection["collectionId"])
    _forget(context, collection)
    return {"success": True, "message": "Collection deleted successfully"}


def vector_db_list_documents(context: RequestContext) -> Any:
    key = context.query.get("key")
    documents = [
        _listed(document)
        for document in context.store.all(_documents(_find(context)))
        if key in (None, document["key"])
    ]
    return paginate(context, documents)


def vector_db_upload_documents(context: RequestContext) -> dict[str, Any]:
    collection = _find(context)
    body = context.body
    for index, document in enumerate(body["documents"]):
        _check_length(collection, document.get("vector"), f"documents.{index}.vector")
    ids: list[str] = []
    for document in body["documents"]:
        if "key" in document:
            _delete(context, collection, lambda there, key=document["key"]: there["key"] == key)
        whole = "vector" in document or not body["autoChunk"]
        texts = [document["content"]] if whole else chunks(document["content"], body["chunkSize"], body["chunkOverlap"])
        ids += [_store(context, collection, document, text) for text in texts]
    _touch(context, collection)
    return {
        "success": True,
        "documentIds": ids,
        "chunksCreated": len(ids),
        "message": f"{len(body['documents'])} document(s) uploaded",
    }


def vector_db_delete_documents(context: RequestContext) -> dict[str, Any]:
    collection = _find(context)
    body = context.body
    selector = body.get("metadata") or {}

    def chosen(document: dict[str, Any]) -> bool:
        value = document["metadata"].get(selector.get("field"))
        values = value if isinstance(value, list) else [value]
        return (
            body.get("purgeAll") is True
            or document["id"] in body.get("documentIds", ())
            or (document["key"] is not None and document["key"] in body.get("keys", ()))
            or any(item in values for item in selector.get("values", ()))
        )

    deleted = _delete(context, collection, chosen)
    _touch(context, collection)
    return {
        "message": f"{deleted} document(s) deleted",
        "collectionId": collection["collectionId"],
        "deletedCount": deleted,
    }


def vector_db_query(context: RequestContext) -> dict[str, Any]:
    collection = _find(context)
    body = context.body
    found: dict[str, Any] = {
        "query": body.get("query"),
        "filter": body.get("filter"),
        "executionTimeMs": 1,
        "collectionId": collection["collectionId"],
    }
    if body["listByMetadata"]:
        return found | _list_by_metadata(context, collection)
    _check_length(collection, body.get("vector"), "vector")
    dimensions = collection["dimensions"]
    vector = body["vector"] if "vector" in body else embed(body["query"], dimensions)
    hits = [
        _hit(context, document, similarity)
        for document, similarity in _nearest(context, collection, vector, body["limit"])
        if similarity >= body["threshold"] and _passes(document, body.get("filter"))
    ]
    mode = "vector" if "vector" in body else "text"
    return found | {"results": hits, "count": len(hits), "searchMode": mode, "hasMore": False, "nextCursor": None}


def _list_by_metadata(context: RequestContext, collection: dict[str, Any]) -> dict[str, Any]:
    body = context.body
    documents = [
        document for document in context.store.all(_documents(collection)) if _passes(document, body["filter"])
    ]
    if body["sortBy"] == "document_id":
        documents.sort(key=lambda document: str(document["id"]))
    if body["sortOrder"] == "desc":
        documents.reverse()
    hits = [_hit(context, document, 1.0) for document in documents]
    paged: dict[str, Any] = paginate(context, hits, lambda hit: str(hit["documentId"]))
    shown = {name: body[name] for name in ("sortBy", "sortOrder", "limit")}
    return paged | {"count": len(paged["results"]), "searchMode": "metadata", "pagination": shown}


def _nearest(
    context: RequestContext, collection: dict[str, Any], vector: Any, limit: int
) -> list[tuple[dict[str, Any], float]]:
    """The documents most like a vector. Cosine from -1 to 1 is shown as likeness from 0 to 1, as search engines do."""
    import numpy as np

    ids, matrix = _matrix(context, collection)
    if not ids:
        return []
    wanted = np.asarray(vector, dtype=np.float64)
    length = float(np.linalg.norm(wanted))
    if not (0.0 < length < np.inf):
        wanted, length = np.zeros(len(wanted)), 1.0
    cosines = matrix @ (wanted / length).astype(np.float32)
    best = np.argsort(-cosines, kind="stable")[:limit]
    found = []
    for index in best:
        document = context.store.get(_documents(collection), ids[index])
        if document is not None:
            likeness = (1.0 + float(cosines[index])) / 2.0
            found.append((document, round(min(1.0, max(0.0, likeness)), 6)))
    return found


def _matrix(context: RequestContext, collection: dict[str, Any]) -> tuple[list[str], np.ndarray]:
    """The vectors of a collection, one row each and of length 1; kept until the collection changes."""
    import numpy as np

    key = (context.organisation, collection["collectionId"])
    if key not in context.state.caches:
        stored = context.store.all_bytes(_documents(collection))
        ids = [document["id"] for document in context.store.all(_documents(collection))]
        matrix = np.frombuffer(b"".join(stored[own_id] for own_id in ids), dtype=np.float32)
        matrix = matrix.reshape(len(ids), collection["dimensions"])
        lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
        context.state.caches[key] = (ids, matrix / np.where(lengths == 0, 1, lengths))
    found: tuple[list[str], np.ndarray] = context.state.caches[key]
    return found


def _store(context: RequestContext, collection: dict[str, Any], document: dict[str, Any], text: str) -> str:
    own_id = context.new_uuid("document")
    vector = document.get("vector") or embed(text, collection["dimensions"])
    stored = {
        "id": own_id,
        "key": document.get("key"),
        "content": text,
        "metadata": document.get("metadata") or {},
        "createdAt": context.iso_now,
        **({"searchableFields": document["searchableFields"]} if "searchableFields" in document else {}),
    }
    context.store.put(_documents(collection), own_id, stored)
    limited = (max(-1e30, min(1e30, float(value))) for value in vector)
    context.store.put_bytes(_documents(collection), own_id, array("f", limited).tobytes())
    return own_id


def _delete(context: RequestContext, collection: dict[str, Any], chosen: Any) -> int:
    doomed = [document["id"] for document in context.store.all(_documents(collection)) if chosen(document)]
    for own_id in doomed:
        context.store.delete(_documents(collection), own_id)
    return len(doomed)


def _hit(context: RequestContext, document: dict[str, Any], similarity: float) -> dict[str, Any]:
    found = {
        "documentId": document["id"],
        "content": document["content"],
        "similarity": similarity,
        "score": similarity,
        "metadata": document["metadata"],
    }
    if context.body["includeEmbeddings"]:
        kind = f"document:{context.path['collectionId']}"
        found["embedding"] = array("f", context.store.get_bytes(kind, document["id"]) or b"").tolist()
    return found


def _listed(document: dict[str, Any]) -> dict[str, Any]:
    shown = ("key", "content", "metadata", "searchableFields")
    return {"documentId": document["id"], **{name: document[name] for name in shown if name in document}}


def _passes(document: dict[str, Any], filter: dict[str, Any] | None) -> bool:
    """Every exact field equals its value, and every other holds one of its values."""
    metadata = document["metadata"]
    for field, wanted in ((filter or {}).get("exact") or {}).items():
        if field not in metadata or metadata[field] != wanted:
            return False
    for field, values in ((filter or {}).get("contains") or {}).items():
        there = metadata.get(field)
        if not any(item in values for item in (there if isinstance(there, list) else [there])):
            return False
    return True


def _check_length(collection: dict[str, Any], vector: list[float] | None, field: str) -> None:
    wanted = collection["dimensions"]
    if vector is not None and len(vector) != wanted:
        message = f"The {field} has {len(vector)} dimensions; the collection has {wanted}."
        raise bad_request(message, collectionId=collection["collectionId"])


def _dimensions(used: Model, asked: int) -> int:
    """A model of one length keeps to it; Titan V2 follows the request."""
    return used.dimensions[0] if len(used.dimensions) == 1 else min(int(asked), MOST_DIMENSIONS)


def _find(context: RequestContext) -> dict[str, Any]:
    own_id = context.path["collectionId"]
    collection = context.store.get(KIND, own_id)
    if collection is None:
        raise not_found("Collection", collectionId=own_id)
    return collection


def _touch(context: RequestContext, collection: dict[str, Any]) -> None:
    collection["updatedAt"] = context.iso_now
    context.store.put(KIND, collection["collectionId"], collection)
    _forget(context, collection)


def _forget(context: RequestContext, collection: dict[str, Any]) -> None:
    context.state.caches.pop((context.organisation, collection["collectionId"]), None)


def _documents(collection: dict[str, Any]) -> str:
    return f"document:{collection['collectionId']}"


def _shown(context: RequestContext, collection: dict[str, Any]) -> dict[str, Any]:
    return collection | {"documentCount": context.store.count(_documents(collection))}
