# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from ..decoding import each_value
from .interface_limit import InterfaceLimit, InterfaceLimitParam

InterfaceLimits: TypeAlias = dict[str, InterfaceLimit]
"""Limits per interface, by its name. New names may be added.

- `api-gateway`: requests with a complete reply
- `streaming`, `websocket`: streamed requests
- `durable`: requests that run in the background
- `embedding`: embeddings
- `ai-search`: searches and chats of AI Search
- `slack`: Slack bots
- `autonomous`, `orchestration`, `workflow`: work without a caller
"""
InterfaceLimitsParam: TypeAlias = Mapping[str, InterfaceLimit | InterfaceLimitParam]
"""What a request accepts as a `InterfaceLimits`."""


def decode_interface_limits(value: Any) -> InterfaceLimits:
    """Decode a JSON value."""
    return each_value(InterfaceLimit.from_dict, value)
