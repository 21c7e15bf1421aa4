# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..decoding import each
from .session_summary import SessionSummary

SessionList: TypeAlias = list[SessionSummary]
"""One page of sessions, without a total."""


def decode_session_list(value: Any) -> SessionList:
    """Decode a JSON value."""
    return each(SessionSummary.from_dict, value)
