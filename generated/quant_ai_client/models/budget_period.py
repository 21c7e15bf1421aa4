# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

BudgetPeriod: TypeAlias = Literal["day", "month"] | str
"""The period of a limit, by the calendar in UTC:

- `day`: until the next midnight
- `month`: until the first of the next month
"""
