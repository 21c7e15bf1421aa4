# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.collection_created import CollectionCreated
    from ..models.collection_deleted import CollectionDeleted
    from ..models.collection_envelope import CollectionEnvelope
    from ..models.collection_list import CollectionList
    from ..models.documents_deleted import DocumentsDeleted
    from ..models.documents_uploaded import DocumentsUploaded
    from ..models.metadata_selector import MetadataSelector, MetadataSelectorParam
    from ..models.stored_document import StoredDocument
    from ..models.stored_document_list import StoredDocumentList
    from ..models.vector_document import VectorDocument, VectorDocumentParam
    from ..models.vector_filter import VectorFilter, VectorFilterParam
    from ..models.vector_hit import VectorHit
    from ..models.vector_query_reply import VectorQueryReply
    from ..models.vector_sort_field import VectorSortField
    from ..models.vector_sort_order import VectorSortOrder
    from ..protocol import AsyncCaller, AsyncPage
    from ..types import Unset


class AsyncVectorDb:
    """Collections of documents that are searched by meaning. The service embeds what you upload and what you
    ask, so text is all you need to send.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list_collections(self) -> CollectionList:
        """List the collections.

        Returns every vector collection of the organisation in one reply; there is no paging. Use it to find the
        `collectionId` that belongs to a name.

        Returns:
            All collections, with the number of documents that each holds.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.list_collections()
        """
        from ..api.vector_db import vector_db_list_collections as _operation

        request = _operation.request()
        return await self._caller.call(_operation.OPERATION, request)

    async def create_collection(
        self, *, name: str, embedding_model: str, description: str | Unset = UNSET, dimensions: int | Unset = UNSET
    ) -> CollectionCreated:
        """Create a collection.

        Creates an empty collection. Its embedding model, and with it the length of its vectors, is settled here
        for good: to change either, create another collection and upload the documents again. Names are unique
        within the organisation: one that is taken is answered with 409.

        Args:
            name (str): Name, unique within the organisation. A name in use is answered with 409.
            embedding_model (str): Id of the embedding model, for good. Supported are
                `amazon.titan-embed-text-v2:0`, `cohere.embed-english-v3` and `cohere.embed-multilingual-v3`.
            description (str): What the collection is to hold, for people.
            dimensions (int): How many numbers each vector has. It follows from the model, so it is seldom
                needed. At least 1. Server default: 1024.

        Returns:
            The collection exists and takes documents.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            409: The organisation already has a collection of this name.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.create_collection(
                name="handbook",
                embedding_model="amazon.titan-embed-text-v2:0",
            )
        """
        from ..api.vector_db import vector_db_create_collection as _operation

        body = {"name": name, "embeddingModel": embedding_model, "description": description, "dimensions": dimensions}
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get_collection(self, collection_id: str) -> CollectionEnvelope:
        """Get a collection.

        Reads one collection, with the length of its vectors and the time of its last change, which the list
        leaves out.

        Args:
            collection_id (str): The `collectionId` of a vector collection, as its creation or the list returns
                it.

        Returns:
            The collection, alone in its envelope.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.get_collection("3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01")
        """
        from ..api.vector_db import vector_db_get_collection as _operation

        request = _operation.request(collection_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete_collection(self, collection_id: str) -> CollectionDeleted:
        """Delete a collection.

        Deletes the collection and every document in it. This cannot be undone. To empty a collection and keep
        it, delete its documents with `purgeAll` instead.

        Args:
            collection_id (str): The `collectionId` of a vector collection, as its creation or the list returns
                it.

        Returns:
            The collection and its documents are gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.delete_collection("3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01")
        """
        from ..api.vector_db import vector_db_delete_collection as _operation

        request = _operation.request(collection_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def list_documents(
        self, collection_id: str, *, key: str | Unset = UNSET, limit: int | Unset = UNSET, offset: int | Unset = UNSET
    ) -> AsyncPage[StoredDocument, StoredDocumentList]:
        """List documents.

        Returns the stored documents of a collection, oldest first and a page at a time, without their vectors.
        A document that was split appears once for each chunk, with the `key` that all of them share; give that
        `key` to read one document alone. The reply does not tell how many there are: a page with fewer than
        `limit` entries is the last.

        Args:
            collection_id (str): The `collectionId` of a vector collection, as its creation or the list returns
                it.
            key (str): Only the document, with all its chunks, that was uploaded under this key. At most 512
                characters.
            limit (int): The largest number of documents on a page. 1 to 100. Server default: 50.
            offset (int): How many documents to leave out, counted from the oldest. Server default: 0.

        Returns:
            A page of documents; an empty array where none fits, and after the last page.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.list_documents("3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01")
        """
        from ..api.vector_db import vector_db_list_documents as _operation

        request = _operation.request(collection_id, key=key, limit=limit, offset=offset)
        return await self._caller.page(_operation.OPERATION, request, _operation.items)

    async def upload_documents(
        self,
        collection_id: str,
        *,
        documents: Sequence[VectorDocument | VectorDocumentParam],
        auto_chunk: bool | Unset = UNSET,
        chunk_size: int | Unset = UNSET,
        chunk_overlap: int | Unset = UNSET,
    ) -> DocumentsUploaded:
        """Upload documents.

        Stores up to 100 documents, splits long ones into chunks and embeds each chunk with the model of the
        collection. A document with a `key` replaces what was stored under that key, so such an upload may be
        repeated; one without a `key` is added every time. A pre-computed `vector` spares the embedding and must
        have as many numbers as the collection has dimensions: another length is answered with 400.

        Args:
            collection_id (str): The `collectionId` of a vector collection, as its creation or the list returns
                it.
            documents (Sequence[VectorDocument | VectorDocumentParam]): The documents, 1 to 100 in a request. 1
                to 100 items.
            auto_chunk (bool): Split long documents into chunks, each of which is embedded and found by itself.
                Server default: true.
            chunk_size (int): Length that a chunk aims at, in characters. 500 to 2,000. Server default: 1000.
            chunk_overlap (int): How many characters a chunk repeats from the one before, so that a sentence cut
                in two can still be found. 0 to 500. Server default: 200.

        Returns:
            The documents are stored and can be found.

        Raises:
            400: The body is not JSON, or a vector in it does not have as many numbers as the collection has
                dimensions.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.upload_documents(
                "3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01",
                documents=[
                    {
                        "content": "Annual leave is 20 days a year. Unused days carry over until the end of March.",
                    },
                ],
            )
        """
        from ..api.vector_db import vector_db_upload_documents as _operation

        body = {"documents": documents, "autoChunk": auto_chunk, "chunkSize": chunk_size, "chunkOverlap": chunk_overlap}
        request = _operation.request(collection_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete_documents(
        self,
        collection_id: str,
        *,
        purge_all: bool | Unset = UNSET,
        document_ids: Sequence[str] | Unset = UNSET,
        keys: Sequence[str] | Unset = UNSET,
        metadata: MetadataSelector | MetadataSelectorParam | Unset = UNSET,
    ) -> DocumentsDeleted:
        """Delete documents.

        Deletes the documents that one selector names: all of them, some ids, some keys, or those with given
        metadata. The selector travels in the body, which not every HTTP client sends with DELETE unless asked
        to. Ids and keys that name nothing are passed over; `deletedCount` says what was really deleted.

        Args:
            collection_id (str): The `collectionId` of a vector collection, as its creation or the list returns
                it.
            purge_all (bool): True deletes every document of the collection. False is the same as leaving it
                out.
            document_ids (Sequence[str]): Ids of the documents to delete.
            keys (Sequence[str]): Keys given at upload, up to 512 characters each.
            metadata (MetadataSelector | MetadataSelectorParam): Selects the documents in which one metadata
                field has one of some values.

        Returns:
            The selected documents are gone; the collection stays.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.delete_documents(
                "3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01",
                document_ids=[
                    "9a4e7c52-1b3d-4f68-a0c9-7d2e5b8f1a34",
                    "c05f8d13-6a2b-4e97-8b41-3f9d0e7c6a25",
                ],
            )
        """
        from ..api.vector_db import vector_db_delete_documents as _operation

        body = {"purgeAll": purge_all, "documentIds": document_ids, "keys": keys, "metadata": metadata}
        request = _operation.request(collection_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def query(
        self,
        collection_id: str,
        *,
        query: str | Unset = UNSET,
        vector: Sequence[float] | Unset = UNSET,
        limit: int | Unset = UNSET,
        threshold: float | Unset = UNSET,
        include_embeddings: bool | Unset = UNSET,
        filter: VectorFilter | VectorFilterParam | Unset = UNSET,
        list_by_metadata: bool | Unset = UNSET,
        cursor: str | Unset = UNSET,
        sort_by: VectorSortField | Unset = UNSET,
        sort_order: VectorSortOrder | Unset = UNSET,
    ) -> AsyncPage[VectorHit, VectorQueryReply]:
        """Query a collection.

        Finds documents in one of three ways; `searchMode` of the reply says which it was.

        | Way | Send | Order of the results |
        |---|---|---|
        | text | `query` | most similar first; the text is embedded with the model of the collection |
        | vector | `vector`, with as many numbers as the collection has dimensions | most similar first |
        | metadata | `listByMetadata: true` and `filter` | `sortBy` and `sortOrder`, in pages |

        `query` and `vector` exclude each other. A `vector` of the wrong length is answered with 400.

        A `filter` sent with either narrows what the search has already found, so fewer than `limit` results are
        normal even where more documents match the filter. Only the metadata way goes on past one reply: pass
        `nextCursor` as `cursor` and keep everything else the same.

        Args:
            collection_id (str): The `collectionId` of a vector collection, as its creation or the list returns
                it.
            query (str): What to look for, in plain words, 3 to 1,000 characters.
            vector (Sequence[float]): An embedding to compare with, as many numbers as the collection has
                dimensions. It must come from the collection's model to mean anything.
            limit (int): The largest number of results, or of results on a page when listing by metadata. 1 to
                20. Server default: 5.
            threshold (float): The least similarity that a result must have, from 0 (anything) to 1 (the same
                direction). Lower it when good documents are missed. 0 to 1. Server default: 0.7.
            include_embeddings (bool): Return the vector of each result as well. This makes replies much larger.
                Server default: false.
            filter (VectorFilter | VectorFilterParam): Conditions on the metadata of documents. All of them must
                hold, those of `exact` and those of `contains`.
            list_by_metadata (bool): List what `filter` selects, page by page, without comparing vectors. It
                needs `filter`. Server default: false.
            cursor (str): The `nextCursor` of the page before, when listing by metadata. Do not build one
                yourself.
            sort_by (VectorSortField): What a listing by metadata is sorted by. Known values: "created_at",
                "document_id". Server default: "created_at".
            sort_order (VectorSortOrder): The direction of that sorting. Known values: "asc", "desc". Server
                default: "desc".

        Returns:
            What was found; an empty list where nothing reaches the threshold.

        Raises:
            400: The body is not JSON, or a vector in it does not have as many numbers as the collection has
                dimensions.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.vector_db.query(
                "3f6b2c1a-90de-4c7b-8a15-6e2d4f7b9c01",
                query="How many days of leave do I have?",
            )
        """
        from ..api.vector_db import vector_db_query as _operation

        body = {
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
        request = _operation.request(collection_id, body=body)
        return await self._caller.page(_operation.OPERATION, request, _operation.items)
