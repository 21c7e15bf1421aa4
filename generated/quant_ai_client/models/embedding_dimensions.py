# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

EmbeddingDimensions: TypeAlias = Literal[256, 512, 1024, 8192] | int
"""Length of each vector, in numbers. Shorter vectors take less room and are compared faster; longer ones
tell finer differences. Titan V2 makes 256, 512 or 1024. The service lists 8192 too, which no known
model makes. Models of a fixed length, such as Titan V1 with 1536, do not follow it: `dimension` of the
reply is what counts.
"""
