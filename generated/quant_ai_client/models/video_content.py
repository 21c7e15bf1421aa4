# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .media_source import MediaSource, MediaSourceParam, decode_media_source
from .video_format import VideoFormat


@_define(kw_only=True, eq=False, repr=False)
class VideoContent(_Model):
    """A video and its format.

    Attributes:
        format (VideoFormat): Video container format. Known values: "mp4", "mov", "mkv", "webm".
        source (MediaSource): Where the content of an image, video or document is: in the request, or in S3.
    """

    format: VideoFormat
    """Video container format:

    - `mp4`: MPEG-4.
    - `mov`: QuickTime.
    - `mkv`: Matroska.
    - `webm`: WebM.
    """
    source: MediaSource
    """Where the content of an image, video or document is: in the request, or in S3."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.format = rest.pop("format", UNSET)
        made.source = nested(decode_media_source, rest.pop("source", UNSET), "source")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.format, Unset):
            made["format"] = self.format
        if not isinstance(self.source, Unset):
            made["source"] = wire(self.source)
        return made


class VideoContentParam(TypedDict):
    """A `VideoContent` as a plain dict, names as in the JSON."""

    format: VideoFormat
    source: MediaSourceParam
