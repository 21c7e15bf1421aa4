# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

TaskStatus: TypeAlias = Literal["pending", "in_progress", "completed", "failed", "cancelled", "blocked"] | str
"""The state of a task:

- `pending`: nobody works on it yet
- `in_progress`: somebody works on it
- `completed`: done; the task is removed 30 days later
- `failed`: given up, see `error`
- `cancelled`: no longer wanted
- `blocked`: it cannot go on, see `blockedReason`
"""
