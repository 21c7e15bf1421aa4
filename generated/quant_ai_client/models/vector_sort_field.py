# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

VectorSortField: TypeAlias = Literal["created_at", "document_id"] | str
"""Sort field when listing by metadata:

- `created_at`: the time of the upload
- `document_id`: the id of the document
"""
