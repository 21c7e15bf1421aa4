# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FilterScope: TypeAlias = Literal["input", "output", "both"] | str
"""What a rule checks:

- `input`: messages to the model
- `output`: answers of the model
- `both`: both
"""
