# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from ..types import Base64
    from .out_painting_mode import OutPaintingMode


@_define(kw_only=True, eq=False, repr=False)
class OutPaintingParams(_Model):
    """Image and the part of it to keep, for `OUTPAINTING`; all else is painted anew. Give the part as a mask
    image or in words, not both.
    """

    image: str
    """The image to change, in base64."""
    mask_image: str | Unset = UNSET
    """Mask in base64, as large as the image. Black stays, white is repainted."""
    mask_prompt: str | Unset = UNSET
    """Words that name the part to keep; the service finds it."""
    out_painting_mode: OutPaintingMode | Unset = UNSET
    """How the border of the mask is treated:

    - `DEFAULT`: softly, so that old and new run into one another.
    - `PRECISE`: sharply, so that the part to keep stays as it is up to the border.

    Known values: "PRECISE", "DEFAULT". Server default: "DEFAULT".
    """
    text: str | Unset = UNSET
    """What the new surroundings show."""
    negative_text: str | Unset = UNSET
    """What the new surroundings should not show."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            image=get("image", UNSET),
            mask_image=get("maskImage", UNSET),
            mask_prompt=get("maskPrompt", UNSET),
            out_painting_mode=get("outPaintingMode", UNSET),
            text=get("text", UNSET),
            negative_text=get("negativeText", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "image": wire(self.image),
                "maskImage": wire(self.mask_image),
                "maskPrompt": self.mask_prompt,
                "outPaintingMode": self.out_painting_mode,
                "text": self.text,
                "negativeText": self.negative_text,
            }
        )


_NAMES = {
    "image": "image",
    "maskImage": "mask_image",
    "maskPrompt": "mask_prompt",
    "outPaintingMode": "out_painting_mode",
    "text": "text",
    "negativeText": "negative_text",
}


class OutPaintingParamsParam(TypedDict):
    """A `OutPaintingParams` as a plain dict, names as in the JSON."""

    image: Base64
    maskImage: NotRequired[Base64]
    maskPrompt: NotRequired[str]
    outPaintingMode: NotRequired[OutPaintingMode]
    text: NotRequired[str]
    negativeText: NotRequired[str]
