# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
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
class ImageVariationParams(_Model):
    """Images to vary, for `IMAGE_VARIATION`."""

    images: list[str]
    """1 to 5 images, each in base64. The result mixes what they have in common. 1 to 5 items."""
    similarity_strength: float | Unset = UNSET
    """How like the given images the new one is, from 0.2 (loosely) to 1 (very). 0.2 to 1."""
    text: str | Unset = UNSET
    """What to change or keep, in up to 1,024 characters. 1 to 1,024 characters."""
    negative_text: str | Unset = UNSET
    """What the image should not show, in up to 1,024 characters. 1 to 1,024 characters."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            images=get("images", UNSET),
            similarity_strength=get("similarityStrength", UNSET),
            text=get("text", UNSET),
            negative_text=get("negativeText", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "images": wire(self.images),
                "similarityStrength": self.similarity_strength,
                "text": self.text,
                "negativeText": self.negative_text,
            }
        )


_NAMES = {
    "images": "images",
    "similarityStrength": "similarity_strength",
    "text": "text",
    "negativeText": "negative_text",
}


class ImageVariationParamsParam(TypedDict):
    """A `ImageVariationParams` as a plain dict, names as in the JSON."""

    images: Sequence[Base64]
    similarityStrength: NotRequired[float]
    text: NotRequired[str]
    negativeText: NotRequired[str]
