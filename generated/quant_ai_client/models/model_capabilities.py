# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ModelCapabilities(_Model):
    """What a model can do. The service describes it in two vocabularies, plain names and names with
    `supports`, and a reply may hold one of them or both. A flag that is absent says nothing: look at its
    twin.
    """

    text: bool | Unset = UNSET
    """It reads and writes text."""
    multimodal: bool | Unset = UNSET
    """It reads other things besides text. The twin of `supportsMultimodal`."""
    embeddings: bool | Unset = UNSET
    """It makes vectors, and serves `POST /embeddings` rather than chats."""
    streaming: bool | Unset = UNSET
    """It can send its answer piece by piece. The twin of `supportsStreaming`."""
    tool_use: bool | Unset = UNSET
    """It can ask for tools to be run. The twin of `supportsTools`."""
    supports_tools: bool | Unset = UNSET
    """It can ask for tools to be run, so `toolConfig` has an effect."""
    supports_structured_output: bool | Unset = UNSET
    """It can be held to a JSON Schema with `responseFormat`."""
    supports_multimodal: bool | Unset = UNSET
    """It reads other things besides text, such as pictures, video or documents."""
    supports_vision: bool | Unset = UNSET
    """It reads pictures."""
    supports_streaming: bool | Unset = UNSET
    """It can send its answer piece by piece with `POST /chat/stream`."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            text=get("text", UNSET),
            multimodal=get("multimodal", UNSET),
            embeddings=get("embeddings", UNSET),
            streaming=get("streaming", UNSET),
            tool_use=get("toolUse", UNSET),
            supports_tools=get("supportsTools", UNSET),
            supports_structured_output=get("supportsStructuredOutput", UNSET),
            supports_multimodal=get("supportsMultimodal", UNSET),
            supports_vision=get("supportsVision", UNSET),
            supports_streaming=get("supportsStreaming", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "text": self.text,
                "multimodal": self.multimodal,
                "embeddings": self.embeddings,
                "streaming": self.streaming,
                "toolUse": self.tool_use,
                "supportsTools": self.supports_tools,
                "supportsStructuredOutput": self.supports_structured_output,
                "supportsMultimodal": self.supports_multimodal,
                "supportsVision": self.supports_vision,
                "supportsStreaming": self.supports_streaming,
            }
        )


_NAMES = {
    "text": "text",
    "multimodal": "multimodal",
    "embeddings": "embeddings",
    "streaming": "streaming",
    "toolUse": "tool_use",
    "supportsTools": "supports_tools",
    "supportsStructuredOutput": "supports_structured_output",
    "supportsMultimodal": "supports_multimodal",
    "supportsVision": "supports_vision",
    "supportsStreaming": "supports_streaming",
}
