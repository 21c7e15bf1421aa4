# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

SlackBotStatus: TypeAlias = Literal["active", "inactive"] | str
"""Whether a bot answers:

- `active`: it answers, once it is connected
- `inactive`: it is switched off
"""
