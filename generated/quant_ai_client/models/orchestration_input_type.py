# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

OrchestrationInputType: TypeAlias = Literal["static", "task_query", "generator"] | str
"""Where the items of an orchestration come from:

- `static`: from `items`
- `task_query`: from the tasks that match `task_query`
- `generator`: from a model that follows `generator_prompt`
"""
