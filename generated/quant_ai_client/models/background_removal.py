# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Base64, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class BackgroundRemoval(_Model):
    """Parameters of `BACKGROUND_REMOVAL`: the image to cut out.

    Attributes:
        image (str): The image in base64. Its subject is detected automatically.
    """

    image: str
    """The image in base64. Its subject is detected automatically."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.image = rest.pop("image", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.image, Unset):
            made["image"] = wire(self.image)
        return made


class BackgroundRemovalParam(TypedDict):
    """A `BackgroundRemoval` as a plain dict, names as in the JSON."""

    image: Base64
