# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Required

from .. import encoding as _encoding
from .. import models
from ..jobs import AsyncJob
from ..protocol import AsyncCaller
from ..streams import AsyncStream
from ..types import TypedDict


class ChatSendArguments(TypedDict, total=False):
    """The arguments of `send()`, for methods that ask for the format of the reply themselves."""

    messages: Required[Sequence[models.Message | models.MessageParam | models.AssistantMessage]]
    model_id: Required[str]
    temperature: float | None
    max_tokens: int | None
    top_p: float | None
    system_prompt: str | None
    stop_sequences: Sequence[str] | None
    tool_config: models.ToolConfig | models.ToolConfigParam | None
    session_id: str | None
    allowed_tools: Sequence[str] | None
    guardrails: models.Guardrails | models.GuardrailsParam | None
    long_context: bool | None
    agent_id: str | None


class ChatStreamArguments(TypedDict, total=False):
    """The arguments of `stream()`, for methods that ask for the format of the reply themselves."""

    messages: Required[Sequence[models.Message | models.MessageParam | models.AssistantMessage]]
    model_id: Required[str]
    temperature: float | None
    max_tokens: int | None
    top_p: float | None
    system_prompt: str | None
    stop_sequences: Sequence[str] | None
    tool_config: models.ToolConfig | models.ToolConfigParam | None
    session_id: str | None
    allowed_tools: Sequence[str] | None
    guardrails: models.Guardrails | models.GuardrailsParam | None
    long_context: bool | None
    agent_id: str | None


class AsyncChat:
    """Chat with a model: wait for the reply, stream it, or run the chat in the background, with your own tools
    if needed.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def send(
        self,
        *,
        messages: Sequence[models.Message | models.MessageParam | models.AssistantMessage],
        model_id: str,
        temperature: float | None = None,
        max_tokens: int | None = None,
        top_p: float | None = None,
        system_prompt: str | None = None,
        stop_sequences: Sequence[str] | None = None,
        response_format: models.ResponseFormat | models.ResponseFormatParam | None = None,
        tool_config: models.ToolConfig | models.ToolConfigParam | None = None,
        session_id: str | None = None,
        allowed_tools: Sequence[str] | None = None,
        guardrails: models.Guardrails | models.GuardrailsParam | None = None,
        long_context: bool | None = None,
        agent_id: str | None = None,
    ) -> models.ChatReply:
        """Chat with a model.

        Sends a conversation to a model and returns the complete reply.

        Check `finish_reason` before you use the text: `stop` is a finished answer, `length` an answer cut off
        at `max_tokens`, `content_filter` an answer withheld by a guardrail or a filter policy, and `tool_use`
        means that the model wants you to run the tools in `response.tool_use` and send their results in another
        request. With `tool_config.auto_execute` the service runs its own tools and returns the final text. If
        such a tool runs in the background, the reply has its `execution_id`; poll it with
        `client.tools.get_execution()`. If there are several, the reply has an `orchestration`; poll it with
        `client.tools.get_orchestration()`, which ends with the model's answer to all of their results.

        The conversation is stateless unless you send a `session_id`. With one, the service keeps the history
        and `messages` holds only the new messages.

        The reply must be ready within about 30 seconds. For longer work use `client.chat.start()`, which
        returns an execution to poll. To show text as it is written, use `client.chat.stream()`.

        Filter policies of the organisation, and of the agent if there is one, check the messages to the model
        and its answers. If a policy blocks, the request succeeds with empty text and the finish reason
        `content_filter`, and the turn is not stored in the session; a blocked message costs nothing. A
        redacting policy replaces matches with `[REDACTED]`. This behaviour is not documented by the service; it
        is inferred from the finish reason.

        Every request is billed. There is no idempotency key, so a request whose reply was lost may still have
        run.

        `start()` runs in the background.

        Args:
            messages (Sequence[Message | MessageParam | AssistantMessage]): The conversation, oldest message
                first. With `session_id` only the new messages: the service adds the history.
            model_id (str): Model to use, by its id from `client.models.list()`.
            temperature (float): Sampling temperature; higher is more varied. 0 to 2. Server default: 0.7.
            max_tokens (int): Maximum tokens in the reply; a longer one is cut off with `finish_reason`
                `length`. The model's own `max_output_tokens` may be lower. 1 to 65,536. Server default: 4096.
            top_p (float): Nucleus sampling cutoff. Change either this or `temperature`, rarely both. 0 to 1.
            system_prompt (str): System prompt: instructions for the whole conversation. If tools are used, the
                service adds its own instructions about them.
            stop_sequences (Sequence[str]): Strings that end the reply, up to four. They are not part of the
                reply. At most 4 items.
            response_format (ResponseFormat | ResponseFormatParam): Requests a reply in JSON, which is still
                returned as a string in `content`. With `json_schema` the reply follows that JSON Schema;
                without it, any JSON may be returned. Requires a model with structured output, such as Claude
                3.5 Sonnet and Nova Pro.
            tool_config (ToolConfig | ToolConfigParam): Tools that the model may call, and which of them the
                service runs. Requires a model with tool use, such as Claude 3 and later and Nova Pro.
            session_id (str): Session that provides the history and stores this turn. Without it, the chat is
                stateless.
            allowed_tools (Sequence[str]): Same as `tool_config.allowed_tools`.
            guardrails (Guardrails | GuardrailsParam): An Amazon Bedrock guardrail that checks input and output.
                A reply that it blocks ends with `finish_reason` `content_filter`.
            long_context (bool): Whether to use the context window of 1 million tokens, if the model has one;
                meant for more than 200,000 input tokens. Server default: False.
            agent_id (str): Agent whose system prompt, model and tools are used. With `client.chat.stream()`
                this streams an agent's reply.

        Returns:
            The model's reply, or the tools that it wants to call.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: The model, session or agent of the request is unknown or has expired.
            PayloadTooLargeError: The body is larger than the operation allows.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.chat.send(
                messages=[{"role": "user", "content": "Name three native trees of Tasmania."}],
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.chat import chat_send as _operation

        _body = {
            "messages": messages,
            "modelId": model_id,
            **_encoding.given(
                {
                    "temperature": temperature,
                    "maxTokens": max_tokens,
                    "topP": top_p,
                    "systemPrompt": system_prompt,
                    "stopSequences": stop_sequences,
                    "responseFormat": response_format,
                    "toolConfig": tool_config,
                    "sessionId": session_id,
                    "allowedTools": allowed_tools,
                    "guardrails": guardrails,
                    "longContext": long_context,
                    "agentId": agent_id,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.SEND, _request)

    async def start(
        self,
        *,
        messages: Sequence[models.Message | models.MessageParam | models.AssistantMessage],
        model_id: str,
        temperature: float | None = None,
        max_tokens: int | None = None,
        top_p: float | None = None,
        system_prompt: str | None = None,
        stop_sequences: Sequence[str] | None = None,
        response_format: models.ResponseFormat | models.ResponseFormatParam | None = None,
        tool_config: models.ToolConfig | models.ToolConfigParam | None = None,
        session_id: str | None = None,
        allowed_tools: Sequence[str] | None = None,
        guardrails: models.Guardrails | models.GuardrailsParam | None = None,
        long_context: bool | None = None,
        agent_id: str | None = None,
    ) -> AsyncJob[models.QueuedExecution, models.Execution]:
        """Chat with a model in the background.

        Sends a conversation to a model and returns the complete reply.

        Check `finish_reason` before you use the text: `stop` is a finished answer, `length` an answer cut off
        at `max_tokens`, `content_filter` an answer withheld by a guardrail or a filter policy, and `tool_use`
        means that the model wants you to run the tools in `response.tool_use` and send their results in another
        request. With `tool_config.auto_execute` the service runs its own tools and returns the final text. If
        such a tool runs in the background, the reply has its `execution_id`; poll it with
        `client.tools.get_execution()`. If there are several, the reply has an `orchestration`; poll it with
        `client.tools.get_orchestration()`, which ends with the model's answer to all of their results.

        The conversation is stateless unless you send a `session_id`. With one, the service keeps the history
        and `messages` holds only the new messages.

        The reply must be ready within about 30 seconds. For longer work use `client.chat.start()`, which
        returns an execution to poll. To show text as it is written, use `client.chat.stream()`.

        Filter policies of the organisation, and of the agent if there is one, check the messages to the model
        and its answers. If a policy blocks, the request succeeds with empty text and the finish reason
        `content_filter`, and the turn is not stored in the session; a blocked message costs nothing. A
        redacting policy replaces matches with `[REDACTED]`. This behaviour is not documented by the service; it
        is inferred from the finish reason.

        Every request is billed. There is no idempotency key, so a request whose reply was lost may still have
        run.

        Args:
            messages (Sequence[Message | MessageParam | AssistantMessage]): The conversation, oldest message
                first. With `session_id` only the new messages: the service adds the history.
            model_id (str): Model to use, by its id from `client.models.list()`.
            temperature (float): Sampling temperature; higher is more varied. 0 to 2. Server default: 0.7.
            max_tokens (int): Maximum tokens in the reply; a longer one is cut off with `finish_reason`
                `length`. The model's own `max_output_tokens` may be lower. 1 to 65,536. Server default: 4096.
            top_p (float): Nucleus sampling cutoff. Change either this or `temperature`, rarely both. 0 to 1.
            system_prompt (str): System prompt: instructions for the whole conversation. If tools are used, the
                service adds its own instructions about them.
            stop_sequences (Sequence[str]): Strings that end the reply, up to four. They are not part of the
                reply. At most 4 items.
            response_format (ResponseFormat | ResponseFormatParam): Requests a reply in JSON, which is still
                returned as a string in `content`. With `json_schema` the reply follows that JSON Schema;
                without it, any JSON may be returned. Requires a model with structured output, such as Claude
                3.5 Sonnet and Nova Pro.
            tool_config (ToolConfig | ToolConfigParam): Tools that the model may call, and which of them the
                service runs. Requires a model with tool use, such as Claude 3 and later and Nova Pro.
            session_id (str): Session that provides the history and stores this turn. Without it, the chat is
                stateless.
            allowed_tools (Sequence[str]): Same as `tool_config.allowed_tools`.
            guardrails (Guardrails | GuardrailsParam): An Amazon Bedrock guardrail that checks input and output.
                A reply that it blocks ends with `finish_reason` `content_filter`.
            long_context (bool): Whether to use the context window of 1 million tokens, if the model has one;
                meant for more than 200,000 input tokens. Server default: False.
            agent_id (str): Agent whose system prompt, model and tools are used. With `client.chat.stream()`
                this streams an agent's reply.

        Returns:
            The job: `wait()` until it has finished, or `poll()` it yourself.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: The model, session or agent of the request is unknown or has expired.
            PayloadTooLargeError: The body is larger than the operation allows.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.chat.start(
                messages=[{"role": "user", "content": "Name three native trees of Tasmania."}],
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.chat import chat_send as _operation

        _body = {
            "messages": messages,
            "modelId": model_id,
            **_encoding.given(
                {
                    "temperature": temperature,
                    "maxTokens": max_tokens,
                    "topP": top_p,
                    "systemPrompt": system_prompt,
                    "stopSequences": stop_sequences,
                    "responseFormat": response_format,
                    "toolConfig": tool_config,
                    "sessionId": session_id,
                    "allowedTools": allowed_tools,
                    "guardrails": guardrails,
                    "longContext": long_context,
                    "agentId": agent_id,
                }
            ),
            "async": True,
        }
        _request = _operation.request(body=_body)
        return await self._caller.start(_operation.START, _request, _operation.poll)

    def stream(
        self,
        *,
        messages: Sequence[models.Message | models.MessageParam | models.AssistantMessage],
        model_id: str,
        temperature: float | None = None,
        max_tokens: int | None = None,
        top_p: float | None = None,
        system_prompt: str | None = None,
        stop_sequences: Sequence[str] | None = None,
        response_format: models.ResponseFormat | models.ResponseFormatParam | None = None,
        tool_config: models.ToolConfig | models.ToolConfigParam | None = None,
        session_id: str | None = None,
        allowed_tools: Sequence[str] | None = None,
        guardrails: models.Guardrails | models.GuardrailsParam | None = None,
        long_context: bool | None = None,
        agent_id: str | None = None,
    ) -> AsyncStream[models.ChatStreamEvent, models.ChatReply]:
        """Stream a chat.

        Sends a conversation to a model and streams the reply while it is being written. The parameters are
        those of `client.chat.send()`. With `agent_id`, the agent answers with its own prompt, model and tools.

        A stream that breaks off cannot be resumed.

        Args:
            messages (Sequence[Message | MessageParam | AssistantMessage]): The conversation, oldest message
                first. With `session_id` only the new messages: the service adds the history.
            model_id (str): Model to use, by its id from `client.models.list()`.
            temperature (float): Sampling temperature; higher is more varied. 0 to 2. Server default: 0.7.
            max_tokens (int): Maximum tokens in the reply; a longer one is cut off with `finish_reason`
                `length`. The model's own `max_output_tokens` may be lower. 1 to 65,536. Server default: 4096.
            top_p (float): Nucleus sampling cutoff. Change either this or `temperature`, rarely both. 0 to 1.
            system_prompt (str): System prompt: instructions for the whole conversation. If tools are used, the
                service adds its own instructions about them.
            stop_sequences (Sequence[str]): Strings that end the reply, up to four. They are not part of the
                reply. At most 4 items.
            response_format (ResponseFormat | ResponseFormatParam): Requests a reply in JSON, which is still
                returned as a string in `content`. With `json_schema` the reply follows that JSON Schema;
                without it, any JSON may be returned. Requires a model with structured output, such as Claude
                3.5 Sonnet and Nova Pro.
            tool_config (ToolConfig | ToolConfigParam): Tools that the model may call, and which of them the
                service runs. Requires a model with tool use, such as Claude 3 and later and Nova Pro.
            session_id (str): Session that provides the history and stores this turn. Without it, the chat is
                stateless.
            allowed_tools (Sequence[str]): Same as `tool_config.allowed_tools`.
            guardrails (Guardrails | GuardrailsParam): An Amazon Bedrock guardrail that checks input and output.
                A reply that it blocks ends with `finish_reason` `content_filter`.
            long_context (bool): Whether to use the context window of 1 million tokens, if the model has one;
                meant for more than 200,000 input tokens. Server default: False.
            agent_id (str): Agent whose system prompt, model and tools are used. With `client.chat.stream()`
                this streams an agent's reply.

        Returns:
            The stream. Use it as a context manager and iterate over it for the events. `stream.text` yields the
            text alone. `stream.final()` returns the complete `ChatReply`.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's governance forbids it.
            NotFoundError: The model, session or agent of the request is unknown or has expired.
            PayloadTooLargeError: The body is larger than the operation allows.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            async with client.chat.stream(
                messages=[{"role": "user", "content": "Tell me about the Huon pine."}],
                model_id="amazon.nova-lite-v1:0",
            ) as stream:
                async for text in stream.text:
                    print(text, end='')
                reply = await stream.final()
        """
        from ..api.chat import chat_stream as _operation

        _body = {
            "messages": messages,
            "modelId": model_id,
            **_encoding.given(
                {
                    "temperature": temperature,
                    "maxTokens": max_tokens,
                    "topP": top_p,
                    "systemPrompt": system_prompt,
                    "stopSequences": stop_sequences,
                    "responseFormat": response_format,
                    "toolConfig": tool_config,
                    "sessionId": session_id,
                    "allowedTools": allowed_tools,
                    "guardrails": guardrails,
                    "longContext": long_context,
                    "agentId": agent_id,
                }
            ),
        }
        _request = _operation.request(body=_body)

        def _reply() -> type[models.ChatReply]:
            return models.ChatReply

        return self._caller.stream(_operation.STREAM, _request, _reply)

    async def get_execution(self, identifier: str) -> models.Execution:
        """Get an execution.

        Returns the status of a chat, with a model or an agent, that runs in the background.

        Poll after 1 second first, then at growing intervals up to 30 seconds, and give up after 15 minutes. An
        execution has finished when `status` is `complete` (or `completed`) or `failed`. In `waiting_callback`
        it pauses until you send the results of `pending_tools` to `client.chat.submit_callback()`. This can
        happen several times, each time with a new `callback_id`. Executions of agents never pause, since all
        their tools run in the service.

        A `NotFoundError` in the first seconds after the start may only mean that the execution is not visible
        yet, so try again.

        `wait_for_execution()` waits until it has finished.

        Args:
            identifier (str): The `request_id` of the chat, or the full `execution_arn`. Either may contain `=`,
                `/` or `:`, which are percent-encoded in the URL.

        Returns:
            The execution and its current status. A failed execution also returns 200; `error` says why.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The organisation has no execution with this identifier, or it is not visible yet (see
                above).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.chat.get_execution("XkdVWiEfSwMEPrw=")
        """
        from ..api.chat import chat_get_execution as _operation

        _request = _operation.request(identifier)
        return await self._caller.call(_operation.OPERATION, _request)

    async def wait_for_execution(
        self,
        identifier: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[models.Execution], object] | None = None,
    ) -> models.Execution:
        """Wait for an execution to finish.

        It has finished when `status` is `complete`, `completed` or `failed`. A reply's URL to poll can be used
        in place of the id.

        Args:
            identifier (str): The `request_id` of the chat, or the full `execution_arn`. Either may contain `=`,
                `/` or `:`, which are percent-encoded in the URL.
            deadline (float | None): Seconds to wait at most; by default 900.
            interval (float | None): Seconds between polls; by default 1 at first, growing to 30.
            on_update (Callable[[Execution], object] | None): Called after every poll.

        Returns:
            The execution and its current status. A failed execution also returns 200; `error` says why.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The organisation has no execution with this identifier, or it is not visible yet (see
                above).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.chat.wait_for_execution("XkdVWiEfSwMEPrw=")
        """
        from ..api.chat import chat_get_execution as _operation

        _request = _operation.request(identifier)
        return await self._caller.wait(
            _operation.OPERATION, _request, deadline=deadline, interval=interval, on_update=on_update
        )

    async def submit_callback(
        self, *, callback_id: str, tool_results: Sequence[models.ToolResult | models.ToolResultParam]
    ) -> models.CallbackAccepted:
        """Submit tool results.

        Sends the results of the tools that an execution in `waiting_callback` needs, so that it can continue.
        Send a result for every pending tool in one request.

        A `callback_id` can be used once. A second request raises `NotFoundError` and has no effect, so it is
        safe to retry after a lost reply: a `NotFoundError` then means that the first request arrived. If the
        execution needs tools again, it has a new id.

        Args:
            callback_id (str): The `callback_id` of the execution in `waiting_callback`. Can be used once.
            tool_results (Sequence[ToolResult | ToolResultParam]): One result for each pending tool. It is not
                documented what happens if some are missing.

        Returns:
            The results were accepted. The execution continues and can be polled again.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The callback id is unknown or was already used.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.chat.submit_callback(
                callback_id="AQICAHh9/2bW5mQ8c1Zr3kTn4yPz0vFg==",
                tool_results=[
                    {
                        "toolUseId": "toolu_bdrk_01NnXvkqVcmJdLqDhqR7Ws4b",
                        "result": {"state": "shipped", "carrier": "AusPost", "eta": "2026-07-14"},
                    },
                ],
            )
        """
        from ..api.chat import chat_submit_callback as _operation

        _body = {"callbackId": callback_id, "toolResults": tool_results, **_encoding.given({})}
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)
