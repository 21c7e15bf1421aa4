"""Vector database: collections of documents, searched by the similarity of their vectors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..document.refusal import bad_request, conflict, not_found
from ..engine.vector_index import Vectors
from ..rules.admission import find_model
from ..state.listing import Listing
from ..state.marks import map_marks, mark
from ..state.paging import paginate
from ..state.request_context import Reply, RequestContext
from ..synthetic.catalogue import CatalogueModel
from ..synthetic.chunking import chunks
from ..synthetic.vectors import embed

KIND = "collection"
MAX_DIMENSIONS = 8192
MAX_VALUES = 500  # values of one field that are looked up at once
MAX_GROUPS = 20  # fields of a filter that are looked up; what they find is compared with all
KEY, METADATA = "key", "metadata."  # names of marks
NO_MODEL = "embeddingModel is missing: the newest version of the service requires it"


def vector_db_list_collections(context: RequestContext) -> dict[str, Any]:
    collections = [_as_reply(context, collection) for collection in context.store.all(KIND)]
    return {"collections": collections, "count": len(collections)}


def vector_db_create_collection(context: RequestContext) -> Reply:
    # Before the body is read, which fills in the defaults.
    warning = {} if "embeddingModel" in context.sent else {"Warning": f'299 quant-ai-mock "{NO_MODEL}"'}
    body = context.body
    model = find_model(body["embeddingModel"])
    same = Listing(context.store, KIND, [[mark("name", body["name"])]])
    if any(collection["name"] == body["name"] for collection in same.records()):
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
    _put(context, collection)
    shown = _as_reply(context, collection)
    return Reply(
        body={"success": True, "collection": shown, "message": "Collection created successfully"}, headers=warning
    )


def vector_db_get_collection(context: RequestContext) -> dict[str, Any]:
    return {"collection": _as_reply(context, _find(context))}


def vector_db_delete_collection(context: RequestContext) -> dict[str, Any]:
    collection = _find(context)
    _vectors(context, collection).forget_all()
    context.store.clear(_documents(collection))
    context.store.delete(KIND, collection["collectionId"])
    return {"success": True, "message": "Collection deleted successfully"}


def vector_db_list_documents(context: RequestContext) -> Any:
    key = context.query.get("key")
    listing = Listing(
        context.store,
        _documents(_find(context)),
        [] if key is None else [[mark(KEY, key)]],
        newest_first=False,
        fits=None if key is None else lambda document: bool(document["key"] == key),
    )
    return paginate(context, listing, _listed)


def vector_db_upload_documents(context: RequestContext) -> dict[str, Any]:
    collection = _find(context)
    body = context.body
    for index, document in enumerate(body["documents"]):
        _check_length(collection, document.get("vector"), f"documents.{index}.vector")
    ids: list[str] = []
    for document in body["documents"]:
        if "key" in document:
            _delete(context, collection, _with_keys(context, collection, [document["key"]]))
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
    kind, selector = _documents(collection), body.get("metadata") or {}
    if body.get("purgeAll") is True:
        _vectors(context, collection).forget_all()
        deleted = context.store.clear(kind)
    else:
        wanted = selector.get("values", ())
        by_value = [mark(f"{METADATA}{selector.get('field')}", value) for value in wanted]
        found = [*_with_keys(context, collection, body.get("keys", ()))]
        for document in _marked(context, collection, by_value):
            value = document["metadata"].get(selector.get("field"))
            if any(item in (value if isinstance(value, list) else [value]) for item in wanted):
                found.append(document["id"])
        deleted = _delete(context, collection, [*body.get("documentIds", ()), *found])
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
        _hit(context, collection, document, similarity)
        for document, similarity in _nearest(context, collection, vector, body["limit"])
        if similarity >= body["threshold"] and _matches(document, body.get("filter"))
    ]
    mode = "vector" if "vector" in body else "text"
    return found | {"results": hits, "count": len(hits), "searchMode": mode, "hasMore": False, "nextCursor": None}


def _list_by_metadata(context: RequestContext, collection: dict[str, Any]) -> dict[str, Any]:
    body = context.body
    wanted = body["filter"]
    marks = [[mark(METADATA + field, value)] for field, value in (wanted.get("exact") or {}).items()]
    marks += [
        [mark(METADATA + field, value) for value in values]
        for field, values in (wanted.get("contains") or {}).items()
        if None not in values and len(values) <= MAX_VALUES
    ]
    listing = Listing(
        context.store,
        _documents(collection),
        marks[:MAX_GROUPS],
        newest_first=body["sortOrder"] == "desc",
        by_id=body["sortBy"] == "document_id",
        fits=(lambda document: _matches(document, wanted)) if any(wanted.values()) else None,
    )
    paged: dict[str, Any] = paginate(context, listing, lambda document: _hit(context, collection, document, 1.0))
    pagination = {name: body[name] for name in ("sortBy", "sortOrder", "limit")}
    return paged | {"count": len(paged["results"]), "searchMode": "metadata", "pagination": pagination}


def _nearest(
    context: RequestContext, collection: dict[str, Any], vector: Any, limit: int
) -> list[tuple[dict[str, Any], float]]:
    """The documents most similar to a vector. The cosine, from -1 to 1, is scaled to a similarity from 0 to 1."""
    found = []
    for document_id, cosine in _vectors(context, collection).nearest(vector, limit):
        document = context.store.get(_documents(collection), document_id)
        if document is not None:
            found.append((document, round(min(1.0, max(0.0, (1.0 + cosine) / 2.0)), 6)))
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
    marks = [*map_marks({METADATA + name: value for name, value in stored["metadata"].items()})]
    if stored["key"] is not None:
        marks.append(mark(KEY, stored["key"]))
    context.store.put(_documents(collection), document_id, stored, marks=marks)
    _vectors(context, collection).put(document_id, vector)
    return document_id


def _marked(context: RequestContext, collection: dict[str, Any], marks: list[str]) -> list[dict[str, Any]]:
    """The documents with one of some marks."""
    found: dict[str, dict[str, Any]] = {}
    for start in range(0, len(marks), MAX_VALUES):
        group = marks[start : start + MAX_VALUES]
        listing = Listing(context.store, _documents(collection), [group], newest_first=False)
        found |= {document["id"]: document for document in listing.records()}
    return list(found.values())


def _with_keys(context: RequestContext, collection: dict[str, Any], keys: Iterable[str]) -> list[str]:
    """The ids of the documents with one of some keys."""
    wanted = set(keys)
    marked = _marked(context, collection, [mark(KEY, key) for key in dict.fromkeys(keys)])
    return [document["id"] for document in marked if document["key"] in wanted]


def _delete(context: RequestContext, collection: dict[str, Any], ids: Iterable[str]) -> int:
    """Delete documents; returns how many there were."""
    deleted = [one for one in dict.fromkeys(ids) if context.store.delete(_documents(collection), one)]
    _vectors(context, collection).forget(deleted)
    return len(deleted)


def _hit(
    context: RequestContext, collection: dict[str, Any], document: dict[str, Any], similarity: float
) -> dict[str, Any]:
    found = {
        "documentId": document["id"],
        "content": document["content"],
        "similarity": similarity,
        "score": similarity,
        "metadata": document["metadata"],
    }
    if context.body["includeEmbeddings"]:
        found["embedding"] = _vectors(context, collection).get(document["id"])
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
    _put(context, collection)


def _put(context: RequestContext, collection: dict[str, Any]) -> None:
    context.store.put(KIND, collection["collectionId"], collection, marks=[mark("name", collection["name"])])


def _vectors(context: RequestContext, collection: dict[str, Any]) -> Vectors:
    return Vectors(context, _documents(collection), collection["dimensions"])


def _documents(collection: dict[str, Any]) -> str:
    return f"document:{collection['collectionId']}"


def _as_reply(context: RequestContext, collection: dict[str, Any]) -> dict[str, Any]:
    return collection | {"documentCount": context.store.count(_documents(collection))}
