# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageQuality: TypeAlias = Literal["standard", "premium"] | str
"""Image quality:

- `standard`: faster and cheaper.
- `premium`: more detail.
"""
