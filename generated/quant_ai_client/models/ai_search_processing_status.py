# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

AiSearchProcessingStatus: TypeAlias = Literal["pending", "indexed", "skipped", "failed"] | str
"""What became of a page:

- `pending`: it waits to be processed
- `indexed`: it is in the index
- `skipped`: it holds nothing to index, or is excluded
- `failed`: it could not be fetched or processed
"""
