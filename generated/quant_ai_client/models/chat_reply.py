# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .assistant_message import AssistantMessage
from .token_usage import TokenUsage

if TYPE_CHECKING:
    from .finish_reason import FinishReason


@_define(kw_only=True, eq=False, repr=False)
class ChatReply(_Model):
    """A chat answered in one piece, and what a whole stream of `/chat/stream` adds up to."""

    response: AssistantMessage
    """What the model wrote, and the tools that it asks for."""
    model: str | Unset = UNSET
    """Id of the model that answered."""
    request_id: str | Unset = UNSET
    """Id of this exchange; quote it to support."""
    finish_reason: FinishReason | Unset = UNSET
    """Why the model stopped writing.

    - `stop`: it was done, or met a stop sequence
    - `length`: it had written `maxTokens` tokens; the text is cut off
    - `content_filter`: a guardrail or filter withheld the text or part of it
    - `tool_use`: it wants tools run before it goes on

    Known values: "stop", "length", "content_filter", "tool_use".
    """
    usage: TokenUsage | Unset = UNSET
    """What a model's answer used, in tokens: pieces of text of about four characters in English. Input and output have
    different prices.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            response=nested(AssistantMessage.from_dict, get("response", UNSET), "response"),
            model=get("model", UNSET),
            request_id=get("requestId", UNSET),
            finish_reason=get("finishReason", UNSET),
            usage=nested(TokenUsage.from_dict, get("usage", UNSET), "usage"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "response": wire(self.response),
                "model": self.model,
                "requestId": self.request_id,
                "finishReason": self.finish_reason,
                "usage": wire(self.usage),
            }
        )


_NAMES = {
    "response": "response",
    "model": "model",
    "requestId": "request_id",
    "finishReason": "finish_reason",
    "usage": "usage",
}
