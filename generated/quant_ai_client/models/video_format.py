# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

VideoFormat: TypeAlias = Literal["mp4", "mov", "mkv", "webm"] | str
"""Video container format:

- `mp4`: MPEG-4.
- `mov`: QuickTime.
- `mkv`: Matroska.
- `webm`: WebM.
"""
