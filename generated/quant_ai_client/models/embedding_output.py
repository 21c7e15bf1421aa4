# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

from .embedding_vector import EmbeddingVector
from .embedding_vectors import EmbeddingVectors

EmbeddingOutput: TypeAlias = EmbeddingVector | EmbeddingVectors
"""One vector if `input` was a string; otherwise an array with one vector per text, in the same order."""
