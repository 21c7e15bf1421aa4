# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ExecutionStatus: TypeAlias = (
    Literal["queued", "pending", "running", "waiting_callback", "complete", "completed", "failed"] | str
)
"""Status of an execution:

- `queued`: accepted, not started yet
- `pending`: about to start
- `running`: running
- `waiting_callback`: paused until you send the results of your tools to `client.chat.submit_callback()`
- `complete`: finished, with a `result`
- `completed`: another spelling of `complete`
- `failed`: failed, with an `error`
"""
