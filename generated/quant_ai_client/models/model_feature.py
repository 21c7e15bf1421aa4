# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ModelFeature: TypeAlias = Literal["chat", "embeddings", "vision", "streaming", "image_generation", "all"] | str
"""What a model is to be able to do:

- `chat`: hold a conversation.
- `embeddings`: turn text into vectors.
- `vision`: read pictures.
- `streaming`: send its answer piece by piece.
- `image_generation`: make pictures. In use by clients, but a part of the service may not know it.
- `all`: anything; no model is left out.
"""
