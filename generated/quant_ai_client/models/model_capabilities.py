# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ModelCapabilities(_Model):
    """What a model can do. The service uses two sets of names, plain ones and ones with `supports`, and a
    reply may have either or both. If a flag is missing, check its counterpart.

    Attributes:
        text (bool | None): It reads and writes text.
        multimodal (bool | None): It reads other input besides text. Same as `supports_multimodal`.
        embeddings (bool | None): It creates embeddings, with `client.embeddings.create()` instead of chats.
        streaming (bool | None): It can stream its answer. Same as `supports_streaming`.
        tool_use (bool | None): It can call tools. Same as `supports_tools`.
        supports_tools (bool | None): It can call tools with `tool_config`.
        supports_structured_output (bool | None): It can follow a JSON Schema with `response_format`.
        supports_multimodal (bool | None): It reads other input besides text, such as images, video or
            documents.
        supports_vision (bool | None): It reads images.
        supports_streaming (bool | None): It can stream its answer with `client.chat.stream()`.
    """

    text: bool | None = None
    """It reads and writes text."""
    multimodal: bool | None = None
    """It reads other input besides text. Same as `supports_multimodal`."""
    embeddings: bool | None = None
    """It creates embeddings, with `client.embeddings.create()` instead of chats."""
    streaming: bool | None = None
    """It can stream its answer. Same as `supports_streaming`."""
    tool_use: bool | None = None
    """It can call tools. Same as `supports_tools`."""
    supports_tools: bool | None = None
    """It can call tools with `tool_config`."""
    supports_structured_output: bool | None = None
    """It can follow a JSON Schema with `response_format`."""
    supports_multimodal: bool | None = None
    """It reads other input besides text, such as images, video or documents."""
    supports_vision: bool | None = None
    """It reads images."""
    supports_streaming: bool | None = None
    """It can stream its answer with `client.chat.stream()`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.text = rest.pop("text", None)
        made.multimodal = rest.pop("multimodal", None)
        made.embeddings = rest.pop("embeddings", None)
        made.streaming = rest.pop("streaming", None)
        made.tool_use = rest.pop("toolUse", None)
        made.supports_tools = rest.pop("supportsTools", None)
        made.supports_structured_output = rest.pop("supportsStructuredOutput", None)
        made.supports_multimodal = rest.pop("supportsMultimodal", None)
        made.supports_vision = rest.pop("supportsVision", None)
        made.supports_streaming = rest.pop("supportsStreaming", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.text is not None:
            made["text"] = self.text
        if self.multimodal is not None:
            made["multimodal"] = self.multimodal
        if self.embeddings is not None:
            made["embeddings"] = self.embeddings
        if self.streaming is not None:
            made["streaming"] = self.streaming
        if self.tool_use is not None:
            made["toolUse"] = self.tool_use
        if self.supports_tools is not None:
            made["supportsTools"] = self.supports_tools
        if self.supports_structured_output is not None:
            made["supportsStructuredOutput"] = self.supports_structured_output
        if self.supports_multimodal is not None:
            made["supportsMultimodal"] = self.supports_multimodal
        if self.supports_vision is not None:
            made["supportsVision"] = self.supports_vision
        if self.supports_streaming is not None:
            made["supportsStreaming"] = self.supports_streaming
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
