# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

VectorSearchMode: TypeAlias = Literal["text", "vector", "metadata"] | str
"""How the results were found:

- `text`: by the embedding of a `query`
- `vector`: by a given `vector`
- `metadata`: by `filter` alone
"""
