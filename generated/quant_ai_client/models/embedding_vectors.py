# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

from .embedding_vector import EmbeddingVector

EmbeddingVectors: TypeAlias = list[EmbeddingVector]
"""One vector for each text."""
