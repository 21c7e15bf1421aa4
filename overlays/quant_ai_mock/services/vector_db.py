"""Vector database: collections of documents, searched by the similarity of their vectors."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from ..document.refusal import bad_request, conflict, not_found
from ..rules.admission import find_model
from ..state.paging import paginate
from ..state.request_context import RequestContext
from ..synthetic.catalogue import CatalogueModel
from ..synthetic.chunking import chunks
from ..synthetic.vectors import embed

if TYPE_CHECKING:
    import numpy as np

KIND = "collection"
MAX_DIMENSIONS = 8192


def vector_db_list_collections(context: RequestContext) -> dict[str, Any]:
    collections = [_as_reply(context, collection) for collection in context.store.all(KIND)]
    return {"collections": collections, "count": len(collections)}


def vector_db_create_collection(context: RequestContext) -> dict[str, Any]:
    body = context.body
    model = find_model(body["embeddingModel"])
    if any(collection["name"] == body["name"] for collection in context.store.all(KIND)):
        raise conflict("COLLECTION_EXISTS", f"A collection named {body['name']} already exists.", name=body["name"])
    collection = {
        "collectionId": context.new_uuid("collection"),
        "name": body["name"],
        "embeddingModel": model.id,
        "dimensions": _dimensions(model, body["dimensions"]),
        "createdAt": context.iso_now,
        "updatedAt": context.iso_now,
        **({"description": body["description"]} if "description" in body else {}),
    }
    context.store.put(KIND, collection["collectionId"], collection)
    return {"success": True, "collection": _as_reply(context, collection), "message": "Collection created successfully"}


def vector_db_get_collection(context: RequestContext) -> dict[str, Any]:
    return {"collection": _as_reply(context, _find(context))}


def vector_db_delete_collection(context: RequestContext) -> dict[str, Any]:
    collection = _find(context)
    context.store.clear(_documents(collection))
    context.store.delete(KIND, collection["collectionId"])
    _drop_cache(context, collection)
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
            _delete(context, collection, lambda other, key=document["key"]: other["key"] == key)
        whole = "vector" in document or not body["autoChunk"]
        texts = [document["content"]] if whole else chunks(document["content"], body["chunkSize"], body["chunkOverlap"])
        ids += [_store(context, collection, document, text) for text in texts]
    _set_updated(context, collection)
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

    def selected(document: dict[str, Any]) -> bool:
        value = document["metadata"].get(selector.get("field"))
        values = value if isinstance(value, list) else [value]
        return (
            body.get("purgeAll") is True
            or document["id"] in body.get("documentIds", ())
            or (document["key"] is not None and document["key"] in body.get("keys", ()))
            or any(item in values for item in selector.get("values", ()))
        )

    deleted = _delete(context, collection, selected)
    _set_updated(context, collection)
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
        if similarity >= body["threshold"] and _matches(document, body.get("filter"))
    ]
    mode = "vector" if "vector" in body else "text"
    return found | {"results": hits, "count": len(hits), "searchMode": mode, "hasMore": False, "nextCursor": None}


def _list_by_metadata(context: RequestContext, collection: dict[str, Any]) -> dict[str, Any]:
    body = context.body
    documents = [
        document for document in context.store.all(_documents(collection)) if _matches(document, body["filter"])
    ]
    if body["sortBy"] == "document_id":
        documents.sort(key=lambda document: str(document["id"]))
    if body["sortOrder"] == "desc":
        documents.reverse()
    hits = [_hit(context, document, 1.0) for document in documents]
    paged: dict[str, Any] = paginate(context, hits, "documentId")
    pagination = {name: body[name] for name in ("sortBy", "sortOrder", "limit")}
    return paged | {"count": len(paged["results"]), "searchMode": "metadata", "pagination": pagination}


def _nearest(
    context: RequestContext, collection: dict[str, Any], vector: Any, limit: int
) -> list[tuple[dict[str, Any], float]]:
    """The documents most similar to a vector. The cosine, from -1 to 1, is scaled to a similarity from 0 to 1."""
    import numpy as np

    ids, matrix = _matrix(context, collection)
    if not ids:
        return []
    target = np.asarray(vector, dtype=np.float64)
    length = float(np.linalg.norm(target))
    if not (0.0 < length < np.inf):
        target, length = np.zeros(len(target)), 1.0
    cosines = matrix @ (target / length).astype(np.float32)
    best = np.argsort(-cosines, kind="stable")[:limit]
    found = []
    for index in best:
        document = context.store.get(_documents(collection), ids[index])
        if document is not None:
            similarity = (1.0 + float(cosines[index])) / 2.0
            found.append((document, round(min(1.0, max(0.0, similarity)), 6)))
    return found


def _matrix(context: RequestContext, collection: dict[str, Any]) -> tuple[list[str], np.ndarray]:
    """The normalised vectors of a collection, one per row; cached until the collection changes."""
    import numpy as np

    key = (context.organisation, collection["collectionId"])
    if key not in context.state.caches:
        stored = context.store.all_bytes(_documents(collection))
        ids = [document["id"] for document in context.store.all(_documents(collection))]
        matrix = np.frombuffer(b"".join(stored[document_id] for document_id in ids), dtype=np.float32)
        matrix = matrix.reshape(len(ids), collection["dimensions"])
        lengths = np.linalg.norm(matrix, axis=1, keepdims=True)
        context.state.caches[key] = (ids, matrix / np.where(lengths == 0, 1, lengths))
    found: tuple[list[str], np.ndarray] = context.state.caches[key]
    return found


def _store(context: RequestContext, collection: dict[str, Any], document: dict[str, Any], text: str) -> str:
    document_id = context.new_uuid("document")
    vector = document.get("vector") or embed(text, collection["dimensions"])
    stored = {
        "id": document_id,
        "key": document.get("key"),
        "content": text,
        "metadata": document.get("metadata") or {},
        "createdAt": context.iso_now,
        **({"searchableFields": document["searchableFields"]} if "searchableFields" in document else {}),
    }
    context.store.put(_documents(collection), document_id, stored)
    bounded = (max(-1e30, min(1e30, float(value))) for value in vector)
    context.store.put_bytes(_documents(collection), document_id, array("f", bounded).tobytes())
    return document_id


def _delete(context: RequestContext, collection: dict[str, Any], selected: Any) -> int:
    to_delete = [document["id"] for document in context.store.all(_documents(collection)) if selected(document)]
    for document_id in to_delete:
        context.store.delete(_documents(collection), document_id)
    return len(to_delete)


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
    names = ("key", "content", "metadata", "searchableFields")
    return {"documentId": document["id"], **{name: document[name] for name in names if name in document}}


def _matches(document: dict[str, Any], filter: dict[str, Any] | None) -> bool:
    """Whether every field in `exact` has its value, and every field in `contains` has one of its values."""
    metadata = document["metadata"]
    for field, wanted in ((filter or {}).get("exact") or {}).items():
        if field not in metadata or metadata[field] != wanted:
            return False
    for field, values in ((filter or {}).get("contains") or {}).items():
        value = metadata.get(field)
        if not any(item in values for item in (value if isinstance(value, list) else [value])):
            return False
    return True


def _check_length(collection: dict[str, Any], vector: list[float] | None, field: str) -> None:
    wanted = collection["dimensions"]
    if vector is not None and len(vector) != wanted:
        message = f"The {field} has {len(vector)} dimensions; the collection has {wanted}."
        raise bad_request(message, collectionId=collection["collectionId"])


def _dimensions(model: CatalogueModel, requested: int) -> int:
    """The length of vectors: that of the model, or the requested one if the model has several."""
    return model.dimensions[0] if len(model.dimensions) == 1 else min(int(requested), MAX_DIMENSIONS)


def _find(context: RequestContext) -> dict[str, Any]:
    collection_id = context.path["collectionId"]
    collection = context.store.get(KIND, collection_id)
    if collection is None:
        raise not_found("Collection", collectionId=collection_id)
    return collection


def _set_updated(context: RequestContext, collection: dict[str, Any]) -> None:
    collection["updatedAt"] = context.iso_now
    context.store.put(KIND, collection["collectionId"], collection)
    _drop_cache(context, collection)


def _drop_cache(context: RequestContext, collection: dict[str, Any]) -> None:
    context.state.caches.pop((context.organisation, collection["collectionId"]), None)


def _documents(collection: dict[str, Any]) -> str:
    return f"document:{collection['collectionId']}"


def _as_reply(context: RequestContext, collection: dict[str, Any]) -> dict[str, Any]:
    return collection | {"documentCount": context.store.count(_documents(collection))}
