# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .guardrails import Guardrails, GuardrailsParam
from .message import Message, MessageParam
from .response_format import ResponseFormat, ResponseFormatParam
from .tool_config import ToolConfig, ToolConfigParam


@_define(kw_only=True, eq=False, repr=False)
class ChatRequest(_Model):
    """A conversation and the settings for the reply. `client.chat.send()` and `client.chat.stream()` take the
    same body.

    Attributes:
        messages (list[Message]): The conversation, oldest message first. With `session_id` only the new
            messages: the service adds the history.
        model_id (str): Model to use, by its id from `client.models.list()`.
        temperature (float | Unset): Sampling temperature; higher is more varied. 0 to 2. Server default:
            0.7.
        max_tokens (int | Unset): Maximum tokens in the reply; a longer one is cut off with `finish_reason`
            `length`. The model's own `max_output_tokens` may be lower. 1 to 65,536. Server default: 4096.
        top_p (float | Unset): Nucleus sampling cutoff. Change either this or `temperature`, rarely both. 0
            to 1.
        stream (bool | Unset): Has no effect: `client.chat.send()` always returns the complete reply,
            `client.chat.stream()` always streams it.
        system_prompt (str | Unset): System prompt: instructions for the whole conversation. If tools are
            used, the service adds its own instructions about them.
        stop_sequences (list[str] | Unset): Strings that end the reply, up to four. They are not part of the
            reply. At most 4 items.
        response_format (ResponseFormat | Unset): Requests a reply in JSON, which is still returned as a
            string in `content`. With `json_schema` the reply follows that JSON Schema; without it, any JSON
            may be returned. Requires a model with structured output, such as Claude 3.5 Sonnet and Nova
            Pro.
        tool_config (ToolConfig | Unset): Tools that the model may call, and which of them the service runs.
            Requires a model with tool use, such as Claude 3 and later and Nova Pro.
        session_id (str | Unset): Session that provides the history and stores this turn. Without it, the
            chat is stateless.
        async_ (bool | Unset): Whether to run the chat in the background and return immediately, for work
            that takes more than 30 seconds. Server default: False.
        allowed_tools (list[str] | Unset): Same as `tool_config.allowed_tools`.
        guardrails (Guardrails | Unset): An Amazon Bedrock guardrail that checks input and output. A reply
            that it blocks ends with `finish_reason` `content_filter`.
        long_context (bool | Unset): Whether to use the context window of 1 million tokens, if the model has
            one; meant for more than 200,000 input tokens. Server default: False.
        agent_id (str | Unset): Agent whose system prompt, model and tools are used. With
            `client.chat.stream()` this streams an agent's reply.
    """

    messages: list[Message]
    """The conversation, oldest message first. With `session_id` only the new messages: the service adds the
    history.
    """
    model_id: str
    """Model to use, by its id from `client.models.list()`."""
    temperature: float | Unset = UNSET
    """Sampling temperature; higher is more varied. 0 to 2. Server default: 0.7."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens in the reply; a longer one is cut off with `finish_reason` `length`. The model's own
    `max_output_tokens` may be lower. 1 to 65,536. Server default: 4096.
    """
    top_p: float | Unset = UNSET
    """Nucleus sampling cutoff. Change either this or `temperature`, rarely both. 0 to 1."""
    stream: bool | Unset = UNSET
    """Has no effect: `client.chat.send()` always returns the complete reply, `client.chat.stream()` always streams
    it.
    """
    system_prompt: str | Unset = UNSET
    """System prompt: instructions for the whole conversation. If tools are used, the service adds its own
    instructions about them.
    """
    stop_sequences: list[str] | Unset = UNSET
    """Strings that end the reply, up to four. They are not part of the reply. At most 4 items."""
    response_format: ResponseFormat | Unset = UNSET
    """Requests a reply in JSON, which is still returned as a string in `content`. With `json_schema` the reply
    follows that JSON Schema; without it, any JSON may be returned. Requires a model with structured output, such
    as Claude 3.5 Sonnet and Nova Pro.
    """
    tool_config: ToolConfig | Unset = UNSET
    """Tools that the model may call, and which of them the service runs. Requires a model with tool use, such as
    Claude 3 and later and Nova Pro.
    """
    session_id: str | Unset = UNSET
    """Session that provides the history and stores this turn. Without it, the chat is stateless."""
    async_: bool | Unset = UNSET
    """Whether to run the chat in the background and return immediately, for work that takes more than 30 seconds.
    Server default: False.
    """
    allowed_tools: list[str] | Unset = UNSET
    """Same as `tool_config.allowed_tools`."""
    guardrails: Guardrails | Unset = UNSET
    """An Amazon Bedrock guardrail that checks input and output. A reply that it blocks ends with `finish_reason`
    `content_filter`.
    """
    long_context: bool | Unset = UNSET
    """Whether to use the context window of 1 million tokens, if the model has one; meant for more than 200,000
    input tokens. Server default: False.
    """
    agent_id: str | Unset = UNSET
    """Agent whose system prompt, model and tools are used. With `client.chat.stream()` this streams an agent's
    reply.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "model_id": "modelId",
        "max_tokens": "maxTokens",
        "top_p": "topP",
        "system_prompt": "systemPrompt",
        "stop_sequences": "stopSequences",
        "response_format": "responseFormat",
        "tool_config": "toolConfig",
        "session_id": "sessionId",
        "async_": "async",
        "allowed_tools": "allowedTools",
        "long_context": "longContext",
        "agent_id": "agentId",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.messages = each(Message.from_dict, rest.pop("messages", UNSET), "messages")
        made.model_id = rest.pop("modelId", UNSET)
        made.temperature = rest.pop("temperature", UNSET)
        made.max_tokens = rest.pop("maxTokens", UNSET)
        made.top_p = rest.pop("topP", UNSET)
        made.stream = rest.pop("stream", UNSET)
        made.system_prompt = rest.pop("systemPrompt", UNSET)
        made.stop_sequences = rest.pop("stopSequences", UNSET)
        made.response_format = nested(ResponseFormat.from_dict, rest.pop("responseFormat", UNSET), "responseFormat")
        made.tool_config = nested(ToolConfig.from_dict, rest.pop("toolConfig", UNSET), "toolConfig")
        made.session_id = rest.pop("sessionId", UNSET)
        made.async_ = rest.pop("async", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.guardrails = nested(Guardrails.from_dict, rest.pop("guardrails", UNSET), "guardrails")
        made.long_context = rest.pop("longContext", UNSET)
        made.agent_id = rest.pop("agentId", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.messages, Unset):
            made["messages"] = wire(self.messages)
        if not isinstance(self.model_id, Unset):
            made["modelId"] = self.model_id
        if self.temperature is not UNSET:
            made["temperature"] = self.temperature
        if self.max_tokens is not UNSET:
            made["maxTokens"] = self.max_tokens
        if self.top_p is not UNSET:
            made["topP"] = self.top_p
        if self.stream is not UNSET:
            made["stream"] = self.stream
        if self.system_prompt is not UNSET:
            made["systemPrompt"] = self.system_prompt
        if self.stop_sequences is not UNSET:
            made["stopSequences"] = self.stop_sequences
        if self.response_format is not UNSET:
            made["responseFormat"] = wire(self.response_format)
        if self.tool_config is not UNSET:
            made["toolConfig"] = wire(self.tool_config)
        if self.session_id is not UNSET:
            made["sessionId"] = self.session_id
        if self.async_ is not UNSET:
            made["async"] = self.async_
        if self.allowed_tools is not UNSET:
            made["allowedTools"] = self.allowed_tools
        if self.guardrails is not UNSET:
            made["guardrails"] = wire(self.guardrails)
        if self.long_context is not UNSET:
            made["longContext"] = self.long_context
        if self.agent_id is not UNSET:
            made["agentId"] = self.agent_id
        return made


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
