# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .image_format import ImageFormat
from .media_source import MediaSource, MediaSourceParam, decode_media_source


@_define(kw_only=True, eq=False, repr=False)
class ImageContent(_Model):
    """An image and its format.

    Attributes:
        format (ImageFormat): Image format. Known values: "png", "jpeg", "gif", "webp".
        source (MediaSource): Where the content of an image, video or document is: in the request, or in S3.
    """

    format: ImageFormat
    """Image format:

    - `png`: PNG.
    - `jpeg`: JPEG, also for files named `.jpg`.
    - `gif`: GIF.
    - `webp`: WebP.
    """
    source: MediaSource
    """Where the content of an image, video or document is: in the request, or in S3."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.format = rest.pop("format", None)
        made.source = nested(decode_media_source, rest.pop("source", None), "source")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.format is not None:
            made["format"] = self.format
        if self.source is not None:
            made["source"] = wire(self.source)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ImageContentParam(TypedDict):
    """A `ImageContent` as a plain dict, names as in the JSON."""

    format: ImageFormat
    source: MediaSourceParam
