# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

OrchestrationStatus: TypeAlias = Literal["pending", "running", "paused", "completed", "failed", "cancelled"] | str
"""Status of an orchestration:

- `pending`: created, not started
- `running`: running a batch
- `paused`: paused, and can be resumed
- `completed`: its stop condition is met
- `failed`: failed, see `error`
- `cancelled`: cancelled by a request

The last three are final.
"""
