# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

EmbeddingDimensions: TypeAlias = Literal[256, 512, 1024, 8192] | int
"""Length of each vector. Shorter vectors take less space and compare faster; longer ones are more
accurate. Titan V2 supports 256, 512 or 1024. The service also lists 8192, which no known model
supports. Models with a fixed length, such as Titan V1 with 1536, ignore it: check `dimension` in the
reply.
"""
