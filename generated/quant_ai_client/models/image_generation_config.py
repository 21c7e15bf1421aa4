# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict
from .image_quality import ImageQuality


@_define(kw_only=True, eq=False, repr=False)
class ImageGenerationConfig(_Model):
    """Size, number and quality of the images. Width times height may be at most 4,194,304 pixels (2048 ×
    2048).

    Attributes:
        width (int | None): Width in pixels, from 320 to 4096, a multiple of 16.
        height (int | None): Height in pixels, from 320 to 4096, a multiple of 16.
        quality (ImageQuality | None): Image quality. Known values: "standard", "premium". Server default:
            "standard".
        cfg_scale (float | None): How closely to follow the text, from 1.1 (freely) to 10 (literally, with
            less variety). 1.1 to 10. Server default: 6.5.
        seed (int | None): Random seed. The same request with the same seed gives the same images. 0 to
            2,147,483,646.
        number_of_images (int | None): How many images to generate, from 1 to 5. Each is billed. Server
            default: 1.
    """

    width: int | None = None
    """Width in pixels, from 320 to 4096, a multiple of 16."""
    height: int | None = None
    """Height in pixels, from 320 to 4096, a multiple of 16."""
    quality: ImageQuality | None = None
    """Image quality:

    - `standard`: faster and cheaper.
    - `premium`: more detail.

    Server default: "standard".
    """
    cfg_scale: float | None = None
    """How closely to follow the text, from 1.1 (freely) to 10 (literally, with less variety). 1.1 to 10. Server
    default: 6.5.
    """
    seed: int | None = None
    """Random seed. The same request with the same seed gives the same images. 0 to 2,147,483,646."""
    number_of_images: int | None = None
    """How many images to generate, from 1 to 5. Each is billed. Server default: 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"cfg_scale": "cfgScale", "number_of_images": "numberOfImages"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.width = rest.pop("width", None)
        made.height = rest.pop("height", None)
        made.quality = rest.pop("quality", None)
        made.cfg_scale = rest.pop("cfgScale", None)
        made.seed = rest.pop("seed", None)
        made.number_of_images = rest.pop("numberOfImages", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.width is not None:
            made["width"] = self.width
        if self.height is not None:
            made["height"] = self.height
        if self.quality is not None:
            made["quality"] = self.quality
        if self.cfg_scale is not None:
            made["cfgScale"] = self.cfg_scale
        if self.seed is not None:
            made["seed"] = self.seed
        if self.number_of_images is not None:
            made["numberOfImages"] = self.number_of_images
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ImageGenerationConfigParam(TypedDict):
    """A `ImageGenerationConfig` as a plain dict, names as in the JSON."""

    width: NotRequired[int]
    height: NotRequired[int]
    quality: NotRequired[ImageQuality]
    cfgScale: NotRequired[float]
    seed: NotRequired[int]
    numberOfImages: NotRequired[int]
