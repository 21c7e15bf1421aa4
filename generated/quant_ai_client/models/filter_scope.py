# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FilterScope: TypeAlias = Literal["input", "output", "both"] | str
"""What a rule looks at:

- `input`: what is said to the model
- `output`: what the model answers
- `both`: either
"""
