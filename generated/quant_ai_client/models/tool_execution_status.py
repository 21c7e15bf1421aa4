# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ToolExecutionStatus: TypeAlias = Literal["pending", "running", "complete", "completed", "failed"] | str
"""State of a tool execution.

- `pending`: not begun yet.
- `running`: at work.
- `complete`: ended well; `result` is there.
- `completed`: another word for `complete`.
- `failed`: ended badly; `error` says why.
"""
