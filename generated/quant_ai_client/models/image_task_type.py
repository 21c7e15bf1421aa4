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

- `TEXT_IMAGE`: generate an image from text (`text_to_image_params`).
- `COLOR_GUIDED_GENERATION`: generate an image in given colours (`color_guided_generation_params`).
- `IMAGE_VARIATION`: generate images similar to given ones (`image_variation_params`).
- `INPAINTING`: repaint the masked part of an image (`in_painting_params`).
- `OUTPAINTING`: repaint everything outside the masked part (`out_painting_params`).
- `BACKGROUND_REMOVAL`: remove the background (`background_removal_params`).
- `VIRTUAL_TRY_ON`: put a garment or an object into another image (`virtual_try_on_params`).
"""
