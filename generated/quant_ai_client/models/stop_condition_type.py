# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

StopConditionType: TypeAlias = Literal["all_complete", "max_iterations", "condition", "manual"] | str
"""When an orchestration stops:

- `all_complete`: when all items are done
- `max_iterations`: after `max_iterations` batches
- `condition`: when a model decides that `condition_prompt` is true
- `manual`: never; it runs until you cancel it
"""
