# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

SessionStatus: TypeAlias = Literal["active", "completed"] | str
"""Status of a session.

- `active`: the session is listed and can be extended.
- `completed`: closed by an update, and no longer listed. Another update can make it active again.
"""
