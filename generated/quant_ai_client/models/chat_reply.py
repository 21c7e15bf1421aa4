# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .assistant_message import AssistantMessage
from .finish_reason import FinishReason
from .stream_orchestration import StreamOrchestration
from .token_usage import TokenUsage


@_define(kw_only=True, eq=False, repr=False)
class ChatReply(_Model):
    """The complete reply of a chat, whether streamed or not.

    Attributes:
        response (AssistantMessage): The text that the model wrote, and its tool calls.
        orchestration (StreamOrchestration | Unset): Several tools that keep running after the reply or the
            end of the stream.
        model (str | Unset): Id of the model that answered.
        request_id (str | Unset): Request id to include when you contact support.
        finish_reason (FinishReason | Unset): Why the model stopped. Known values: "stop", "length",
            "content_filter", "tool_use".
        usage (TokenUsage | Unset): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
    """

    response: AssistantMessage
    """The text that the model wrote, and its tool calls."""
    orchestration: StreamOrchestration | Unset = UNSET
    """Several tools that keep running after the reply or the end of the stream."""
    model: str | Unset = UNSET
    """Id of the model that answered."""
    request_id: str | Unset = UNSET
    """Request id to include when you contact support."""
    finish_reason: FinishReason | Unset = UNSET
    """Why the model stopped:

    - `stop`: it finished, or reached a stop sequence
    - `length`: it reached `max_tokens`; the text is cut off
    - `content_filter`: a guardrail or a filter policy withheld all or part of the text
    - `tool_use`: it needs tool results to continue
    """
    usage: TokenUsage | Unset = UNSET
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"request_id": "requestId", "finish_reason": "finishReason"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.response = nested(AssistantMessage.from_dict, rest.pop("response", UNSET), "response")
        made.orchestration = nested(StreamOrchestration.from_dict, rest.pop("orchestration", UNSET), "orchestration")
        made.model = rest.pop("model", UNSET)
        made.request_id = rest.pop("requestId", UNSET)
        made.finish_reason = rest.pop("finishReason", UNSET)
        made.usage = nested(TokenUsage.from_dict, rest.pop("usage", UNSET), "usage")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.response, Unset):
            made["response"] = wire(self.response)
        if self.orchestration is not UNSET:
            made["orchestration"] = wire(self.orchestration)
        if self.model is not UNSET:
            made["model"] = self.model
        if self.request_id is not UNSET:
            made["requestId"] = self.request_id
        if self.finish_reason is not UNSET:
            made["finishReason"] = self.finish_reason
        if self.usage is not UNSET:
            made["usage"] = wire(self.usage)
        return made
