# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

FieldErrors: TypeAlias = dict[str, list[str]]
"""What is wrong with a request, field by field. A key is the name of a field or query parameter; one
inside another is written with dots and positions, such as `messages.0.role`.
"""
