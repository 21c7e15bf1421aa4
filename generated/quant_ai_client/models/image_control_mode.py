# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageControlMode: TypeAlias = Literal["CANNY_EDGE", "SEGMENTATION"] | str
"""What the new image takes from `condition_image`:

- `CANNY_EDGE`: its outlines, closely.
- `SEGMENTATION`: its areas and layout, loosely.
"""
