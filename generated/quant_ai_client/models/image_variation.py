# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Base64, Base64Text, TypedDict
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ImageVariation(_Model):
    """Parameters of `IMAGE_VARIATION`: the images to vary.

    Attributes:
        images (list[str]): 1 to 5 images, each in base64. The result combines what they have in common. 1
            to 5 items.
        similarity_strength (float | None): How similar the new image is to the given ones, from 0.2
            (loosely) to 1 (closely). 0.2 to 1.
        text (str | None): What to change or keep, in up to 1,024 characters. 1 to 1,024 characters.
        negative_text (str | None): What the image should not show, in up to 1,024 characters. 1 to 1,024
            characters.
    """

    images: list[Base64Text]
    """1 to 5 images, each in base64. The result combines what they have in common. 1 to 5 items."""
    similarity_strength: float | None = None
    """How similar the new image is to the given ones, from 0.2 (loosely) to 1 (closely). 0.2 to 1."""
    text: str | None = None
    """What to change or keep, in up to 1,024 characters. 1 to 1,024 characters."""
    negative_text: str | None = None
    """What the image should not show, in up to 1,024 characters. 1 to 1,024 characters."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"similarity_strength": "similarityStrength", "negative_text": "negativeText"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.images = rest.pop("images", None)
        made.similarity_strength = rest.pop("similarityStrength", None)
        made.text = rest.pop("text", None)
        made.negative_text = rest.pop("negativeText", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.images is not None:
            made["images"] = wire(self.images)
        if self.similarity_strength is not None:
            made["similarityStrength"] = self.similarity_strength
        if self.text is not None:
            made["text"] = self.text
        if self.negative_text is not None:
            made["negativeText"] = self.negative_text
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ImageVariationParam(TypedDict):
    """A `ImageVariation` as a plain dict, names as in the JSON."""

    images: Sequence[Base64]
    similarityStrength: NotRequired[float]
    text: NotRequired[str]
    negativeText: NotRequired[str]
