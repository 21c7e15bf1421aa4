# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

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
class DoneEvent(_Model):
    """How the stream ended. `complete` tells most of it:

    - true: the reply is finished
    - false with `stopReason` `tool_request`: a tool is yours to run, named by the event before
    - false with `orchestration`: tools go on in the background; poll its `pollUrl`
    - false with neither: the turn ended without a finished reply; what came is all there is
    """

    type: Literal["done"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    complete: bool | Unset = UNSET
    """Whether the reply is finished."""
    stop_reason: str | Unset = UNSET
    """Why the model stopped, in the words of the stream; `tool_request` when a tool is yours to run."""
    finish_reason: FinishReason | Unset = UNSET
    """Why the model stopped writing.

    - `stop`: it was done, or met a stop sequence
    - `length`: it had written `maxTokens` tokens; the text is cut off
    - `content_filter`: a guardrail or a filter policy withheld the text or part of it
    - `tool_use`: it wants tools run before it goes on
    """
    response: AssistantMessage | Unset = UNSET
    """What the model wrote, and the tools that it asks for."""
    usage: TokenUsage | Unset = UNSET
    """What a model's answer used, in tokens: pieces of text of about four characters in English. Input and output
    have different prices.
    """
    orchestration: StreamOrchestration | Unset = UNSET
    """Several tools that go on in the background after the reply, or after the end of the stream."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"stop_reason": "stopReason", "finish_reason": "finishReason"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.complete = rest.pop("complete", UNSET)
        made.stop_reason = rest.pop("stopReason", UNSET)
        made.finish_reason = rest.pop("finishReason", UNSET)
        made.response = nested(AssistantMessage.from_dict, rest.pop("response", UNSET), "response")
        made.usage = nested(TokenUsage.from_dict, rest.pop("usage", UNSET), "usage")
        made.orchestration = nested(StreamOrchestration.from_dict, rest.pop("orchestration", UNSET), "orchestration")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.complete is not UNSET:
            made["complete"] = self.complete
        if self.stop_reason is not UNSET:
            made["stopReason"] = self.stop_reason
        if self.finish_reason is not UNSET:
            made["finishReason"] = self.finish_reason
        if self.response is not UNSET:
            made["response"] = wire(self.response)
        if self.usage is not UNSET:
            made["usage"] = wire(self.usage)
        if self.orchestration is not UNSET:
            made["orchestration"] = wire(self.orchestration)
        return made
