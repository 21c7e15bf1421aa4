# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageFormat: TypeAlias = Literal["png", "jpeg", "gif", "webp"] | str
"""Image format:

- `png`: PNG.
- `jpeg`: JPEG, also for files named `.jpg`.
- `gif`: GIF.
- `webp`: WebP.
"""
