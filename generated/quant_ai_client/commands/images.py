# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of images."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "generate",
        "generate",
        "call",
        "POST /image-generation",
        summary="Generate images",
        text=(
            "Generates or edits images. `--task-type` is the kind of task, and each task has its own "
            "parameters:\n"
            "\n"
            "- `TEXT_IMAGE`: `--text-to-image-params`; generates an image from text, optionally guided by "
            "another image\n"
            "- `COLOR_GUIDED_GENERATION`: `--color-guided-generation-params`; generates an image in given "
            "colours\n"
            "- `IMAGE_VARIATION`: `--image-variation-params`; generates images similar to the 1 to 5 that you"
            " send\n"
            "- `INPAINTING`: `--in-painting-params`; repaints the masked part of an image\n"
            "- `OUTPAINTING`: `--out-painting-params`; repaints everything outside the masked part\n"
            "- `BACKGROUND_REMOVAL`: `--background-removal-params`; removes the background\n"
            "- `VIRTUAL_TRY_ON`: `--virtual-try-on-params`; puts a garment or an object from one image into "
            "another\n"
            "\n"
            "Send only the parameters of your task. `--image-generation-config` sets size, number and "
            "quality; leave it out for `BACKGROUND_REMOVAL`, which keeps the size of the image.\n"
            "\n"
            "Most requests take 10 to 30 seconds, some up to 5 minutes: set your HTTP timeout accordingly. "
            "Each request is billed, so think twice before you retry a lost one."
        ),
        values=(
            CommandValue(
                "task-type",
                "task_type",
                "taskType",
                "body",
                "text",
                help="The task, with its parameters.",
                required=True,
                choices=(
                    "TEXT_IMAGE",
                    "COLOR_GUIDED_GENERATION",
                    "IMAGE_VARIATION",
                    "INPAINTING",
                    "OUTPAINTING",
                    "BACKGROUND_REMOVAL",
                    "VIRTUAL_TRY_ON",
                ),
            ),
            CommandValue(
                "model-id",
                "model_id",
                "modelId",
                "body",
                "text",
                help='Model that generates the images. Default: "amazon.nova-canvas-v1:0".',
            ),
            CommandValue(
                "region",
                "region",
                "region",
                "body",
                "text",
                help=(
                    "AWS region that generates the image. The model is not available in Sydney (`ap-southeast-2`), so"
                    ' text and images leave Australia. Default: "us-east-1".'
                ),
                choices=("us-east-1", "ap-northeast-1", "eu-west-1"),
            ),
            CommandValue(
                "text-to-image-params",
                "text_to_image_params",
                "textToImageParams",
                "body",
                "json",
                help="Parameters of `TEXT_IMAGE`: what to generate.",
            ),
            CommandValue(
                "color-guided-generation-params",
                "color_guided_generation_params",
                "colorGuidedGenerationParams",
                "body",
                "json",
                help="Parameters of `COLOR_GUIDED_GENERATION`: what to generate, and in which colours.",
            ),
            CommandValue(
                "image-variation-params",
                "image_variation_params",
                "imageVariationParams",
                "body",
                "json",
                help="Parameters of `IMAGE_VARIATION`: the images to vary.",
            ),
            CommandValue(
                "in-painting-params",
                "in_painting_params",
                "inPaintingParams",
                "body",
                "json",
                help=(
                    "Parameters of `INPAINTING`: an image and the part to repaint. Select the part with a mask image "
                    "or in words, not both."
                ),
            ),
            CommandValue(
                "out-painting-params",
                "out_painting_params",
                "outPaintingParams",
                "body",
                "json",
                help=(
                    "Parameters of `OUTPAINTING`: an image and the part to keep; everything else is repainted. Select"
                    " the part with a mask image or in words, not both."
                ),
            ),
            CommandValue(
                "background-removal-params",
                "background_removal_params",
                "backgroundRemovalParams",
                "body",
                "json",
                help="Parameters of `BACKGROUND_REMOVAL`: the image to cut out.",
            ),
            CommandValue(
                "virtual-try-on-params",
                "virtual_try_on_params",
                "virtualTryOnParams",
                "body",
                "json",
                help=(
                    "Parameters of `VIRTUAL_TRY_ON`. They are passed to the image model unchanged; Nova Canvas reads "
                    "`sourceImage` and `referenceImage` (both base64) and a `maskType` with its settings."
                ),
            ),
            CommandValue(
                "image-generation-config",
                "image_generation_config",
                "imageGenerationConfig",
                "body",
                "json",
                help=(
                    "Size, number and quality of the images. Width times height may be at most 4,194,304 pixels (2048"
                    " × 2048)."
                ),
            ),
        ),
        body="fields",
    ),
)
