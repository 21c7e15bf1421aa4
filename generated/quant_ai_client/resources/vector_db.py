# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence

from .. import encoding as _encoding
from .. import models
from ..pages import Page
from ..protocol import Caller
from .async_vector_db import AsyncVectorDb

__all__ = ["AsyncVectorDb", "VectorDb"]


class VectorDb:
    """Collections of documents for semantic search. The service embeds your documents and queries, so you only
    send text.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list_collections(self) -> models.CollectionList:
        """List collections.

        Returns all vector collections of the organisation in one reply. Use it to find the `collection_id` for
        a name.

        Returns:
            All collections, with their document counts.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.vector_db.list_collections()
        """
        from ..api.vector_db import vector_db_list_collections as _operation

        _request = _operation.request()
        return self._caller.call(_operation.OPERATION, _request)

    def create_collection(
        self,
        *,
        name: str,
        description: str | None = None,
        embedding_model: str | None = None,
        dimensions: int | None = None,
    ) -> models.CollectionCreated:
        """Create a collection.

        Creates an empty collection. Its embedding model, and therefore its vector length, cannot be changed
        later: to change them, create another collection and upload the documents again. Names are unique within
        the organisation; a name that is taken raises `ConflictError`.

        Args:
            name (str): Name; unique within the organisation. Raises `ConflictError` if the name is taken.
            description (str): What the collection contains.
            embedding_model (str): Id of the embedding model, which cannot be changed later. Supported are
                `amazon.titan-embed-text-v2:0`, `cohere.embed-english-v3` and `cohere.embed-multilingual-v3`.
                Always give it: the newest documentation of the service (since 4.15) requires it, and only older
                clients leave it out. Server default: "amazon.titan-embed-text-v2:0".
            dimensions (int): Length of each vector. It follows from the model, so it is rarely needed. At least
                1. Server default: 1024.

        Returns:
            The collection was created.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            ConflictError: The organisation already has a collection with this name.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.vector_db.create_collection(
                name="handbook",
                embedding_model="amazon.titan-embed-text-v2:0",
            )
        """
        from ..api.vector_db import vector_db_create_collection as _operation

        _body = {
            "name": name,
            **_encoding.given(
                {"description": description, "embeddingModel": embedding_model, "dimensions": dimensions}
            ),
        }
        _request = _operation.request(body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def get_collection(self, collection_id: str) -> models.CollectionEnvelope:
        """Get a collection.

        Returns one collection with its vector length and last change, which the list leaves out.

        Args:
            collection_id (str): The `collection_id` of a vector collection.

        Returns:
            The collection.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.vector_db.get_collection("3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01")
        """
        from ..api.vector_db import vector_db_get_collection as _operation

        _request = _operation.request(collection_id)
        return self._caller.call(_operation.OPERATION, _request)

    def delete_collection(self, collection_id: str) -> models.CollectionDeleted:
        """Delete a collection.

        Deletes the collection and all its documents. This cannot be undone. To empty a collection without
        deleting it, delete its documents with `purge_all`.

        Args:
            collection_id (str): The `collection_id` of a vector collection.

        Returns:
            The collection and its documents were deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.vector_db.delete_collection("3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01")
        """
        from ..api.vector_db import vector_db_delete_collection as _operation

        _request = _operation.request(collection_id)
        return self._caller.call(_operation.OPERATION, _request)

    def list_documents(
        self, collection_id: str, *, key: str | None = None, limit: int | None = None, offset: int | None = None
    ) -> Page[models.StoredDocument, models.StoredDocumentList]:
        """List documents.

        Returns the stored documents of a collection, oldest first, in pages and without their vectors. A
        document that was split into chunks appears once for each chunk, all with the same `key`; pass that
        `key` to get one document. The reply has no total: a page with fewer than `limit` entries is the last.

        Args:
            collection_id (str): The `collection_id` of a vector collection.
            key (str): Only the document, with all its chunks, that was uploaded with this key. At most 512
                characters.
            limit (int): Maximum number of documents per page. 1 to 100. Server default: 50.
            offset (int): Number of documents to skip, counted from the oldest. Server default: 0.

        Returns:
            A page of documents; an empty array if none match, and after the last page.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            for item in client.vector_db.list_documents("3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01"):
                print(item)
        """
        from ..api.vector_db import vector_db_list_documents as _operation

        _request = _operation.request(collection_id, key=key, limit=limit, offset=offset)
        return self._caller.page(_operation.OPERATION, _request, _operation.items)

    def upload_documents(
        self,
        collection_id: str,
        *,
        documents: Sequence[models.VectorDocument | models.VectorDocumentParam],
        auto_chunk: bool | None = None,
        chunk_size: int | None = None,
        chunk_overlap: int | None = None,
    ) -> models.DocumentsUploaded:
        """Upload documents.

        Stores documents, splits long ones into chunks and embeds each chunk with the model of the collection. A
        document with a `key` replaces the one stored under that key, so such an upload can be repeated;
        documents without a `key` are always added. A precomputed `vector` skips the embedding and must have as
        many numbers as the collection has dimensions; another length raises `BadRequestError`.

        Args:
            collection_id (str): The `collection_id` of a vector collection.
            documents (Sequence[VectorDocument | VectorDocumentParam]): The documents. The documentation
                recommends up to 100 per request; the reference of the API has no limit, and the service's own
                Drupal module sends all that it has.
            auto_chunk (bool): Split long documents into chunks, each of which is embedded and found separately.
                Server default: True.
            chunk_size (int): Target length of a chunk, in characters. 500 to 2,000. Server default: 1000.
            chunk_overlap (int): Number of characters that a chunk repeats from the previous one, so that
                sentences cut in two can still be found. 0 to 500. Server default: 200.

        Returns:
            The documents are stored and searchable.

        Raises:
            BadRequestError: The body is not JSON, or the length of a vector is not the dimension of the
                collection.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.vector_db.upload_documents(
                "3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01",
                documents=[
                    {
                        "content": "Annual leave is 20 days a year. Unused days carry over until the end of March.",
                    },
                ],
            )
        """
        from ..api.vector_db import vector_db_upload_documents as _operation

        _body = {
            "documents": documents,
            **_encoding.given({"autoChunk": auto_chunk, "chunkSize": chunk_size, "chunkOverlap": chunk_overlap}),
        }
        _request = _operation.request(collection_id, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def delete_documents(
        self,
        collection_id: str,
        *,
        purge_all: bool | None = None,
        document_ids: Sequence[str] | None = None,
        keys: Sequence[str] | None = None,
        metadata: models.MetadataSelector | models.MetadataSelectorParam | None = None,
    ) -> models.DocumentsDeleted:
        """Delete documents.

        Deletes the documents matched by one selector: all of them, or by ids, keys or metadata. The selector is
        sent in the body, which some HTTP clients do not support for DELETE by default. Unknown ids and keys are
        ignored; `deleted_count` is the number of documents actually deleted.

        Args:
            collection_id (str): The `collection_id` of a vector collection.
            purge_all (bool): True deletes all documents of the collection. False is the same as leaving it out.
            document_ids (Sequence[str]): Ids of the documents to delete.
            keys (Sequence[str]): Keys set at upload, up to 512 characters each.
            metadata (MetadataSelector | MetadataSelectorParam): Selects the documents whose metadata field has
                one of the given values.

        Returns:
            The documents were deleted; the collection remains.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.vector_db.delete_documents(
                "3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01",
                document_ids=[
                    "9a4e7c52-1b3d-4f68-a0c9-7d2e5b8f1a34",
                    "c05f8d13-6a2b-4e97-8b41-3f9d0e7c6a25",
                ],
            )
        """
        from ..api.vector_db import vector_db_delete_documents as _operation

        _body = {
            **_encoding.given({"purgeAll": purge_all, "documentIds": document_ids, "keys": keys, "metadata": metadata})
        }
        _request = _operation.request(collection_id, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def query(
        self,
        collection_id: str,
        *,
        query: str | None = None,
        vector: Sequence[float] | None = None,
        limit: int | None = None,
        threshold: float | None = None,
        include_embeddings: bool | None = None,
        filter: models.VectorFilter | models.VectorFilterParam | None = None,
        list_by_metadata: bool | None = None,
        cursor: str | None = None,
        sort_by: models.VectorSortField | None = None,
        sort_order: models.VectorSortOrder | None = None,
    ) -> Page[models.VectorHit, models.VectorQueryReply]:
        """Query a collection.

        Finds documents in one of three modes; `search_mode` in the reply tells which was used.

        | Mode | Send | Order of the results |
        |---|---|---|
        | text | `query` | most similar first; the text is embedded with the model of the collection |
        | vector | `vector`, with as many numbers as the collection has dimensions | most similar first |
        | metadata | `list_by_metadata=True` and `filter` | `sort_by` and `sort_order`, in pages |

        `query` and `vector` cannot be combined. A `vector` of the wrong length raises `BadRequestError`.

        A `filter` sent with `query` or `vector` is applied to the search results afterwards, so there may be
        fewer than `limit` results even if more documents match the filter. Only the metadata mode is paginated:
        pass `next_cursor` as `cursor` and keep everything else the same.

        Args:
            collection_id (str): The `collection_id` of a vector collection.
            query (str): Text to search for, 3 to 1,000 characters.
            vector (Sequence[float]): An embedding to compare with; it must have as many numbers as the
                collection has dimensions and come from the collection's model.
            limit (int): Maximum number of results, or of results per page when listing by metadata. 1 to 20.
                Server default: 5.
            threshold (float): Minimum similarity of a result, from 0 (any) to 1 (identical direction). Lower it
                if relevant documents are missing. 0 to 1. Server default: 0.7.
            include_embeddings (bool): Also return the vector of each result. This makes replies much larger.
                Server default: False.
            filter (VectorFilter | VectorFilterParam): Conditions on the metadata of documents. All conditions
                in `exact` and `contains` must match.
            list_by_metadata (bool): List the documents that match `filter`, in pages, without comparing
                vectors. Requires `filter`. Server default: False.
            cursor (str): The `next_cursor` of the previous page, when listing by metadata. Do not build one
                yourself.
            sort_by (VectorSortField): Sort field when listing by metadata. Known values: "created_at",
                "document_id". Server default: "created_at".
            sort_order (VectorSortOrder): Sort order when listing by metadata. Known values: "asc", "desc".
                Server default: "desc".

        Returns:
            The results; an empty list if nothing reaches the threshold.

        Raises:
            BadRequestError: The body is not JSON, or the length of a vector is not the dimension of the
                collection.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            for item in client.vector_db.query(
                "3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01",
                query="How many days of leave do I have?",
            ):
                print(item)
        """
        from ..api.vector_db import vector_db_query as _operation

        _body = {
            **_encoding.given(
                {
                    "query": query,
                    "vector": vector,
                    "limit": limit,
                    "threshold": threshold,
                    "includeEmbeddings": include_embeddings,
                    "filter": filter,
                    "listByMetadata": list_by_metadata,
                    "cursor": cursor,
                    "sortBy": sort_by,
                    "sortOrder": sort_order,
                }
            )
        }
        _request = _operation.request(collection_id, body=_body)
        return self._caller.page(_operation.OPERATION, _request, _operation.items)
