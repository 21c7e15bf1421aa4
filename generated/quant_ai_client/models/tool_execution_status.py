# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ToolExecutionStatus: TypeAlias = Literal["pending", "running", "complete", "completed", "failed"] | str
"""Status of a tool execution.

- `pending`: not started yet.
- `running`: running.
- `complete`: finished, with a `result`.
- `completed`: another spelling of `complete`.
- `failed`: failed, with an `error`.
"""
