# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

CustomToolResponseMode: TypeAlias = Literal["llm", "direct"] | str
"""What happens to a tool's result.

- `llm`: the model reads it and writes an answer.
- `direct`: it is returned to the user unchanged.
"""
