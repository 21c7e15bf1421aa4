# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
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
        orchestration (StreamOrchestration | None): Several tools that keep running after the reply or the
            end of the stream.
        model (str | None): Id of the model that answered.
        request_id (str | None): Request id to include when you contact support.
        finish_reason (FinishReason | None): Why the model stopped. Known values: "stop", "length",
            "content_filter", "tool_use".
        usage (TokenUsage | None): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
    """

    response: AssistantMessage
    """The text that the model wrote, and its tool calls."""
    orchestration: StreamOrchestration | None = None
    """Several tools that keep running after the reply or the end of the stream."""
    model: str | None = None
    """Id of the model that answered."""
    request_id: str | None = None
    """Request id to include when you contact support."""
    finish_reason: FinishReason | None = None
    """Why the model stopped:

    - `stop`: it finished, or reached a stop sequence
    - `length`: it reached `max_tokens`; the text is cut off
    - `content_filter`: a guardrail or a filter policy withheld all or part of the text
    - `tool_use`: it needs tool results to continue
    """
    usage: TokenUsage | None = None
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"request_id": "requestId", "finish_reason": "finishReason"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.response = nested(AssistantMessage.from_dict, rest.pop("response", None), "response")
        made.orchestration = nested_or_kept(StreamOrchestration.from_dict, rest.pop("orchestration", None))
        made.model = rest.pop("model", None)
        made.request_id = rest.pop("requestId", None)
        made.finish_reason = rest.pop("finishReason", None)
        made.usage = nested_or_kept(TokenUsage.from_dict, rest.pop("usage", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.response is not None:
            made["response"] = wire(self.response)
        if self.orchestration is not None:
            made["orchestration"] = wire(self.orchestration)
        if self.model is not None:
            made["model"] = self.model
        if self.request_id is not None:
            made["requestId"] = self.request_id
        if self.finish_reason is not None:
            made["finishReason"] = self.finish_reason
        if self.usage is not None:
            made["usage"] = wire(self.usage)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
