# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..types import Unknown
from .bytes_source import BytesSource, BytesSourceParam
from .s3_source import S3Source, S3SourceParam

MediaSource: TypeAlias = BytesSource | S3Source | Unknown
"""Where the content of an image, video or document is: in the request, or in S3."""
MediaSourceParam: TypeAlias = BytesSource | BytesSourceParam | S3Source | S3SourceParam | Unknown
"""What a request accepts as a `MediaSource`."""


def decode_media_source(value: Any) -> MediaSource:
    """Decode a JSON value."""
    if isinstance(value, dict):
        if "bytes" in value:
            return BytesSource.from_dict(value)
        if "s3Location" in value:
            return S3Source.from_dict(value)
    return Unknown(value)
