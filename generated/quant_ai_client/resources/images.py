# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from .. import encoding as _encoding
from .. import models
from ..protocol import Caller
from .async_images import AsyncImages

__all__ = ["AsyncImages", "Images"]


class Images:
    """Generate images from text, or edit existing ones: variations, inpainting, outpainting, background
    removal.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def generate(
        self,
        *,
        task_type: models.ImageTaskType,
        model_id: str | None = None,
        region: models.ImageRegion | None = None,
        text_to_image_params: models.TextToImage | models.TextToImageParam | None = None,
        color_guided_generation_params: models.ColorGuidedGeneration | models.ColorGuidedGenerationParam | None = None,
        image_variation_params: models.ImageVariation | models.ImageVariationParam | None = None,
        in_painting_params: models.InPainting | models.InPaintingParam | None = None,
        out_painting_params: models.OutPainting | models.OutPaintingParam | None = None,
        background_removal_params: models.BackgroundRemoval | models.BackgroundRemovalParam | None = None,
        virtual_try_on_params: models.VirtualTryOnParam | None = None,
        image_generation_config: models.ImageGenerationConfig | models.ImageGenerationConfigParam | None = None,
    ) -> models.ImageGenerationReply:
        """Generate images.

        Generates or edits images. `task_type` is the kind of task, and each task has its own parameters:

        | `task_type` | Parameters | What it does |
        |---|---|---|
        | `TEXT_IMAGE` | `text_to_image_params` | generates an image from text, optionally guided by another image |
        | `COLOR_GUIDED_GENERATION` | `color_guided_generation_params` | generates an image in given colours |
        | `IMAGE_VARIATION` | `image_variation_params` | generates images similar to the 1 to 5 that you send |
        | `INPAINTING` | `in_painting_params` | repaints the masked part of an image |
        | `OUTPAINTING` | `out_painting_params` | repaints everything outside the masked part |
        | `BACKGROUND_REMOVAL` | `background_removal_params` | removes the background |
        | `VIRTUAL_TRY_ON` | `virtual_try_on_params` | puts a garment or an object from one image into another |

        Send only the parameters of your task. `image_generation_config` sets size, number and quality; leave it
        out for `BACKGROUND_REMOVAL`, which keeps the size of the image.

        Most requests take 10 to 30 seconds, some up to 5 minutes: set your HTTP timeout accordingly. Each
        request is billed, so think twice before you retry a lost one.

        Args:
            task_type (ImageTaskType): The task, with its parameters. Known values: "TEXT_IMAGE",
                "COLOR_GUIDED_GENERATION", "IMAGE_VARIATION", "INPAINTING", "OUTPAINTING", "BACKGROUND_REMOVAL",
                "VIRTUAL_TRY_ON".
            model_id (str): Model that generates the images. Server default: "amazon.nova-canvas-v1:0".
            region (ImageRegion): AWS region that generates the image. The model is not available in Sydney
                (`ap-southeast-2`), so text and images leave Australia. Known values: "us-east-1",
                "ap-northeast-1", "eu-west-1". Server default: "us-east-1".
            text_to_image_params (TextToImage | TextToImageParam): Parameters of `TEXT_IMAGE`: what to generate.
            color_guided_generation_params (ColorGuidedGeneration | ColorGuidedGenerationParam): Parameters of
                `COLOR_GUIDED_GENERATION`: what to generate, and in which colours.
            image_variation_params (ImageVariation | ImageVariationParam): Parameters of `IMAGE_VARIATION`: the
                images to vary.
            in_painting_params (InPainting | InPaintingParam): Parameters of `INPAINTING`: an image and the part
                to repaint. Select the part with a mask image or in words, not both.
            out_painting_params (OutPainting | OutPaintingParam): Parameters of `OUTPAINTING`: an image and the
                part to keep; everything else is repainted. Select the part with a mask image or in words, not
                both.
            background_removal_params (BackgroundRemoval | BackgroundRemovalParam): Parameters of
                `BACKGROUND_REMOVAL`: the image to cut out.
            virtual_try_on_params (VirtualTryOnParam): Parameters of `VIRTUAL_TRY_ON`. They are passed to the
                image model unchanged; Nova Canvas reads `sourceImage` and `reference_image` (both base64) and a
                `maskType` with its settings.
            image_generation_config (ImageGenerationConfig | ImageGenerationConfigParam): Size, number and
                quality of the images. Width times height may be at most 4,194,304 pixels (2048 × 2048).

        Returns:
            The images. If the model withheld some of them, the remaining ones, with the reason in `error`.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.images.generate(
                task_type="TEXT_IMAGE",
                text_to_image_params={"text": "A lighthouse on a granite coast at dawn, seen from the sea"},
            )
        """
        from ..api.images import images_generate as _operation

        _body = {
            "taskType": task_type,
            **_encoding.given(
                {
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
            ),
        }
        _request = _operation.request(body=_body)
        return self._caller.call(_operation.OPERATION, _request)
