# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

SessionStatus: TypeAlias = Literal["active", "completed"] | str
"""State of a session.

- `active`: the conversation goes on; the session is listed and can be extended.
- `completed`: closed by an update, and no longer listed. An update can make it active again.
"""
