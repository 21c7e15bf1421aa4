# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .assistant_message import AssistantMessage
from .guardrails import Guardrails, GuardrailsParam
from .message import Message, MessageParam
from .response_format import ResponseFormat, ResponseFormatParam
from .tool_config import ToolConfig, ToolConfigParam

if not TYPE_CHECKING:
    from ..types import TypedDict
else:  # last, so that ruff finds the names in the quoted types below
    from typing import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class ChatRequest(_Model):
    """A conversation and the settings for the reply. `client.chat.send()` and `client.chat.stream()` take the
    same body.

    Attributes:
        messages (list[Message]): The conversation, oldest message first. With `session_id` only the new
            messages: the service adds the history.
        model_id (str): Model to use, by its id from `client.models.list()`.
        temperature (float | None): Sampling temperature; higher is more varied. 0 to 2. Server default:
            0.7.
        max_tokens (int | None): Maximum tokens in the reply; a longer one is cut off with `finish_reason`
            `length`. The model's own `max_output_tokens` may be lower. 1 to 65,536. Server default: 4096.
        top_p (float | None): Nucleus sampling cutoff. Change either this or `temperature`, rarely both. 0
            to 1.
        stream (bool | None): Has no effect: `client.chat.send()` always returns the complete reply,
            `client.chat.stream()` always streams it.
        system_prompt (str | None): System prompt: instructions for the whole conversation. If tools are
            used, the service adds its own instructions about them.
        stop_sequences (list[str] | None): Strings that end the reply, up to four. They are not part of the
            reply. At most 4 items.
        response_format (ResponseFormat | None): Requests a reply in JSON, which is still returned as a
            string in `content`. With `json_schema` the reply follows that JSON Schema; without it, any JSON
            may be returned. Requires a model with structured output, such as Claude 3.5 Sonnet and Nova
            Pro.
        tool_config (ToolConfig | None): Tools that the model may call, and which of them the service runs.
            Requires a model with tool use, such as Claude 3 and later and Nova Pro.
        session_id (str | None): Session that provides the history and stores this turn. Without it, the
            chat is stateless.
        async_ (bool | None): Whether to run the chat in the background and return immediately, for work
            that takes more than 30 seconds. Server default: False.
        allowed_tools (list[str] | None): Same as `tool_config.allowed_tools`.
        guardrails (Guardrails | None): An Amazon Bedrock guardrail that checks input and output. A reply
            that it blocks ends with `finish_reason` `content_filter`.
        long_context (bool | None): Whether to use the context window of 1 million tokens, if the model has
            one; meant for more than 200,000 input tokens. Server default: False.
        agent_id (str | None): Agent whose system prompt, model and tools are used. With
            `client.chat.stream()` this streams an agent's reply.
    """

    messages: list[Message]
    """The conversation, oldest message first. With `session_id` only the new messages: the service adds the
    history.
    """
    model_id: str
    """Model to use, by its id from `client.models.list()`."""
    temperature: float | None = None
    """Sampling temperature; higher is more varied. 0 to 2. Server default: 0.7."""
    max_tokens: int | None = None
    """Maximum tokens in the reply; a longer one is cut off with `finish_reason` `length`. The model's own
    `max_output_tokens` may be lower. 1 to 65,536. Server default: 4096.
    """
    top_p: float | None = None
    """Nucleus sampling cutoff. Change either this or `temperature`, rarely both. 0 to 1."""
    stream: bool | None = None
    """Has no effect: `client.chat.send()` always returns the complete reply, `client.chat.stream()` always streams
    it.
    """
    system_prompt: str | None = None
    """System prompt: instructions for the whole conversation. If tools are used, the service adds its own
    instructions about them.
    """
    stop_sequences: list[str] | None = None
    """Strings that end the reply, up to four. They are not part of the reply. At most 4 items."""
    response_format: ResponseFormat | None = None
    """Requests a reply in JSON, which is still returned as a string in `content`. With `json_schema` the reply
    follows that JSON Schema; without it, any JSON may be returned. Requires a model with structured output, such
    as Claude 3.5 Sonnet and Nova Pro.
    """
    tool_config: ToolConfig | None = None
    """Tools that the model may call, and which of them the service runs. Requires a model with tool use, such as
    Claude 3 and later and Nova Pro.
    """
    session_id: str | None = None
    """Session that provides the history and stores this turn. Without it, the chat is stateless."""
    async_: bool | None = None
    """Whether to run the chat in the background and return immediately, for work that takes more than 30 seconds.
    Server default: False.
    """
    allowed_tools: list[str] | None = None
    """Same as `tool_config.allowed_tools`."""
    guardrails: Guardrails | None = None
    """An Amazon Bedrock guardrail that checks input and output. A reply that it blocks ends with `finish_reason`
    `content_filter`.
    """
    long_context: bool | None = None
    """Whether to use the context window of 1 million tokens, if the model has one; meant for more than 200,000
    input tokens. Server default: False.
    """
    agent_id: str | None = None
    """Agent whose system prompt, model and tools are used. With `client.chat.stream()` this streams an agent's
    reply.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.messages = each(Message.from_dict, rest.pop("messages", None), "messages")
        made.model_id = rest.pop("modelId", None)
        made.temperature = rest.pop("temperature", None)
        made.max_tokens = rest.pop("maxTokens", None)
        made.top_p = rest.pop("topP", None)
        made.stream = rest.pop("stream", None)
        made.system_prompt = rest.pop("systemPrompt", None)
        made.stop_sequences = rest.pop("stopSequences", None)
        made.response_format = nested_or_kept(ResponseFormat.from_dict, rest.pop("responseFormat", None))
        made.tool_config = nested_or_kept(ToolConfig.from_dict, rest.pop("toolConfig", None))
        made.session_id = rest.pop("sessionId", None)
        made.async_ = rest.pop("async", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made.guardrails = nested_or_kept(Guardrails.from_dict, rest.pop("guardrails", None))
        made.long_context = rest.pop("longContext", None)
        made.agent_id = rest.pop("agentId", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.messages is not None:
            made["messages"] = wire(self.messages)
        if self.model_id is not None:
            made["modelId"] = self.model_id
        if self.temperature is not None:
            made["temperature"] = self.temperature
        if self.max_tokens is not None:
            made["maxTokens"] = self.max_tokens
        if self.top_p is not None:
            made["topP"] = self.top_p
        if self.stream is not None:
            made["stream"] = self.stream
        if self.system_prompt is not None:
            made["systemPrompt"] = self.system_prompt
        if self.stop_sequences is not None:
            made["stopSequences"] = self.stop_sequences
        if self.response_format is not None:
            made["responseFormat"] = wire(self.response_format)
        if self.tool_config is not None:
            made["toolConfig"] = wire(self.tool_config)
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self.async_ is not None:
            made["async"] = self.async_
        if self.allowed_tools is not None:
            made["allowedTools"] = self.allowed_tools
        if self.guardrails is not None:
            made["guardrails"] = wire(self.guardrails)
        if self.long_context is not None:
            made["longContext"] = self.long_context
        if self.agent_id is not None:
            made["agentId"] = self.agent_id
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


ChatRequestParam = TypedDict(
    "ChatRequestParam",
    {
        "messages": "Sequence[Message | MessageParam | AssistantMessage]",
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
