# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from .error_detail import ErrorDetail

ErrorCause: TypeAlias = bool | str | ErrorDetail
"""`True` next to a `message`, or a description of the error, or a code in capitals
(`TASK_HAS_DEPENDENTS`), or an object with details.
"""


def decode_error_cause(value: Any) -> ErrorCause:
    """Decode a JSON value."""
    if isinstance(value, dict):
        return ErrorDetail.from_dict(value)
    kept: ErrorCause = value
    return kept
