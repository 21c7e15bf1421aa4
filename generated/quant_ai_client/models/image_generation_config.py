# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .image_quality import ImageQuality


@_define(kw_only=True, eq=False, repr=False)
class ImageGenerationConfig(_Model):
    """Size, number and quality of the images. Width times height may be at most 4,194,304 pixels (2048 ×
    2048).

    Attributes:
        width (int | Unset): Width in pixels, from 320 to 4096, a multiple of 16.
        height (int | Unset): Height in pixels, from 320 to 4096, a multiple of 16.
        quality (ImageQuality | Unset): Image quality. Known values: "standard", "premium". Server default:
            "standard".
        cfg_scale (float | Unset): How closely to follow the text, from 1.1 (freely) to 10 (literally, with
            less variety). 1.1 to 10. Server default: 6.5.
        seed (int | Unset): Random seed. The same request with the same seed gives the same images. 0 to
            2,147,483,646.
        number_of_images (int | Unset): How many images to generate, from 1 to 5. Each is billed. Server
            default: 1.
    """

    width: int | Unset = UNSET
    """Width in pixels, from 320 to 4096, a multiple of 16."""
    height: int | Unset = UNSET
    """Height in pixels, from 320 to 4096, a multiple of 16."""
    quality: ImageQuality | Unset = UNSET
    """Image quality:

    - `standard`: faster and cheaper.
    - `premium`: more detail.

    Server default: "standard".
    """
    cfg_scale: float | Unset = UNSET
    """How closely to follow the text, from 1.1 (freely) to 10 (literally, with less variety). 1.1 to 10. Server
    default: 6.5.
    """
    seed: int | Unset = UNSET
    """Random seed. The same request with the same seed gives the same images. 0 to 2,147,483,646."""
    number_of_images: int | Unset = UNSET
    """How many images to generate, from 1 to 5. Each is billed. Server default: 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"cfg_scale": "cfgScale", "number_of_images": "numberOfImages"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.width = rest.pop("width", UNSET)
        made.height = rest.pop("height", UNSET)
        made.quality = rest.pop("quality", UNSET)
        made.cfg_scale = rest.pop("cfgScale", UNSET)
        made.seed = rest.pop("seed", UNSET)
        made.number_of_images = rest.pop("numberOfImages", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.width is not UNSET:
            made["width"] = self.width
        if self.height is not UNSET:
            made["height"] = self.height
        if self.quality is not UNSET:
            made["quality"] = self.quality
        if self.cfg_scale is not UNSET:
            made["cfgScale"] = self.cfg_scale
        if self.seed is not UNSET:
            made["seed"] = self.seed
        if self.number_of_images is not UNSET:
            made["numberOfImages"] = self.number_of_images
        return made


class ImageGenerationConfigParam(TypedDict):
    """A `ImageGenerationConfig` as a plain dict, names as in the JSON."""

    width: NotRequired[int]
    height: NotRequired[int]
    quality: NotRequired[ImageQuality]
    cfgScale: NotRequired[float]
    seed: NotRequired[int]
    numberOfImages: NotRequired[int]
