# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

GuardrailPreset: TypeAlias = Literal["official", "official-sensitive", "protected"] | str
"""A predefined set of guardrails, named after the security classification of the content that an agent
handles.

- `official`: OFFICIAL.
- `official-sensitive`: OFFICIAL: Sensitive.
- `protected`: PROTECTED.
"""
