# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FinishReason: TypeAlias = Literal["stop", "length", "content_filter", "tool_use"] | str
"""Why the model stopped writing.

- `stop`: it was done, or met a stop sequence
- `length`: it had written `maxTokens` tokens; the text is cut off
- `content_filter`: a guardrail or a filter policy withheld the text or part of it
- `tool_use`: it wants tools run before it goes on
"""
