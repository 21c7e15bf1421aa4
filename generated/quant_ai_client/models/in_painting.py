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


@_define(kw_only=True, eq=False, repr=False)
class InPainting(_Model):
    """Parameters of `INPAINTING`: an image and the part to repaint. Select the part with a mask image or in
    words, not both.

    Attributes:
        image (str): The image to change, in base64.
        mask_image (str | None): Mask in base64, the same size as the image. Black is repainted, white is
            kept.
        mask_prompt (str | None): Words that describe the part to repaint.
        text (str | None): What the repainted part shows, in up to 1,024 characters. If left out, the part
            is filled with its surroundings. 1 to 1,024 characters.
        negative_text (str | None): What the repainted part should not show.
    """

    image: Base64Text
    """The image to change, in base64."""
    mask_image: Base64Text | None = None
    """Mask in base64, the same size as the image. Black is repainted, white is kept."""
    mask_prompt: str | None = None
    """Words that describe the part to repaint."""
    text: str | None = None
    """What the repainted part shows, in up to 1,024 characters. If left out, the part is filled with its
    surroundings. 1 to 1,024 characters.
    """
    negative_text: str | None = None
    """What the repainted part should not show."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"mask_image": "maskImage", "mask_prompt": "maskPrompt", "negative_text": "negativeText"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.image = rest.pop("image", None)
        made.mask_image = rest.pop("maskImage", None)
        made.mask_prompt = rest.pop("maskPrompt", None)
        made.text = rest.pop("text", None)
        made.negative_text = rest.pop("negativeText", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.image is not None:
            made["image"] = wire(self.image)
        if self.mask_image is not None:
            made["maskImage"] = wire(self.mask_image)
        if self.mask_prompt is not None:
            made["maskPrompt"] = self.mask_prompt
        if self.text is not None:
            made["text"] = self.text
        if self.negative_text is not None:
            made["negativeText"] = self.negative_text
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class InPaintingParam(TypedDict):
    """A `InPainting` as a plain dict, names as in the JSON."""

    image: Base64
    maskImage: NotRequired[Base64]
    maskPrompt: NotRequired[str]
    text: NotRequired[str]
    negativeText: NotRequired[str]
