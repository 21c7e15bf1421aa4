# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

BudgetScope: TypeAlias = Literal["organisation", "interface", "user", "token"] | str
"""Whose limit it is:

- `organisation`: the whole organisation
- `interface`: an interface through which AI is used
- `user`: a user
- `token`: an API token
"""
