# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

from .embedding_texts import EmbeddingTexts, EmbeddingTextsParam

EmbeddingInput: TypeAlias = str | EmbeddingTexts
"""One text, or an array of 1 to 100. This determines the shape of the reply."""
EmbeddingInputParam: TypeAlias = str | EmbeddingTextsParam
"""What a request accepts as a `EmbeddingInput`."""
