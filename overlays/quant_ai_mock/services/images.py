"""Images: generate one from a prompt."""

from __future__ import annotations

import base64
import binascii
from typing import Any

import orjson

from ..rules import admission, metering
from ..rules.admission import find_model
from ..state.request_context import RequestContext
from ..synthetic.png import draw_png, size_of

DEFAULT_SIZE = 1024
MASKED = ("inPaintingParams", "outPaintingParams")


def images_generate(context: RequestContext) -> dict[str, Any]:
    body = context.body
    model = find_model(body["modelId"])
    admission.admit(context, model, admission.GATEWAY)
    config = body.get("imageGenerationConfig") or {}
    width, height = _size(body, config)
    colours = (body.get("colorGuidedGenerationParams") or {}).get("colors")
    parameters = {key: value if len(str(value)) < 2000 else "…" for key, value in body.items()}
    text = orjson.dumps(parameters).decode()
    seed = f"{context.state.seed}/{config.get('seed', 0)}/{text}"
    images = [
        base64.b64encode(draw_png(width, height, f"{seed}/{index}", text, colours)).decode()
        for index in range(config.get("numberOfImages", 1))
    ]
    metering.record(context, model, 0, 0)
    found: dict[str, Any] = {"images": images}
    if any("maskPrompt" in (body.get(name) or {}) for name in MASKED):
        mask = draw_png(width, height, f"{seed}/mask", "mask", ["#000000", "#ffffff"])
        found["maskImage"] = base64.b64encode(mask).decode()
    return found


def _size(body: dict[str, Any], config: dict[str, Any]) -> tuple[int, int]:
    """The requested size, or that of the image that was sent."""
    image = next((value["image"] for value in body.values() if isinstance(value, dict) and "image" in value), None)
    try:
        found = size_of(base64.b64decode(image)) if isinstance(image, str) else None
    except (binascii.Error, ValueError):
        found = None
    width, height = found or (DEFAULT_SIZE, DEFAULT_SIZE)
    return _clamp(config.get("width", width)), _clamp(config.get("height", height))


def _clamp(edge: int) -> int:
    return max(1, min(int(edge), 4096))
