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
class ColorGuidedGeneration(_Model):
    """Parameters of `COLOR_GUIDED_GENERATION`: what to generate, and in which colours.

    Attributes:
        colors (list[str]): 1 to 10 colours for the image, each as `#RRGGBB`. 1 to 10 items.
        reference_image (str | None): Image in base64 that provides subject and colours.
        text (str | None): What the image shows, in up to 1,024 characters. 1 to 1,024 characters.
        negative_text (str | None): What the image should not show, in up to 1,024 characters. 1 to 1,024
            characters.
    """

    colors: list[str]
    """1 to 10 colours for the image, each as `#RRGGBB`. 1 to 10 items."""
    reference_image: Base64Text | None = None
    """Image in base64 that provides subject and colours."""
    text: str | None = None
    """What the image shows, in up to 1,024 characters. 1 to 1,024 characters."""
    negative_text: str | None = None
    """What the image should not show, in up to 1,024 characters. 1 to 1,024 characters."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"reference_image": "referenceImage", "negative_text": "negativeText"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.colors = rest.pop("colors", None)
        made.reference_image = rest.pop("referenceImage", None)
        made.text = rest.pop("text", None)
        made.negative_text = rest.pop("negativeText", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.colors is not None:
            made["colors"] = self.colors
        if self.reference_image is not None:
            made["referenceImage"] = wire(self.reference_image)
        if self.text is not None:
            made["text"] = self.text
        if self.negative_text is not None:
            made["negativeText"] = self.negative_text
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ColorGuidedGenerationParam(TypedDict):
    """A `ColorGuidedGeneration` as a plain dict, names as in the JSON."""

    colors: Sequence[str]
    referenceImage: NotRequired[Base64]
    text: NotRequired[str]
    negativeText: NotRequired[str]
