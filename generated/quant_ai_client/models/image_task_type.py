# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal, TypeAlias

ImageTaskType: TypeAlias = (
    Literal[
        "TEXT_IMAGE",
        "COLOR_GUIDED_GENERATION",
        "IMAGE_VARIATION",
        "INPAINTING",
        "OUTPAINTING",
        "BACKGROUND_REMOVAL",
        "VIRTUAL_TRY_ON",
    ]
    | str
)
"""What to do, and which object of the request says with what:

- `TEXT_IMAGE`: draw what a text describes (`textToImageParams`).
- `COLOR_GUIDED_GENERATION`: draw in given colours (`colorGuidedGenerationParams`).
- `IMAGE_VARIATION`: make images like given ones (`imageVariationParams`).
- `INPAINTING`: repaint the masked part of an image (`inPaintingParams`).
- `OUTPAINTING`: repaint all but the masked part (`outPaintingParams`).
- `BACKGROUND_REMOVAL`: cut the subject out of its background (`backgroundRemovalParams`).
- `VIRTUAL_TRY_ON`: put a garment or an object into another image (`virtualTryOnParams`).
"""
