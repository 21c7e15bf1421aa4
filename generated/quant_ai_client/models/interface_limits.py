# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from ..decoding import each_value
from .interface_limit import InterfaceLimit, InterfaceLimitParam

InterfaceLimits: TypeAlias = dict[str, InterfaceLimit]
"""Limits of the ways in which AI is reached, by the name of the way. New names may come.

- `api-gateway`: requests that are answered in one piece
- `streaming`, `websocket`: requests that are answered as they are written
- `durable`: requests with `async: true`
- `embedding`: embeddings
- `ai-search`: searches and chats of AI Search
- `slack`: Slack bots
- `autonomous`, `orchestration`, `workflow`: work that goes on without a caller
"""
InterfaceLimitsParam: TypeAlias = Mapping[str, InterfaceLimit | InterfaceLimitParam]
"""What a request accepts as a `InterfaceLimits`."""


def decode_interface_limits(value: Any) -> InterfaceLimits:
    """Decode a JSON value."""
    return each_value(InterfaceLimit.from_dict, value)
