# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Any, TypeAlias

from ..types import Unknown
from .document_block import DocumentBlock, DocumentBlockParam
from .image_block import ImageBlock, ImageBlockParam
from .text_block import TextBlock, TextBlockParam
from .tool_result_block import ToolResultBlock, ToolResultBlockParam
from .tool_use_block import ToolUseBlock, ToolUseBlockParam
from .video_block import VideoBlock, VideoBlockParam

ContentBlock: TypeAlias = TextBlock | ImageBlock | VideoBlock | DocumentBlock | ToolUseBlock | ToolResultBlock | Unknown
"""One part of a message. Each block has exactly one key, which is its type: `text`, `image`, `video`,
`document`, `tool_use` or `tool_result`. See the model's `capabilities` for the types that it can read.
"""
ContentBlockParam: TypeAlias = (
    TextBlock
    | TextBlockParam
    | ImageBlock
    | ImageBlockParam
    | VideoBlock
    | VideoBlockParam
    | DocumentBlock
    | DocumentBlockParam
    | ToolUseBlock
    | ToolUseBlockParam
    | ToolResultBlock
    | ToolResultBlockParam
    | Unknown
)
"""What a request accepts as a `ContentBlock`."""


def decode_content_block(value: Any) -> ContentBlock:
    """Decode a JSON value."""
    if isinstance(value, dict):
        if "text" in value:
            return TextBlock.from_dict(value)
        if "image" in value:
            return ImageBlock.from_dict(value)
        if "video" in value:
            return VideoBlock.from_dict(value)
        if "document" in value:
            return DocumentBlock.from_dict(value)
        if "toolUse" in value:
            return ToolUseBlock.from_dict(value)
        if "toolResult" in value:
            return ToolResultBlock.from_dict(value)
    return Unknown(value)
