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
class ToolResultMedia(_Model):
    """What a tool run by the service has made. Other tools than those for images add members of their own."""

    images: list[str] | Unset = UNSET
    """The images themselves, as data URIs with base64."""
    s_3_urls: list[str] | Unset = UNSET
    """Signed addresses of the same images in full quality, good for 1 hour."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            images=get("images", UNSET),
            s_3_urls=get("s3Urls", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "images": self.images, "s3Urls": self.s_3_urls})


_NAMES = {"images": "images", "s3Urls": "s_3_urls"}
