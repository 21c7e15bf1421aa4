# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FilterAction: TypeAlias = Literal["BLOCK", "REDACT"] | str
"""What to do with a match:

- `BLOCK`: withhold the whole message or reply; the reply is empty and ends with `content_filter`
- `REDACT`: replace the match with `[REDACTED]`
"""
