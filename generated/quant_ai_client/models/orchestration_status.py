# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

OrchestrationStatus: TypeAlias = Literal["pending", "running", "paused", "completed", "failed", "cancelled"] | str
"""The state of an orchestration:

- `pending`: created, not started
- `running`: at work on a batch
- `paused`: held, and can be resumed
- `completed`: its stop condition holds
- `failed`: it could not go on, see `error`
- `cancelled`: ended by a request

The last three are final.
"""
