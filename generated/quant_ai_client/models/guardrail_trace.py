# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

GuardrailTrace: TypeAlias = Literal["enabled", "disabled"] | str
"""Whether the guardrail records how it reached its decision.

- `enabled`: it does
- `disabled`: it does not
"""
