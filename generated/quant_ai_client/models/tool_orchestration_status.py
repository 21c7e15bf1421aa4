# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ToolOrchestrationStatus: TypeAlias = (
    Literal["pending", "waiting_tools", "polling", "synthesizing", "complete", "completed", "failed"] | str
)
"""State of an orchestration of tools.

- `pending`: no tool has begun.
- `waiting_tools`: its tools are at work.
- `polling`: another word for `waiting_tools`.
- `synthesizing`: all tools have ended, and the model writes its answer.
- `complete`: ended well; the answer is there.
- `completed`: another word for `complete`.
- `failed`: ended badly; `error` says why.
"""
