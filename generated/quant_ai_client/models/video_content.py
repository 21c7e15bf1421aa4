# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .media_source import decode_media_source

if TYPE_CHECKING:
    from .media_source import MediaSource, MediaSourceParam
    from .video_format import VideoFormat


@_define(kw_only=True, eq=False, repr=False)
class VideoContent(_Model):
    """A video and its format."""

    format: VideoFormat
    """Container of a video:

    - `mp4`: MPEG-4.
    - `mov`: QuickTime.
    - `mkv`: Matroska.
    - `webm`: WebM.

    Known values: "mp4", "mov", "mkv", "webm".
    """
    source: MediaSource
    """Where the content of a picture, video or document is; either in the request or in S3."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            format=get("format", UNSET),
            source=nested(decode_media_source, get("source", UNSET), "source"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "format": self.format, "source": wire(self.source)})


_NAMES = {"format": "format", "source": "source"}


class VideoContentParam(TypedDict):
    """A `VideoContent` as a plain dict, names as in the JSON."""

    format: VideoFormat
    source: MediaSourceParam
