# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ToolResultMedia(_Model):
    """Output of a tool run by the service. Tools that do not generate images add other fields.

    Attributes:
        images (list[str] | None): The images as data URIs with base64.
        s3_urls (list[str] | None): Signed URLs of the same images in full quality, valid for 1 hour.
    """

    images: list[str] | None = None
    """The images as data URIs with base64."""
    s3_urls: list[str] | None = None
    """Signed URLs of the same images in full quality, valid for 1 hour."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"s3_urls": "s3Urls"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.images = rest.pop("images", None)
        made.s3_urls = rest.pop("s3Urls", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.images is not None:
            made["images"] = self.images
        if self.s3_urls is not None:
            made["s3Urls"] = self.s3_urls
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
