# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ModelFeature: TypeAlias = Literal["chat", "embeddings", "vision", "streaming", "image_generation", "all"] | str
"""A feature of a model:

- `chat`: hold a conversation.
- `embeddings`: turn text into vectors.
- `vision`: read images.
- `streaming`: stream its answer.
- `image_generation`: generate images. Used by clients, but parts of the service may not support it.
- `all`: any; includes all models.
"""
