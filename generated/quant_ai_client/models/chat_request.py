# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .guardrails import Guardrails
from .message import Message
from .response_format import ResponseFormat
from .tool_config import ToolConfig

if TYPE_CHECKING:
    from .guardrails import GuardrailsParam
    from .message import MessageParam
    from .response_format import ResponseFormatParam
    from .tool_config import ToolConfigParam


@_define(kw_only=True, eq=False, repr=False)
class ChatRequest(_Model):
    """A conversation and how a model is to answer it. `/chat` and `/chat/stream` take the same body."""

    messages: list[Message]
    """The conversation, oldest message first. With `sessionId` only what is new: the service adds the history."""
    model_id: str
    """Model that answers, by its id from `/models`."""
    temperature: float | Unset = UNSET
    """How freely the model chooses its words: 0 for steady and nearly repeatable, 2 for the most varied. 0 to 2.
    Server default: 0.7.
    """
    max_tokens: int | Unset = UNSET
    """Most tokens that the reply may have; a longer one is cut off with `finishReason` `length`. The model's own
    `maxOutputTokens` may be lower. 1 to 65,536. Server default: 4096.
    """
    top_p: float | Unset = UNSET
    """Share of probability among which the next token is drawn. Change this or `temperature`, seldom both. 0 to 1."""
    stream: bool | Unset = UNSET
    """Has no effect: `/chat` always answers in one piece, `/chat/stream` always with events."""
    system_prompt: str | Unset = UNSET
    """Instructions that stand above the conversation. With tools in use the service adds its own guidance on using
    them.
    """
    stop_sequences: list[str] | Unset = UNSET
    """Strings at which the model stops writing, four at most. They are not part of the reply. At most 4 items."""
    response_format: ResponseFormat | Unset = UNSET
    """Asks for a reply in JSON. It still arrives as a string in `content`. With `jsonSchema`, a JSON Schema, the reply
    follows it; without, any JSON may come. For models with structured output, such as Claude 3.5 Sonnet and Nova
    Pro.
    """
    tool_config: ToolConfig | Unset = UNSET
    """Tools that the model may ask for, and which of them the service runs by itself. For models with tool use, such
    as Claude 3 and later and Nova Pro.
    """
    session_id: str | Unset = UNSET
    """Session whose history precedes the messages and to which this turn is added. Left out, the chat is stateless."""
    async_: bool | Unset = UNSET
    """Whether to answer at once with 202 and work on in the background; for what takes more than 30 seconds. Server
    default: false.
    """
    allowed_tools: list[str] | Unset = UNSET
    """Another place for `toolConfig.allowedTools`, with the same meaning."""
    guardrails: Guardrails | Unset = UNSET
    """An Amazon Bedrock guardrail that checks what goes in and what comes out. A reply that it withholds ends with
    `finishReason` `content_filter`.
    """
    long_context: bool | Unset = UNSET
    """Whether to use the window of 1 million tokens where the model has one; meant for more than 200,000 input tokens.
    Server default: false.
    """
    agent_id: str | Unset = UNSET
    """Agent whose system prompt, model and tools apply. On `/chat/stream` this is the way to see the reply of an agent
    as it is written.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            messages=each(Message.from_dict, get("messages", UNSET), "messages"),
            model_id=get("modelId", UNSET),
            temperature=get("temperature", UNSET),
            max_tokens=get("maxTokens", UNSET),
            top_p=get("topP", UNSET),
            stream=get("stream", UNSET),
            system_prompt=get("systemPrompt", UNSET),
            stop_sequences=get("stopSequences", UNSET),
            response_format=nested(ResponseFormat.from_dict, get("responseFormat", UNSET), "responseFormat"),
            tool_config=nested(ToolConfig.from_dict, get("toolConfig", UNSET), "toolConfig"),
            session_id=get("sessionId", UNSET),
            async_=get("async", UNSET),
            allowed_tools=get("allowedTools", UNSET),
            guardrails=nested(Guardrails.from_dict, get("guardrails", UNSET), "guardrails"),
            long_context=get("longContext", UNSET),
            agent_id=get("agentId", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "messages": wire(self.messages),
                "modelId": self.model_id,
                "temperature": self.temperature,
                "maxTokens": self.max_tokens,
                "topP": self.top_p,
                "stream": self.stream,
                "systemPrompt": self.system_prompt,
                "stopSequences": self.stop_sequences,
                "responseFormat": wire(self.response_format),
                "toolConfig": wire(self.tool_config),
                "sessionId": self.session_id,
                "async": self.async_,
                "allowedTools": self.allowed_tools,
                "guardrails": wire(self.guardrails),
                "longContext": self.long_context,
                "agentId": self.agent_id,
            }
        )


_NAMES = {
    "messages": "messages",
    "modelId": "model_id",
    "temperature": "temperature",
    "maxTokens": "max_tokens",
    "topP": "top_p",
    "stream": "stream",
    "systemPrompt": "system_prompt",
    "stopSequences": "stop_sequences",
    "responseFormat": "response_format",
    "toolConfig": "tool_config",
    "sessionId": "session_id",
    "async": "async_",
    "allowedTools": "allowed_tools",
    "guardrails": "guardrails",
    "longContext": "long_context",
    "agentId": "agent_id",
}


ChatRequestParam = TypedDict(
    "ChatRequestParam",
    {
        "messages": "Sequence[Message | MessageParam]",
        "modelId": "str",
        "temperature": "NotRequired[float]",
        "maxTokens": "NotRequired[int]",
        "topP": "NotRequired[float]",
        "stream": "NotRequired[bool]",
        "systemPrompt": "NotRequired[str]",
        "stopSequences": "NotRequired[Sequence[str]]",
        "responseFormat": "NotRequired[ResponseFormat | ResponseFormatParam]",
        "toolConfig": "NotRequired[ToolConfig | ToolConfigParam]",
        "sessionId": "NotRequired[str]",
        "async": "NotRequired[bool]",
        "allowedTools": "NotRequired[Sequence[str]]",
        "guardrails": "NotRequired[Guardrails | GuardrailsParam]",
        "longContext": "NotRequired[bool]",
        "agentId": "NotRequired[str]",
    },
)
"""A `ChatRequest` as a plain dict, names as in the JSON."""
