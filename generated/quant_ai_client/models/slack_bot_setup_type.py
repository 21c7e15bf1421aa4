# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

SlackBotSetupType: TypeAlias = Literal["quant", "byo"] | str
"""Which Slack app a bot uses:

- `quant`: Quant's app "Quant AI", with the commands `/ask` and `/quant`; one bot per workspace
- `byo`: your own app
"""
