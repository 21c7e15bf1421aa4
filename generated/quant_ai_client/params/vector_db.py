# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.vector_db`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.metadata_selector import MetadataSelector, MetadataSelectorParam
from ..models.vector_document import VectorDocument, VectorDocumentParam
from ..models.vector_filter import VectorFilter, VectorFilterParam
from ..models.vector_sort_field import VectorSortField
from ..models.vector_sort_order import VectorSortOrder
from ..types import TypedDict


class VectorDbCreateCollectionParams(TypedDict):
    """The keyword arguments of `create_collection()`."""

    name: str
    description: NotRequired[str | None]
    embedding_model: NotRequired[str | None]
    dimensions: NotRequired[int | None]


class VectorDbListDocumentsParams(TypedDict):
    """The keyword arguments of `list_documents()`."""

    key: NotRequired[str | None]
    limit: NotRequired[int | None]
    offset: NotRequired[int | None]


class VectorDbUploadDocumentsParams(TypedDict):
    """The keyword arguments of `upload_documents()`."""

    documents: Sequence[VectorDocument | VectorDocumentParam]
    auto_chunk: NotRequired[bool | None]
    chunk_size: NotRequired[int | None]
    chunk_overlap: NotRequired[int | None]


class VectorDbDeleteDocumentsParams(TypedDict):
    """The keyword arguments of `delete_documents()`."""

    purge_all: NotRequired[bool | None]
    document_ids: NotRequired[Sequence[str] | None]
    keys: NotRequired[Sequence[str] | None]
    metadata: NotRequired[MetadataSelector | MetadataSelectorParam | None]


class VectorDbQueryParams(TypedDict):
    """The keyword arguments of `query()`."""

    query: NotRequired[str | None]
    vector: NotRequired[Sequence[float] | None]
    limit: NotRequired[int | None]
    threshold: NotRequired[float | None]
    include_embeddings: NotRequired[bool | None]
    filter: NotRequired[VectorFilter | VectorFilterParam | None]
    list_by_metadata: NotRequired[bool | None]
    cursor: NotRequired[str | None]
    sort_by: NotRequired[VectorSortField | None]
    sort_order: NotRequired[VectorSortOrder | None]
