# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from ..decoding import each
from .content_block import ContentBlock, ContentBlockParam, decode_content_block

ContentBlocks: TypeAlias = list[ContentBlock]
"""The parts of a message, in the order in which the model reads them. Put media before the text that
refers to it. A request may have up to 25 MB in total, base64 included.
"""
ContentBlocksParam: TypeAlias = Sequence[ContentBlockParam]
"""What a request accepts as a `ContentBlocks`."""


def decode_content_blocks(value: Any) -> ContentBlocks:
    """Decode a JSON value."""
    return each(decode_content_block, value)
