# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

FilterAction: TypeAlias = Literal["BLOCK", "REDACT"] | str
"""What happens to what a rule has found:

- `BLOCK`: the message or the reply is withheld as a whole; the reply is empty and ends with
  `content_filter`
- `REDACT`: what was found is covered by `[REDACTED]`, and the rest goes on
"""
