# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

BudgetScope: TypeAlias = Literal["organisation", "interface", "user", "token"] | str
"""Whose limit it is:

- `organisation`: that of the whole organisation
- `interface`: that of a way in which AI is reached
- `user`: that of a user
- `token`: that of an API token
"""
