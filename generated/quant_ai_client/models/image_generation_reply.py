# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ImageGenerationReply(_Model):
    """The images that were made."""

    images: list[str]
    """The images, each as bare base64 or as a data URI (`data:image/jpeg;base64,...`): look for the prefix before you
    decode. There can be fewer than were asked for when some are held back.
    """
    mask_image: str | Unset = UNSET
    """The mask that was used, as base64 or as a data URI, for tasks that find one themselves."""
    error: str | Unset = UNSET
    """Why images are missing, when some were held back. Absent when all are there."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            images=get("images", UNSET),
            mask_image=get("maskImage", UNSET),
            error=get("error", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "images": self.images, "maskImage": self.mask_image, "error": self.error}
        )


_NAMES = {"images": "images", "maskImage": "mask_image", "error": "error"}
