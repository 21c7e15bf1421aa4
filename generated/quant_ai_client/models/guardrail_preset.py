# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

GuardrailPreset: TypeAlias = Literal["official", "official-sensitive", "protected"] | str
"""A ready-made set of guardrails, named after the security classification of the material that an agent
handles.

- `official`: for material classified OFFICIAL.
- `official-sensitive`: for material classified OFFICIAL: Sensitive.
- `protected`: for material classified PROTECTED.
"""
