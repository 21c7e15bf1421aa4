# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ModelCapabilities(_Model):
    """What a model can do. The service uses two sets of names, plain ones and ones with `supports`, and a
    reply may have either or both. If a flag is missing, check its counterpart.

    Attributes:
        text (bool | Unset): It reads and writes text.
        multimodal (bool | Unset): It reads other input besides text. Same as `supports_multimodal`.
        embeddings (bool | Unset): It creates embeddings, with `client.embeddings.create()` instead of
            chats.
        streaming (bool | Unset): It can stream its answer. Same as `supports_streaming`.
        tool_use (bool | Unset): It can call tools. Same as `supports_tools`.
        supports_tools (bool | Unset): It can call tools with `tool_config`.
        supports_structured_output (bool | Unset): It can follow a JSON Schema with `response_format`.
        supports_multimodal (bool | Unset): It reads other input besides text, such as images, video or
            documents.
        supports_vision (bool | Unset): It reads images.
        supports_streaming (bool | Unset): It can stream its answer with `client.chat.stream()`.
    """

    text: bool | Unset = UNSET
    """It reads and writes text."""
    multimodal: bool | Unset = UNSET
    """It reads other input besides text. Same as `supports_multimodal`."""
    embeddings: bool | Unset = UNSET
    """It creates embeddings, with `client.embeddings.create()` instead of chats."""
    streaming: bool | Unset = UNSET
    """It can stream its answer. Same as `supports_streaming`."""
    tool_use: bool | Unset = UNSET
    """It can call tools. Same as `supports_tools`."""
    supports_tools: bool | Unset = UNSET
    """It can call tools with `tool_config`."""
    supports_structured_output: bool | Unset = UNSET
    """It can follow a JSON Schema with `response_format`."""
    supports_multimodal: bool | Unset = UNSET
    """It reads other input besides text, such as images, video or documents."""
    supports_vision: bool | Unset = UNSET
    """It reads images."""
    supports_streaming: bool | Unset = UNSET
    """It can stream its answer with `client.chat.stream()`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "tool_use": "toolUse",
        "supports_tools": "supportsTools",
        "supports_structured_output": "supportsStructuredOutput",
        "supports_multimodal": "supportsMultimodal",
        "supports_vision": "supportsVision",
        "supports_streaming": "supportsStreaming",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.text = rest.pop("text", UNSET)
        made.multimodal = rest.pop("multimodal", UNSET)
        made.embeddings = rest.pop("embeddings", UNSET)
        made.streaming = rest.pop("streaming", UNSET)
        made.tool_use = rest.pop("toolUse", UNSET)
        made.supports_tools = rest.pop("supportsTools", UNSET)
        made.supports_structured_output = rest.pop("supportsStructuredOutput", UNSET)
        made.supports_multimodal = rest.pop("supportsMultimodal", UNSET)
        made.supports_vision = rest.pop("supportsVision", UNSET)
        made.supports_streaming = rest.pop("supportsStreaming", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.text is not UNSET:
            made["text"] = self.text
        if self.multimodal is not UNSET:
            made["multimodal"] = self.multimodal
        if self.embeddings is not UNSET:
            made["embeddings"] = self.embeddings
        if self.streaming is not UNSET:
            made["streaming"] = self.streaming
        if self.tool_use is not UNSET:
            made["toolUse"] = self.tool_use
        if self.supports_tools is not UNSET:
            made["supportsTools"] = self.supports_tools
        if self.supports_structured_output is not UNSET:
            made["supportsStructuredOutput"] = self.supports_structured_output
        if self.supports_multimodal is not UNSET:
            made["supportsMultimodal"] = self.supports_multimodal
        if self.supports_vision is not UNSET:
            made["supportsVision"] = self.supports_vision
        if self.supports_streaming is not UNSET:
            made["supportsStreaming"] = self.supports_streaming
        return made
