# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageStyle: TypeAlias = (
    Literal[
        "3D_ANIMATED_FAMILY_FILM",
        "DESIGN_SKETCH",
        "FLAT_VECTOR_ILLUSTRATION",
        "GRAPHIC_NOVEL_ILLUSTRATION",
        "MAXIMALISM",
        "MIDCENTURY_RETRO",
        "PHOTOREALISM",
        "SOFT_DIGITAL_PAINTING",
    ]
    | str
)
"""Style of the image:

- `3D_ANIMATED_FAMILY_FILM`: 3D rendering, like an animated family film.
- `DESIGN_SKETCH`: a quick design sketch.
- `FLAT_VECTOR_ILLUSTRATION`: flat areas of colour, like an icon.
- `GRAPHIC_NOVEL_ILLUSTRATION`: inked, like a comic book.
- `MAXIMALISM`: dense, rich in colour and ornament.
- `MIDCENTURY_RETRO`: like an advertisement of the 1950s.
- `PHOTOREALISM`: like a photograph.
- `SOFT_DIGITAL_PAINTING`: soft light and brush strokes.
"""
