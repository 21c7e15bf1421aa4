# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of vector_db."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list-collections",
        "list_collections",
        "call",
        "GET /vector-db/collections",
        summary="List collections",
        text=(
            "Returns all vector collections of the organisation in one reply. Use it to find the "
            "`collectionId` for a name."
        ),
    ),
    Command(
        "create-collection",
        "create_collection",
        "call",
        "POST /vector-db/collections",
        summary="Create a collection",
        text=(
            "Creates an empty collection. Its embedding model, and therefore its vector length, cannot be "
            "changed later: to change them, create another collection and upload the documents again. Names "
            "are unique within the organisation; a name that is taken returns 409."
        ),
        values=(
            CommandValue(
                "name",
                "name",
                "name",
                "body",
                "text",
                help="Name; unique within the organisation. Returns 409 if the name is taken.",
                required=True,
            ),
            CommandValue(
                "description", "description", "description", "body", "text", help="What the collection contains."
            ),
            CommandValue(
                "embedding-model",
                "embedding_model",
                "embeddingModel",
                "body",
                "text",
                help=(
                    "Id of the embedding model, which cannot be changed later. Supported are "
                    "`amazon.titan-embed-text-v2:0`, `cohere.embed-english-v3` and `cohere.embed-multilingual-v3`. "
                    "Always give it: the newest documentation of the service (since 4.15) requires it, and only older"
                    ' clients leave it out. Default: "amazon.titan-embed-text-v2:0".'
                ),
            ),
            CommandValue(
                "dimensions",
                "dimensions",
                "dimensions",
                "body",
                "integer",
                help=(
                    "Length of each vector. It follows from the model, so it is rarely needed. At least 1. Default: "
                    "1024."
                ),
            ),
        ),
        body="fields",
    ),
    Command(
        "get-collection",
        "get_collection",
        "call",
        "GET /vector-db/collections/{collectionId}",
        summary="Get a collection",
        text=("Returns one collection with its vector length and last change, which the list leaves out."),
        values=(
            CommandValue(
                "collection-id",
                "collection_id",
                "collectionId",
                "path",
                "text",
                help="The `collectionId` of a vector collection.",
                required=True,
            ),
        ),
    ),
    Command(
        "delete-collection",
        "delete_collection",
        "call",
        "DELETE /vector-db/collections/{collectionId}",
        summary="Delete a collection",
        text=(
            "Deletes the collection and all its documents. This cannot be undone. To empty a collection "
            "without deleting it, delete its documents with `purgeAll`."
        ),
        values=(
            CommandValue(
                "collection-id",
                "collection_id",
                "collectionId",
                "path",
                "text",
                help="The `collectionId` of a vector collection.",
                required=True,
            ),
        ),
    ),
    Command(
        "list-documents",
        "list_documents",
        "page",
        "GET /vector-db/collections/{collectionId}/documents",
        summary="List documents",
        text=(
            "Returns the stored documents of a collection, oldest first, in pages and without their vectors. "
            "A document that was split into chunks appears once for each chunk, all with the same `--key`; "
            "pass that `--key` to get one document. The reply has no total: a page with fewer than `--limit` "
            "entries is the last."
        ),
        values=(
            CommandValue(
                "collection-id",
                "collection_id",
                "collectionId",
                "path",
                "text",
                help="The `collectionId` of a vector collection.",
                required=True,
            ),
            CommandValue(
                "key",
                "key",
                "key",
                "query",
                "text",
                help=(
                    "Only the document, with all its chunks, that was uploaded with this key. At most 512 characters."
                ),
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of documents per page. 1 to 100. Default: 50.",
            ),
            CommandValue(
                "offset",
                "offset",
                "offset",
                "query",
                "integer",
                help="Number of documents to skip, counted from the oldest. Default: 0.",
            ),
        ),
    ),
    Command(
        "upload-documents",
        "upload_documents",
        "call",
        "POST /vector-db/collections/{collectionId}/documents",
        summary="Upload documents",
        text=(
            "Stores documents, splits long ones into chunks and embeds each chunk with the model of the "
            "collection. A document with a `key` replaces the one stored under that key, so such an upload "
            "can be repeated; documents without a `key` are always added. A precomputed `vector` skips the "
            "embedding and must have as many numbers as the collection has dimensions; another length returns"
            " 400."
        ),
        values=(
            CommandValue(
                "collection-id",
                "collection_id",
                "collectionId",
                "path",
                "text",
                help="The `collectionId` of a vector collection.",
                required=True,
            ),
            CommandValue(
                "documents",
                "documents",
                "documents",
                "body",
                "json",
                help=(
                    "The documents. The documentation recommends up to 100 per request; the reference of the API has "
                    "no limit, and the service's own Drupal module sends all that it has."
                ),
                required=True,
                many="items",
            ),
            CommandValue(
                "auto-chunk",
                "auto_chunk",
                "autoChunk",
                "body",
                "boolean",
                help=(
                    "Split long documents into chunks, each of which is embedded and found separately. Default: true."
                ),
            ),
            CommandValue(
                "chunk-size",
                "chunk_size",
                "chunkSize",
                "body",
                "integer",
                help="Target length of a chunk, in characters. 500 to 2,000. Default: 1000.",
            ),
            CommandValue(
                "chunk-overlap",
                "chunk_overlap",
                "chunkOverlap",
                "body",
                "integer",
                help=(
                    "Number of characters that a chunk repeats from the previous one, so that sentences cut in two "
                    "can still be found. 0 to 500. Default: 200."
                ),
            ),
        ),
        body="fields",
    ),
    Command(
        "delete-documents",
        "delete_documents",
        "call",
        "DELETE /vector-db/collections/{collectionId}/documents",
        summary="Delete documents",
        text=(
            "Deletes the documents matched by one selector: all of them, or by ids, keys or metadata. The "
            "selector is sent in the body, which some HTTP clients do not support for DELETE by default. "
            "Unknown ids and keys are ignored; `deletedCount` is the number of documents actually deleted."
        ),
        values=(
            CommandValue(
                "collection-id",
                "collection_id",
                "collectionId",
                "path",
                "text",
                help="The `collectionId` of a vector collection.",
                required=True,
            ),
            CommandValue(
                "purge-all",
                "purge_all",
                "purgeAll",
                "body",
                "boolean",
                help=("True deletes all documents of the collection. False is the same as leaving it out."),
            ),
            CommandValue(
                "document-ids",
                "document_ids",
                "documentIds",
                "body",
                "text",
                help="Ids of the documents to delete.",
                many="items",
            ),
            CommandValue(
                "keys",
                "keys",
                "keys",
                "body",
                "text",
                help="Keys set at upload, up to 512 characters each.",
                many="items",
            ),
            CommandValue(
                "metadata",
                "metadata",
                "metadata",
                "body",
                "json",
                help="Selects the documents whose metadata field has one of the given values.",
            ),
        ),
        body="fields",
    ),
    Command(
        "query",
        "query",
        "page",
        "POST /vector-db/collections/{collectionId}/query",
        summary="Query a collection",
        text=(
            "Finds documents in one of three modes; `searchMode` in the reply tells which was used.\n"
            "\n"
            "- text: `--query`; most similar first; the text is embedded with the model of the collection\n"
            "- vector: `--vector`, with as many numbers as the collection has dimensions; most similar first\n"
            "- metadata: `listByMetadata: true` and `--filter`; `--sort-by` and `--sort-order`, in pages\n"
            "\n"
            "`--query` and `--vector` cannot be combined. A `--vector` of the wrong length returns 400.\n"
            "\n"
            "A `--filter` sent with `--query` or `--vector` is applied to the search results afterwards, so "
            "there may be fewer than `--limit` results even if more documents match the filter. Only the "
            "metadata mode is paginated: pass `nextCursor` as `--cursor` and keep everything else the same."
        ),
        values=(
            CommandValue(
                "collection-id",
                "collection_id",
                "collectionId",
                "path",
                "text",
                help="The `collectionId` of a vector collection.",
                required=True,
            ),
            CommandValue("query", "query", "query", "body", "text", help="Text to search for, 3 to 1,000 characters."),
            CommandValue(
                "vector",
                "vector",
                "vector",
                "body",
                "number",
                help=(
                    "An embedding to compare with; it must have as many numbers as the collection has dimensions and "
                    "come from the collection's model."
                ),
                many="items",
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "body",
                "integer",
                help=(
                    "Maximum number of results, or of results per page when listing by metadata. 1 to 20. Default: 5."
                ),
            ),
            CommandValue(
                "threshold",
                "threshold",
                "threshold",
                "body",
                "number",
                help=(
                    "Minimum similarity of a result, from 0 (any) to 1 (identical direction). Lower it if relevant "
                    "documents are missing. 0 to 1. Default: 0.7."
                ),
            ),
            CommandValue(
                "include-embeddings",
                "include_embeddings",
                "includeEmbeddings",
                "body",
                "boolean",
                help=("Also return the vector of each result. This makes replies much larger. Default: false."),
            ),
            CommandValue(
                "filter",
                "filter",
                "filter",
                "body",
                "json",
                help=("Conditions on the metadata of documents. All conditions in `exact` and `contains` must match."),
            ),
            CommandValue(
                "list-by-metadata",
                "list_by_metadata",
                "listByMetadata",
                "body",
                "boolean",
                help=(
                    "List the documents that match `--filter`, in pages, without comparing vectors. Requires "
                    "`--filter`. Default: false."
                ),
            ),
            CommandValue(
                "cursor",
                "cursor",
                "cursor",
                "body",
                "text",
                help=("The `nextCursor` of the previous page, when listing by metadata. Do not build one yourself."),
            ),
            CommandValue(
                "sort-by",
                "sort_by",
                "sortBy",
                "body",
                "text",
                help=(
                    'Sort field when listing by metadata. Known values: "created_at", "document_id". Default: '
                    '"created_at".'
                ),
                choices=("created_at", "document_id"),
            ),
            CommandValue(
                "sort-order",
                "sort_order",
                "sortOrder",
                "body",
                "text",
                help=('Sort order when listing by metadata. Known values: "asc", "desc". Default: "desc".'),
                choices=("asc", "desc"),
            ),
        ),
        body="fields",
    ),
)
