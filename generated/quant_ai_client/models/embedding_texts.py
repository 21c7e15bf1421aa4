# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

EmbeddingTexts: TypeAlias = list[str]
"""Texts, each of which is embedded separately. Each may have as many tokens as the model's
`context_window`.
"""
EmbeddingTextsParam: TypeAlias = Sequence[str]
"""What a request accepts as a `EmbeddingTexts`."""
