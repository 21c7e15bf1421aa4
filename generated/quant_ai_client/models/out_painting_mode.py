# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

OutPaintingMode: TypeAlias = Literal["PRECISE", "DEFAULT"] | str
"""How the edge of the mask is treated:

- `DEFAULT`: with a soft transition.
- `PRECISE`: with a sharp edge, so that the part to keep is unchanged.
"""
