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
"""The task, with its parameters:

- `TEXT_IMAGE`: generate an image from text (`textToImageParams`).
- `COLOR_GUIDED_GENERATION`: generate an image in given colours (`colorGuidedGenerationParams`).
- `IMAGE_VARIATION`: generate images similar to given ones (`imageVariationParams`).
- `INPAINTING`: repaint the masked part of an image (`inPaintingParams`).
- `OUTPAINTING`: repaint everything outside the masked part (`outPaintingParams`).
- `BACKGROUND_REMOVAL`: remove the background (`backgroundRemovalParams`).
- `VIRTUAL_TRY_ON`: put a garment or an object into another image (`virtualTryOnParams`).
"""
