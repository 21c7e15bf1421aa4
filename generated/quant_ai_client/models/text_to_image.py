# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Base64, Base64Text, TypedDict
from ..types import Model as _Model
from .image_control_mode import ImageControlMode
from .image_style import ImageStyle


@_define(kw_only=True, eq=False, repr=False)
class TextToImage(_Model):
    """Parameters of `TEXT_IMAGE`: what to generate.

    Attributes:
        text (str): What the image shows, in up to 1,024 characters. Write a caption, not an instruction. 1
            to 1,024 characters.
        negative_text (str | None): What the image should not show, in up to 1,024 characters. Name things
            without `no` or `not`. 1 to 1,024 characters.
        style (ImageStyle | None): Style of the image. Known values: "3D_ANIMATED_FAMILY_FILM",
            "DESIGN_SKETCH", "FLAT_VECTOR_ILLUSTRATION", "GRAPHIC_NOVEL_ILLUSTRATION", "MAXIMALISM",
            "MIDCENTURY_RETRO", "PHOTOREALISM", "SOFT_DIGITAL_PAINTING".
        condition_image (str | None): Image in base64 whose layout the new one follows. `control_mode` says
            how.
        control_mode (ImageControlMode | None): What the new image takes from `condition_image`. Known
            values: "CANNY_EDGE", "SEGMENTATION". Server default: "CANNY_EDGE".
        control_strength (float | None): How closely to follow `condition_image`, from 0 (freely) to 1 (as
            closely as possible). 0 to 1. Server default: 0.7.
    """

    text: str
    """What the image shows, in up to 1,024 characters. Write a caption, not an instruction. 1 to 1,024 characters."""
    negative_text: str | None = None
    """What the image should not show, in up to 1,024 characters. Name things without `no` or `not`. 1 to 1,024
    characters.
    """
    style: ImageStyle | None = None
    """Style of the image:

    - `3D_ANIMATED_FAMILY_FILM`: 3D rendering, like an animated family film.
    - `DESIGN_SKETCH`: a quick design sketch.
    - `FLAT_VECTOR_ILLUSTRATION`: flat areas of colour, like an icon.
    - `GRAPHIC_NOVEL_ILLUSTRATION`: inked, like a comic book.
    - `MAXIMALISM`: dense, rich in colour and ornament.
    - `MIDCENTURY_RETRO`: like an advertisement of the 1950s.
    - `PHOTOREALISM`: like a photograph.
    - `SOFT_DIGITAL_PAINTING`: soft light and brush strokes.
    """
    condition_image: Base64Text | None = None
    """Image in base64 whose layout the new one follows. `control_mode` says how."""
    control_mode: ImageControlMode | None = None
    """What the new image takes from `condition_image`:

    - `CANNY_EDGE`: its outlines, closely.
    - `SEGMENTATION`: its areas and layout, loosely.

    Server default: "CANNY_EDGE".
    """
    control_strength: float | None = None
    """How closely to follow `condition_image`, from 0 (freely) to 1 (as closely as possible). 0 to 1. Server
    default: 0.7.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "negative_text": "negativeText",
        "condition_image": "conditionImage",
        "control_mode": "controlMode",
        "control_strength": "controlStrength",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.text = rest.pop("text", None)
        made.negative_text = rest.pop("negativeText", None)
        made.style = rest.pop("style", None)
        made.condition_image = rest.pop("conditionImage", None)
        made.control_mode = rest.pop("controlMode", None)
        made.control_strength = rest.pop("controlStrength", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.text is not None:
            made["text"] = self.text
        if self.negative_text is not None:
            made["negativeText"] = self.negative_text
        if self.style is not None:
            made["style"] = self.style
        if self.condition_image is not None:
            made["conditionImage"] = wire(self.condition_image)
        if self.control_mode is not None:
            made["controlMode"] = self.control_mode
        if self.control_strength is not None:
            made["controlStrength"] = self.control_strength
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class TextToImageParam(TypedDict):
    """A `TextToImage` as a plain dict, names as in the JSON."""

    text: str
    negativeText: NotRequired[str]
    style: NotRequired[ImageStyle]
    conditionImage: NotRequired[Base64]
    controlMode: NotRequired[ImageControlMode]
    controlStrength: NotRequired[float]
