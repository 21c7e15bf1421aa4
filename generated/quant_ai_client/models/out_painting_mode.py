# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

OutPaintingMode: TypeAlias = Literal["PRECISE", "DEFAULT"] | str
"""How the border of the mask is treated:

- `DEFAULT`: softly, so that old and new run into one another.
- `PRECISE`: sharply, so that the part to keep stays as it is up to the border.
"""
