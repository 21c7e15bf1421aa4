# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

TaskStatus: TypeAlias = Literal["pending", "in_progress", "completed", "failed", "cancelled", "blocked"] | str
"""Status of a task:

- `pending`: not started
- `in_progress`: being worked on
- `completed`: done; the task is removed 30 days later
- `failed`: failed, see `error`
- `cancelled`: cancelled
- `blocked`: cannot continue, see `blocked_reason`
"""
