# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.embeddings`, for `**`."""

from __future__ import annotations

from typing import NotRequired

from ..models.embedding_dimensions import EmbeddingDimensions
from ..models.embedding_input import EmbeddingInputParam
from ..types import TypedDict


class EmbeddingsCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    input: EmbeddingInputParam
    model_id: NotRequired[str | None]
    dimensions: NotRequired[EmbeddingDimensions | None]
    normalize: NotRequired[bool | None]
