# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

ToolNames: TypeAlias = list[str]
"""Names of tools."""
ToolNamesParam: TypeAlias = Sequence[str]
"""What a request accepts as a `ToolNames`."""
