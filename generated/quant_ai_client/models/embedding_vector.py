# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

EmbeddingVector: TypeAlias = list[float]
"""The embedding of one text, as `dimension` numbers."""
