# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ModelPolicy: TypeAlias = Literal["unrestricted", "allowlist", "blocklist"] | str
"""Which models may be used:

- `unrestricted`: all models
- `allowlist`: only those in `model_list`
- `blocklist`: all except those in `model_list`
"""
