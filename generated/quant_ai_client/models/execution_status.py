# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ExecutionStatus: TypeAlias = (
    Literal["queued", "pending", "running", "waiting_callback", "complete", "completed", "failed"] | str
)
"""How far an execution has got.

- `queued`: accepted, not yet taken up; the state in the 202
- `pending`: about to start
- `running`: at work
- `waiting_callback`: stands still until the results of your tools arrive at `/chat/callback`
- `complete`: ended; `result` is there
- `completed`: another spelling of `complete`
- `failed`: ended; `error` says why
"""
