# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

AiSearchProcessingStatus: TypeAlias = Literal["pending", "indexed", "skipped", "failed"] | str
"""Status of a page:

- `pending`: waiting to be processed
- `indexed`: in the index
- `skipped`: excluded, or has no content to index
- `failed`: could not be fetched or processed
"""
