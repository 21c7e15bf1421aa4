# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.images`, for `**`."""

from __future__ import annotations

from typing import NotRequired

from ..models.background_removal import BackgroundRemoval, BackgroundRemovalParam
from ..models.color_guided_generation import ColorGuidedGeneration, ColorGuidedGenerationParam
from ..models.image_generation_config import ImageGenerationConfig, ImageGenerationConfigParam
from ..models.image_region import ImageRegion
from ..models.image_task_type import ImageTaskType
from ..models.image_variation import ImageVariation, ImageVariationParam
from ..models.in_painting import InPainting, InPaintingParam
from ..models.out_painting import OutPainting, OutPaintingParam
from ..models.text_to_image import TextToImage, TextToImageParam
from ..models.virtual_try_on import VirtualTryOnParam
from ..types import TypedDict


class ImagesGenerateParams(TypedDict):
    """The keyword arguments of `generate()`."""

    task_type: ImageTaskType
    model_id: NotRequired[str | None]
    region: NotRequired[ImageRegion | None]
    text_to_image_params: NotRequired[TextToImage | TextToImageParam | None]
    color_guided_generation_params: NotRequired[ColorGuidedGeneration | ColorGuidedGenerationParam | None]
    image_variation_params: NotRequired[ImageVariation | ImageVariationParam | None]
    in_painting_params: NotRequired[InPainting | InPaintingParam | None]
    out_painting_params: NotRequired[OutPainting | OutPaintingParam | None]
    background_removal_params: NotRequired[BackgroundRemoval | BackgroundRemovalParam | None]
    virtual_try_on_params: NotRequired[VirtualTryOnParam | None]
    image_generation_config: NotRequired[ImageGenerationConfig | ImageGenerationConfigParam | None]
