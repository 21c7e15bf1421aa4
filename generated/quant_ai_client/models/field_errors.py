# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

FieldErrors: TypeAlias = dict[str, list[str]]
"""The errors of a request by field. A key is the name of a field or query parameter; a nested field is
written with dots and indexes, such as `messages.0.role`.
"""
