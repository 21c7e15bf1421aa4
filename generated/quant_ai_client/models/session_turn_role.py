# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

SessionTurnRole: TypeAlias = Literal["user", "assistant"] | str
"""The role of an appended message. System messages can only be set when the session is created.

- `user`: the user.
- `assistant`: the model.
"""
