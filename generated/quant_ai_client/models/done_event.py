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
    """How the stream ended, depending on `complete`:

    - true: the reply is finished
    - false with `stop_reason` `tool_request`: you need to run the tool of the previous event
    - false with `orchestration`: tools keep running in the background; poll its `poll_url`
    - false with neither: the turn ended without a finished reply, and nothing more follows

    Attributes:
        type (Literal['done'] | Unset): The event type, if the frame has no `event`.
        complete (bool | Unset): Whether the reply is finished.
        stop_reason (str | Unset): Why the model stopped, in the stream's own terms; `tool_request` if you
            need to run a tool.
        finish_reason (FinishReason | Unset): Why the model stopped. Known values: "stop", "length",
            "content_filter", "tool_use".
        response (AssistantMessage | Unset): The text that the model wrote, and its tool calls.
        usage (TokenUsage | Unset): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
        orchestration (StreamOrchestration | Unset): Several tools that keep running after the reply or the
            end of the stream.
    """

    type: Literal["done"] | Unset = UNSET
    """The event type, if the frame has no `event`."""
    complete: bool | Unset = UNSET
    """Whether the reply is finished."""
    stop_reason: str | Unset = UNSET
    """Why the model stopped, in the stream's own terms; `tool_request` if you need to run a tool."""
    finish_reason: FinishReason | Unset = UNSET
    """Why the model stopped:

    - `stop`: it finished, or reached a stop sequence
    - `length`: it reached `max_tokens`; the text is cut off
    - `content_filter`: a guardrail or a filter policy withheld all or part of the text
    - `tool_use`: it needs tool results to continue
    """
    response: AssistantMessage | Unset = UNSET
    """The text that the model wrote, and its tool calls."""
    usage: TokenUsage | Unset = UNSET
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    orchestration: StreamOrchestration | Unset = UNSET
    """Several tools that keep running after the reply or the end of the stream."""
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
