# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

EmbeddingTexts: TypeAlias = list[str]
"""Texts that are embedded each on its own. A text may have as many tokens as the model's `contextWindow`
says.
"""
EmbeddingTextsParam: TypeAlias = Sequence[str]
"""What a request accepts as a `EmbeddingTexts`."""
