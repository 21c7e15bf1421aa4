# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from .error_detail import ErrorDetail

StreamErrorCause: TypeAlias = str | ErrorDetail
"""Why a stream failed, as a string or an object."""


def decode_stream_error_cause(value: Any) -> StreamErrorCause:
    """Decode a JSON value."""
    if isinstance(value, dict):
        return ErrorDetail.from_dict(value)
    kept: StreamErrorCause = value
    return kept
