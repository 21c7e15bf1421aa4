# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FinishReason: TypeAlias = Literal["stop", "length", "content_filter", "tool_use"] | str
"""Why the model stopped:

- `stop`: it finished, or reached a stop sequence
- `length`: it reached `max_tokens`; the text is cut off
- `content_filter`: a guardrail or a filter policy withheld all or part of the text
- `tool_use`: it needs tool results to continue
"""
