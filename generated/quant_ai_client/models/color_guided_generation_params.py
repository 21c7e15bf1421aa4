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
class ColorGuidedGenerationParams(_Model):
    """What to draw and in which colours, for `COLOR_GUIDED_GENERATION`."""

    colors: list[str]
    """1 to 10 colours that the image should keep to, each as `#RRGGBB`. 1 to 10 items."""
    reference_image: str | Unset = UNSET
    """Image in base64 whose subject and colours the new one takes up."""
    text: str | Unset = UNSET
    """What the image shows, in up to 1,024 characters. 1 to 1,024 characters."""
    negative_text: str | Unset = UNSET
    """What the image should not show, in up to 1,024 characters. 1 to 1,024 characters."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            colors=get("colors", UNSET),
            reference_image=get("referenceImage", UNSET),
            text=get("text", UNSET),
            negative_text=get("negativeText", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "colors": self.colors,
                "referenceImage": wire(self.reference_image),
                "text": self.text,
                "negativeText": self.negative_text,
            }
        )


_NAMES = {"colors": "colors", "referenceImage": "reference_image", "text": "text", "negativeText": "negative_text"}


class ColorGuidedGenerationParamsParam(TypedDict):
    """A `ColorGuidedGenerationParams` as a plain dict, names as in the JSON."""

    colors: Sequence[str]
    referenceImage: NotRequired[Base64]
    text: NotRequired[str]
    negativeText: NotRequired[str]
