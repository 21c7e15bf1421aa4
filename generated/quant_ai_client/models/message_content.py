# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..decoding import each
from .content_block import decode_content_block
from .content_blocks import ContentBlocks, ContentBlocksParam

MessageContent: TypeAlias = str | ContentBlocks
"""The content of the message. A string is short for a single text block; media and tools need a list of
blocks.
"""
MessageContentParam: TypeAlias = str | ContentBlocksParam
"""What a request accepts as a `MessageContent`."""


def decode_message_content(value: Any) -> MessageContent:
    """Decode a JSON value."""
    if isinstance(value, list):
        return each(decode_content_block, value)
    kept: MessageContent = value
    return kept
