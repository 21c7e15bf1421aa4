# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageFormat: TypeAlias = Literal["png", "jpeg", "gif", "webp"] | str
"""Format of a picture:

- `png`: PNG.
- `jpeg`: JPEG; files named `.jpg` are this too.
- `gif`: GIF.
- `webp`: WebP.
"""
