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


@_define(kw_only=True, eq=False, repr=False)
class InPaintingParams(_Model):
    """Image and the part of it to repaint, for `INPAINTING`. Give the part as a mask image or in words, not
    both.
    """

    image: str
    """The image to change, in base64."""
    mask_image: str | Unset = UNSET
    """Mask in base64, as large as the image. Black is repainted, white stays."""
    mask_prompt: str | Unset = UNSET
    """Words that name the part to repaint; the service finds it."""
    text: str | Unset = UNSET
    """What the part shows afterwards, in up to 1,024 characters. Left out, the part is filled with what surrounds it.
    1 to 1,024 characters.
    """
    negative_text: str | Unset = UNSET
    """What the part should not show."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            image=get("image", UNSET),
            mask_image=get("maskImage", UNSET),
            mask_prompt=get("maskPrompt", UNSET),
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
                "text": self.text,
                "negativeText": self.negative_text,
            }
        )


_NAMES = {
    "image": "image",
    "maskImage": "mask_image",
    "maskPrompt": "mask_prompt",
    "text": "text",
    "negativeText": "negative_text",
}


class InPaintingParamsParam(TypedDict):
    """A `InPaintingParams` as a plain dict, names as in the JSON."""

    image: Base64
    maskImage: NotRequired[Base64]
    maskPrompt: NotRequired[str]
    text: NotRequired[str]
    negativeText: NotRequired[str]
