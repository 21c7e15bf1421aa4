# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

UsageGroupBy: TypeAlias = Literal["model", "user", "token"] | str
"""What each row of a usage report stands for:

- `model`: a model, by `model_id`
- `user`: a caller, by `user_id`
- `token`: an API token, by `token_id`
"""
