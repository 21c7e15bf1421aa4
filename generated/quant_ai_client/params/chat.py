# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.chat`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.assistant_message import AssistantMessage
from ..models.guardrails import Guardrails, GuardrailsParam
from ..models.message import Message, MessageParam
from ..models.response_format import ResponseFormat, ResponseFormatParam
from ..models.tool_config import ToolConfig, ToolConfigParam
from ..models.tool_result import ToolResult, ToolResultParam
from ..types import TypedDict


class ChatSendParams(TypedDict):
    """The keyword arguments of `send()`, `start()`."""

    messages: Sequence[Message | MessageParam | AssistantMessage]
    model_id: str
    temperature: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    top_p: NotRequired[float | None]
    system_prompt: NotRequired[str | None]
    stop_sequences: NotRequired[Sequence[str] | None]
    response_format: NotRequired[ResponseFormat | ResponseFormatParam | None]
    tool_config: NotRequired[ToolConfig | ToolConfigParam | None]
    session_id: NotRequired[str | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    guardrails: NotRequired[Guardrails | GuardrailsParam | None]
    long_context: NotRequired[bool | None]
    agent_id: NotRequired[str | None]


class ChatStreamParams(TypedDict):
    """The keyword arguments of `stream()`."""

    messages: Sequence[Message | MessageParam | AssistantMessage]
    model_id: str
    temperature: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    top_p: NotRequired[float | None]
    system_prompt: NotRequired[str | None]
    stop_sequences: NotRequired[Sequence[str] | None]
    response_format: NotRequired[ResponseFormat | ResponseFormatParam | None]
    tool_config: NotRequired[ToolConfig | ToolConfigParam | None]
    session_id: NotRequired[str | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    guardrails: NotRequired[Guardrails | GuardrailsParam | None]
    long_context: NotRequired[bool | None]
    agent_id: NotRequired[str | None]


class ChatSubmitCallbackParams(TypedDict):
    """The keyword arguments of `submit_callback()`."""

    callback_id: str
    tool_results: Sequence[ToolResult | ToolResultParam]
