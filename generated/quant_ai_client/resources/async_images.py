# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from ..models.background_removal_params import BackgroundRemovalParams, BackgroundRemovalParamsParam
    from ..models.color_guided_generation_params import ColorGuidedGenerationParams, ColorGuidedGenerationParamsParam
    from ..models.image_generation_config import ImageGenerationConfig, ImageGenerationConfigParam
    from ..models.image_generation_reply import ImageGenerationReply
    from ..models.image_region import ImageRegion
    from ..models.image_task_type import ImageTaskType
    from ..models.image_variation_params import ImageVariationParams, ImageVariationParamsParam
    from ..models.in_painting_params import InPaintingParams, InPaintingParamsParam
    from ..models.out_painting_params import OutPaintingParams, OutPaintingParamsParam
    from ..models.text_to_image_params import TextToImageParams, TextToImageParamsParam
    from ..models.virtual_try_on_params import VirtualTryOnParamsParam
    from ..protocol import AsyncCaller
    from ..types import Unset


class AsyncImages:
    """Draw an image from a description, or change one that you have: vary it, repaint a part, extend it, cut
    out its subject.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def generate(
        self,
        *,
        task_type: ImageTaskType,
        model_id: str | Unset = UNSET,
        region: ImageRegion | Unset = UNSET,
        text_to_image_params: TextToImageParams | TextToImageParamsParam | Unset = UNSET,
        color_guided_generation_params: ColorGuidedGenerationParams | ColorGuidedGenerationParamsParam | Unset = UNSET,
        image_variation_params: ImageVariationParams | ImageVariationParamsParam | Unset = UNSET,
        in_painting_params: InPaintingParams | InPaintingParamsParam | Unset = UNSET,
        out_painting_params: OutPaintingParams | OutPaintingParamsParam | Unset = UNSET,
        background_removal_params: BackgroundRemovalParams | BackgroundRemovalParamsParam | Unset = UNSET,
        virtual_try_on_params: VirtualTryOnParamsParam | Unset = UNSET,
        image_generation_config: ImageGenerationConfig | ImageGenerationConfigParam | Unset = UNSET,
    ) -> ImageGenerationReply:
        """Generate images.

        Makes or edits images. `taskType` says what to do, and the object that belongs to it says with what:

        | `taskType` | Its object | What happens |
        |---|---|---|
        | `TEXT_IMAGE` | `textToImageParams` | draws what the text describes, along a guiding image if you send one |
        | `COLOR_GUIDED_GENERATION` | `colorGuidedGenerationParams` | draws in the colours that you give |
        | `IMAGE_VARIATION` | `imageVariationParams` | makes images like the 1 to 5 that you send |
        | `INPAINTING` | `inPaintingParams` | repaints the masked part of an image |
        | `OUTPAINTING` | `outPaintingParams` | repaints what lies around the masked part |
        | `BACKGROUND_REMOVAL` | `backgroundRemovalParams` | cuts the subject out of its background |
        | `VIRTUAL_TRY_ON` | `virtualTryOnParams` | puts a garment or an object from one image into another |

        Send only the object of your task. `imageGenerationConfig` sets size, number and quality; leave it out
        for `BACKGROUND_REMOVAL`, which keeps the size of its image.

        Most requests take 10 to 30 seconds, some up to 5 minutes: set the timeout of your HTTP client
        accordingly. Each request is billed, so do not send a lost one again without need.

        Args:
            task_type (ImageTaskType): What to do, and which object of the request says with what. Known values:
                "TEXT_IMAGE", "COLOR_GUIDED_GENERATION", "IMAGE_VARIATION", "INPAINTING", "OUTPAINTING",
                "BACKGROUND_REMOVAL", "VIRTUAL_TRY_ON".
            model_id (str): Model that makes the images. Server default: "amazon.nova-canvas-v1:0".
            region (ImageRegion): Region of the cloud in which the image is made. The model does not run in
                Sydney (`ap-southeast-2`), so text and images leave Australia. Known values: "us-east-1",
                "ap-northeast-1", "eu-west-1". Server default: "us-east-1".
            text_to_image_params (TextToImageParams | TextToImageParamsParam): What to draw, for `TEXT_IMAGE`.
            color_guided_generation_params (ColorGuidedGenerationParams | ColorGuidedGenerationParamsParam):
                What to draw and in which colours, for `COLOR_GUIDED_GENERATION`.
            image_variation_params (ImageVariationParams | ImageVariationParamsParam): Images to vary, for
                `IMAGE_VARIATION`.
            in_painting_params (InPaintingParams | InPaintingParamsParam): Image and the part of it to repaint,
                for `INPAINTING`. Give the part as a mask image or in words, not both.
            out_painting_params (OutPaintingParams | OutPaintingParamsParam): Image and the part of it to keep,
                for `OUTPAINTING`; all else is painted anew. Give the part as a mask image or in words, not
                both.
            background_removal_params (BackgroundRemovalParams | BackgroundRemovalParamsParam): The image to cut
                out, for `BACKGROUND_REMOVAL`.
            virtual_try_on_params (VirtualTryOnParamsParam): Images and settings for `VIRTUAL_TRY_ON`. They go
                to the image model as they are; Nova Canvas reads `sourceImage` and `referenceImage` (both
                base64) and a `maskType` with the settings that belong to it.
            image_generation_config (ImageGenerationConfig | ImageGenerationConfigParam): Size, number and
                quality of the images. Width times height may be 4,194,304 pixels at most, which is 2048 × 2048.

        Returns:
            The images. When the model held some of them back, those that remain, with the reason in `error`.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.images.generate(
                task_type="TEXT_IMAGE",
                text_to_image_params={"text": "A lighthouse on a granite coast at dawn, seen from the sea"},
            )
        """
        from ..api.images import images_generate as _operation

        body = {
            "taskType": task_type,
            "modelId": model_id,
            "region": region,
            "textToImageParams": text_to_image_params,
            "colorGuidedGenerationParams": color_guided_generation_params,
            "imageVariationParams": image_variation_params,
            "inPaintingParams": in_painting_params,
            "outPaintingParams": out_painting_params,
            "backgroundRemovalParams": background_removal_params,
            "virtualTryOnParams": virtual_try_on_params,
            "imageGenerationConfig": image_generation_config,
        }
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)
