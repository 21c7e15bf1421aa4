# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

StopConditionType: TypeAlias = Literal["all_complete", "max_iterations", "condition", "manual"] | str
"""When an orchestration ends by itself:

- `all_complete`: every item is done
- `max_iterations`: `maxIterations` batches have run
- `condition`: a model finds that `conditionPrompt` holds
- `manual`: never; it runs until you cancel it
"""
