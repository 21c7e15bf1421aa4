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
"""Look of the image:

- `3D_ANIMATED_FAMILY_FILM`: rendered, like an animated film for children.
- `DESIGN_SKETCH`: a designer's quick drawing.
- `FLAT_VECTOR_ILLUSTRATION`: even areas of colour, as on an icon.
- `GRAPHIC_NOVEL_ILLUSTRATION`: inked, as in a comic book.
- `MAXIMALISM`: dense, rich in colour and ornament.
- `MIDCENTURY_RETRO`: an advertisement of the 1950s.
- `PHOTOREALISM`: a photograph.
- `SOFT_DIGITAL_PAINTING`: gentle light and brush strokes.
"""
