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
from .video_content import VideoContent

if TYPE_CHECKING:
    from .video_content import VideoContentParam


@_define(kw_only=True, eq=False, repr=False)
class VideoBlock(_Model):
    """A video for the model to watch. Nova models read it; most others do not."""

    video: VideoContent
    """A video and its format."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            video=nested(VideoContent.from_dict, get("video", UNSET), "video"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "video": wire(self.video)})


_NAMES = {"video": "video"}


class VideoBlockParam(TypedDict):
    """A `VideoBlock` as a plain dict, names as in the JSON."""

    video: VideoContent | VideoContentParam
