# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

BatchStatus: TypeAlias = Literal["pending", "running", "completed", "failed"] | str
"""The state of a batch:

- `pending`: not begun
- `running`: items are being worked on
- `completed`: all its items were worked on
- `failed`: it could not be finished, see `error`
"""
