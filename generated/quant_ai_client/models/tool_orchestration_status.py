# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ToolOrchestrationStatus: TypeAlias = (
    Literal["pending", "waiting_tools", "polling", "synthesizing", "complete", "completed", "failed"] | str
)
"""Status of a tool orchestration.

- `pending`: no tool has started.
- `waiting_tools`: its tools are running.
- `polling`: another name for `waiting_tools`.
- `synthesizing`: all tools have finished, and the model is writing its answer.
- `complete`: finished, with an answer.
- `completed`: another spelling of `complete`.
- `failed`: failed, with an `error`.
"""
