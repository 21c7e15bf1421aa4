# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

VectorSortOrder: TypeAlias = Literal["asc", "desc"] | str
"""Sort order:

- `asc`: smallest or oldest first
- `desc`: largest or newest first
"""
