# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
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
        type (Literal['done'] | None): The event type, if the frame has no `event`.
        complete (bool | None): Whether the reply is finished.
        stop_reason (str | None): Why the model stopped, in the stream's own terms; `tool_request` if you
            need to run a tool.
        finish_reason (FinishReason | None): Why the model stopped. Known values: "stop", "length",
            "content_filter", "tool_use".
        response (AssistantMessage | None): The text that the model wrote, and its tool calls.
        usage (TokenUsage | None): The tokens that a model's answer used. A token is about four characters
            of English text. Input and output have different prices.
        orchestration (StreamOrchestration | None): Several tools that keep running after the reply or the
            end of the stream.
    """

    type: Literal["done"] | None = None
    """The event type, if the frame has no `event`."""
    complete: bool | None = None
    """Whether the reply is finished."""
    stop_reason: str | None = None
    """Why the model stopped, in the stream's own terms; `tool_request` if you need to run a tool."""
    finish_reason: FinishReason | None = None
    """Why the model stopped:

    - `stop`: it finished, or reached a stop sequence
    - `length`: it reached `max_tokens`; the text is cut off
    - `content_filter`: a guardrail or a filter policy withheld all or part of the text
    - `tool_use`: it needs tool results to continue
    """
    response: AssistantMessage | None = None
    """The text that the model wrote, and its tool calls."""
    usage: TokenUsage | None = None
    """The tokens that a model's answer used. A token is about four characters of English text. Input and output
    have different prices.
    """
    orchestration: StreamOrchestration | None = None
    """Several tools that keep running after the reply or the end of the stream."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"stop_reason": "stopReason", "finish_reason": "finishReason"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.type = rest.pop("type", None)
        made.complete = rest.pop("complete", None)
        made.stop_reason = rest.pop("stopReason", None)
        made.finish_reason = rest.pop("finishReason", None)
        made.response = nested_or_kept(AssistantMessage.from_dict, rest.pop("response", None))
        made.usage = nested_or_kept(TokenUsage.from_dict, rest.pop("usage", None))
        made.orchestration = nested_or_kept(StreamOrchestration.from_dict, rest.pop("orchestration", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.complete is not None:
            made["complete"] = self.complete
        if self.stop_reason is not None:
            made["stopReason"] = self.stop_reason
        if self.finish_reason is not None:
            made["finishReason"] = self.finish_reason
        if self.response is not None:
            made["response"] = wire(self.response)
        if self.usage is not None:
            made["usage"] = wire(self.usage)
        if self.orchestration is not None:
            made["orchestration"] = wire(self.orchestration)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
