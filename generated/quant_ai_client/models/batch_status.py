# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

BatchStatus: TypeAlias = Literal["pending", "running", "completed", "failed"] | str
"""Status of a batch:

- `pending`: not started
- `running`: items are being processed
- `completed`: all items were processed
- `failed`: failed, see `error`
"""
