# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .background_removal import BackgroundRemoval, BackgroundRemovalParam
from .color_guided_generation import ColorGuidedGeneration, ColorGuidedGenerationParam
from .image_generation_config import ImageGenerationConfig, ImageGenerationConfigParam
from .image_region import ImageRegion
from .image_task_type import ImageTaskType
from .image_variation import ImageVariation, ImageVariationParam
from .in_painting import InPainting, InPaintingParam
from .out_painting import OutPainting, OutPaintingParam
from .text_to_image import TextToImage, TextToImageParam
from .virtual_try_on import VirtualTryOn, VirtualTryOnParam


@_define(kw_only=True, eq=False, repr=False)
class ImageGenerationRequest(_Model):
    """An image task with its parameters. Images in the request are PNG or JPEG in base64, without a `data:`
    prefix. Leave the parameters of other tasks out.

    Attributes:
        task_type (ImageTaskType): The task, with its parameters. Known values: "TEXT_IMAGE",
            "COLOR_GUIDED_GENERATION", "IMAGE_VARIATION", "INPAINTING", "OUTPAINTING", "BACKGROUND_REMOVAL",
            "VIRTUAL_TRY_ON".
        model_id (str | None): Model that generates the images. Server default: "amazon.nova-canvas-v1:0".
        region (ImageRegion | None): AWS region that generates the image. The model is not available in
            Sydney (`ap-southeast-2`), so text and images leave Australia. Known values: "us-east-1",
            "ap-northeast-1", "eu-west-1". Server default: "us-east-1".
        text_to_image_params (TextToImage | None): Parameters of `TEXT_IMAGE`: what to generate.
        color_guided_generation_params (ColorGuidedGeneration | None): Parameters of
            `COLOR_GUIDED_GENERATION`: what to generate, and in which colours.
        image_variation_params (ImageVariation | None): Parameters of `IMAGE_VARIATION`: the images to vary.
        in_painting_params (InPainting | None): Parameters of `INPAINTING`: an image and the part to
            repaint. Select the part with a mask image or in words, not both.
        out_painting_params (OutPainting | None): Parameters of `OUTPAINTING`: an image and the part to
            keep; everything else is repainted. Select the part with a mask image or in words, not both.
        background_removal_params (BackgroundRemoval | None): Parameters of `BACKGROUND_REMOVAL`: the image
            to cut out.
        virtual_try_on_params (VirtualTryOn | None): Parameters of `VIRTUAL_TRY_ON`. They are passed to the
            image model unchanged; Nova Canvas reads `sourceImage` and `reference_image` (both base64) and a
            `maskType` with its settings.
        image_generation_config (ImageGenerationConfig | None): Size, number and quality of the images.
            Width times height may be at most 4,194,304 pixels (2048 × 2048).
    """

    task_type: ImageTaskType
    """The task, with its parameters:

    - `TEXT_IMAGE`: generate an image from text (`text_to_image_params`).
    - `COLOR_GUIDED_GENERATION`: generate an image in given colours (`color_guided_generation_params`).
    - `IMAGE_VARIATION`: generate images similar to given ones (`image_variation_params`).
    - `INPAINTING`: repaint the masked part of an image (`in_painting_params`).
    - `OUTPAINTING`: repaint everything outside the masked part (`out_painting_params`).
    - `BACKGROUND_REMOVAL`: remove the background (`background_removal_params`).
    - `VIRTUAL_TRY_ON`: put a garment or an object into another image (`virtual_try_on_params`).
    """
    model_id: str | None = None
    """Model that generates the images. Server default: "amazon.nova-canvas-v1:0"."""
    region: ImageRegion | None = None
    """AWS region that generates the image. The model is not available in Sydney (`ap-southeast-2`), so text and
    images leave Australia:

    - `us-east-1`: Northern Virginia.
    - `ap-northeast-1`: Tokyo.
    - `eu-west-1`: Ireland.

    Server default: "us-east-1".
    """
    text_to_image_params: TextToImage | None = None
    """Parameters of `TEXT_IMAGE`: what to generate."""
    color_guided_generation_params: ColorGuidedGeneration | None = None
    """Parameters of `COLOR_GUIDED_GENERATION`: what to generate, and in which colours."""
    image_variation_params: ImageVariation | None = None
    """Parameters of `IMAGE_VARIATION`: the images to vary."""
    in_painting_params: InPainting | None = None
    """Parameters of `INPAINTING`: an image and the part to repaint. Select the part with a mask image or in words,
    not both.
    """
    out_painting_params: OutPainting | None = None
    """Parameters of `OUTPAINTING`: an image and the part to keep; everything else is repainted. Select the part
    with a mask image or in words, not both.
    """
    background_removal_params: BackgroundRemoval | None = None
    """Parameters of `BACKGROUND_REMOVAL`: the image to cut out."""
    virtual_try_on_params: VirtualTryOn | None = None
    """Parameters of `VIRTUAL_TRY_ON`. They are passed to the image model unchanged; Nova Canvas reads `sourceImage`
    and `reference_image` (both base64) and a `maskType` with its settings.
    """
    image_generation_config: ImageGenerationConfig | None = None
    """Size, number and quality of the images. Width times height may be at most 4,194,304 pixels (2048 × 2048)."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "task_type": "taskType",
        "model_id": "modelId",
        "text_to_image_params": "textToImageParams",
        "color_guided_generation_params": "colorGuidedGenerationParams",
        "image_variation_params": "imageVariationParams",
        "in_painting_params": "inPaintingParams",
        "out_painting_params": "outPaintingParams",
        "background_removal_params": "backgroundRemovalParams",
        "virtual_try_on_params": "virtualTryOnParams",
        "image_generation_config": "imageGenerationConfig",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.task_type = rest.pop("taskType", None)
        made.model_id = rest.pop("modelId", None)
        made.region = rest.pop("region", None)
        made.text_to_image_params = nested_or_kept(TextToImage.from_dict, rest.pop("textToImageParams", None))
        made.color_guided_generation_params = nested_or_kept(
            ColorGuidedGeneration.from_dict, rest.pop("colorGuidedGenerationParams", None)
        )
        made.image_variation_params = nested_or_kept(ImageVariation.from_dict, rest.pop("imageVariationParams", None))
        made.in_painting_params = nested_or_kept(InPainting.from_dict, rest.pop("inPaintingParams", None))
        made.out_painting_params = nested_or_kept(OutPainting.from_dict, rest.pop("outPaintingParams", None))
        made.background_removal_params = nested_or_kept(
            BackgroundRemoval.from_dict, rest.pop("backgroundRemovalParams", None)
        )
        made.virtual_try_on_params = to_map(rest.pop("virtualTryOnParams", None))
        made.image_generation_config = nested_or_kept(
            ImageGenerationConfig.from_dict, rest.pop("imageGenerationConfig", None)
        )
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.task_type is not None:
            made["taskType"] = self.task_type
        if self.model_id is not None:
            made["modelId"] = self.model_id
        if self.region is not None:
            made["region"] = self.region
        if self.text_to_image_params is not None:
            made["textToImageParams"] = wire(self.text_to_image_params)
        if self.color_guided_generation_params is not None:
            made["colorGuidedGenerationParams"] = wire(self.color_guided_generation_params)
        if self.image_variation_params is not None:
            made["imageVariationParams"] = wire(self.image_variation_params)
        if self.in_painting_params is not None:
            made["inPaintingParams"] = wire(self.in_painting_params)
        if self.out_painting_params is not None:
            made["outPaintingParams"] = wire(self.out_painting_params)
        if self.background_removal_params is not None:
            made["backgroundRemovalParams"] = wire(self.background_removal_params)
        if self.virtual_try_on_params is not None:
            made["virtualTryOnParams"] = wire(self.virtual_try_on_params)
        if self.image_generation_config is not None:
            made["imageGenerationConfig"] = wire(self.image_generation_config)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ImageGenerationRequestParam(TypedDict):
    """A `ImageGenerationRequest` as a plain dict, names as in the JSON."""

    taskType: ImageTaskType
    modelId: NotRequired[str]
    region: NotRequired[ImageRegion]
    textToImageParams: NotRequired[TextToImage | TextToImageParam]
    colorGuidedGenerationParams: NotRequired[ColorGuidedGeneration | ColorGuidedGenerationParam]
    imageVariationParams: NotRequired[ImageVariation | ImageVariationParam]
    inPaintingParams: NotRequired[InPainting | InPaintingParam]
    outPaintingParams: NotRequired[OutPainting | OutPaintingParam]
    backgroundRemovalParams: NotRequired[BackgroundRemoval | BackgroundRemovalParam]
    virtualTryOnParams: NotRequired[VirtualTryOnParam]
    imageGenerationConfig: NotRequired[ImageGenerationConfig | ImageGenerationConfigParam]
