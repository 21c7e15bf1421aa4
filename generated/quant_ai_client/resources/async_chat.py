# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..models.callback_accepted import CallbackAccepted
    from ..models.chat_reply import ChatReply
    from ..models.chat_stream_event import ChatStreamEvent
    from ..models.execution import Execution
    from ..models.guardrails import Guardrails, GuardrailsParam
    from ..models.message import Message, MessageParam
    from ..models.queued_execution import QueuedExecution
    from ..models.response_format import ResponseFormat, ResponseFormatParam
    from ..models.tool_config import ToolConfig, ToolConfigParam
    from ..models.tool_result import ToolResult, ToolResultParam
    from ..protocol import AsyncCaller, AsyncEventStream, AsyncJob
    from ..types import Unset


class AsyncChat:
    """Talk to a model: in one reply, as a stream of events, or as an execution that runs on its own and may
    ask for results of your tools on the way.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def send(
        self,
        *,
        messages: Sequence[Message | MessageParam],
        model_id: str,
        temperature: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        top_p: float | Unset = UNSET,
        system_prompt: str | Unset = UNSET,
        stop_sequences: Sequence[str] | Unset = UNSET,
        response_format: ResponseFormat | ResponseFormatParam | Unset = UNSET,
        tool_config: ToolConfig | ToolConfigParam | Unset = UNSET,
        session_id: str | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        guardrails: Guardrails | GuardrailsParam | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        agent_id: str | Unset = UNSET,
    ) -> ChatReply:
        """Send a chat and get the reply in one piece.

        Sends a conversation to a model and answers when the reply is complete.

        Read `finishReason` before the text: `stop` is a finished answer, `length` one that was cut off at
        `maxTokens`, `content_filter` one that a guardrail or a filter policy withheld, and `tool_use` asks you
        to run the tools in `response.toolUse` and to send their results in a further call. With
        `toolConfig.autoExecute` the service runs its own tools and answers with the final text; a tool that
        works in the background comes back with an `executionId` to read at `/tools/executions/{executionId}`.
        Several such tools make an `orchestration`, to be read at `/tools/orchestrations/{orchestrationId}`,
        which ends with the model's answer to all of their results.

        The conversation is stateless unless `sessionId` is given; then the service keeps the history, and
        `messages` holds only what is new.

        A buffered reply has about 30 seconds. For longer work send `async: true`: the answer is then 202 with
        an execution to poll. To show text as it is written, use `/chat/stream`.

        Filter policies of the organisation, and of the agent where one answers, read what is said to the model
        and what it answers. Where one blocks, the reply is a 200 with empty text and the finish reason
        `content_filter`, whichever way it is sent, and the session keeps nothing of the turn; a message that
        was blocked has cost nothing. Where one covers, `[REDACTED]` stands in the place of what it found. How
        the service answers then is not documented; this is inferred from the finish reason.

        A chat is billed each time it is sent. There is no idempotency key, so a request whose answer was lost
        may have run.

        `start()` runs it in the background.

        Args:
            messages (Sequence[Message | MessageParam]): The conversation, oldest message first. With
                `sessionId` only what is new: the service adds the history.
            model_id (str): Model that answers, by its id from `/models`.
            temperature (float): How freely the model chooses its words: 0 for steady and nearly repeatable, 2
                for the most varied. 0 to 2. Server default: 0.7.
            max_tokens (int): Most tokens that the reply may have; a longer one is cut off with `finishReason`
                `length`. The model's own `maxOutputTokens` may be lower. 1 to 65,536. Server default: 4096.
            top_p (float): Share of probability among which the next token is drawn. Change this or
                `temperature`, seldom both. 0 to 1.
            system_prompt (str): Instructions that stand above the conversation. With tools in use the service
                adds its own guidance on using them.
            stop_sequences (Sequence[str]): Strings at which the model stops writing, four at most. They are not
                part of the reply. At most 4 items.
            response_format (ResponseFormat | ResponseFormatParam): Asks for a reply in JSON. It still arrives
                as a string in `content`. With `jsonSchema`, a JSON Schema, the reply follows it; without, any
                JSON may come. For models with structured output, such as Claude 3.5 Sonnet and Nova Pro.
            tool_config (ToolConfig | ToolConfigParam): Tools that the model may ask for, and which of them the
                service runs by itself. For models with tool use, such as Claude 3 and later and Nova Pro.
            session_id (str): Session whose history precedes the messages and to which this turn is added. Left
                out, the chat is stateless.
            allowed_tools (Sequence[str]): Another place for `toolConfig.allowedTools`, with the same meaning.
            guardrails (Guardrails | GuardrailsParam): An Amazon Bedrock guardrail that checks what goes in and
                what comes out. A reply that it withholds ends with `finishReason` `content_filter`.
            long_context (bool): Whether to use the window of 1 million tokens where the model has one; meant
                for more than 200,000 input tokens. Server default: false.
            agent_id (str): Agent whose system prompt, model and tools apply. On `/chat/stream` this is the way
                to see the reply of an agent as it is written.

        Returns:
            The reply of the model, or the tools that it asks for.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: The model, the session or the agent that the request names is unknown here, or has expired.
            413: The body has more bytes than the operation takes.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.chat.send(
                messages=[{"role": "user", "content": "Name three native trees of Tasmania."}],
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.chat import chat_send as _operation

        body = {
            "messages": messages,
            "modelId": model_id,
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
        request = _operation.request(body=body)
        return await self._caller.call(_operation.SEND, request)

    async def start(
        self,
        *,
        messages: Sequence[Message | MessageParam],
        model_id: str,
        temperature: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        top_p: float | Unset = UNSET,
        system_prompt: str | Unset = UNSET,
        stop_sequences: Sequence[str] | Unset = UNSET,
        response_format: ResponseFormat | ResponseFormatParam | Unset = UNSET,
        tool_config: ToolConfig | ToolConfigParam | Unset = UNSET,
        session_id: str | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        guardrails: Guardrails | GuardrailsParam | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        agent_id: str | Unset = UNSET,
    ) -> AsyncJob[QueuedExecution, Execution]:
        """Send a chat and get the reply in one piece (in the background).

        Sends a conversation to a model and answers when the reply is complete.

        Read `finishReason` before the text: `stop` is a finished answer, `length` one that was cut off at
        `maxTokens`, `content_filter` one that a guardrail or a filter policy withheld, and `tool_use` asks you
        to run the tools in `response.toolUse` and to send their results in a further call. With
        `toolConfig.autoExecute` the service runs its own tools and answers with the final text; a tool that
        works in the background comes back with an `executionId` to read at `/tools/executions/{executionId}`.
        Several such tools make an `orchestration`, to be read at `/tools/orchestrations/{orchestrationId}`,
        which ends with the model's answer to all of their results.

        The conversation is stateless unless `sessionId` is given; then the service keeps the history, and
        `messages` holds only what is new.

        A buffered reply has about 30 seconds. For longer work send `async: true`: the answer is then 202 with
        an execution to poll. To show text as it is written, use `/chat/stream`.

        Filter policies of the organisation, and of the agent where one answers, read what is said to the model
        and what it answers. Where one blocks, the reply is a 200 with empty text and the finish reason
        `content_filter`, whichever way it is sent, and the session keeps nothing of the turn; a message that
        was blocked has cost nothing. Where one covers, `[REDACTED]` stands in the place of what it found. How
        the service answers then is not documented; this is inferred from the finish reason.

        A chat is billed each time it is sent. There is no idempotency key, so a request whose answer was lost
        may have run.

        Args:
            messages (Sequence[Message | MessageParam]): The conversation, oldest message first. With
                `sessionId` only what is new: the service adds the history.
            model_id (str): Model that answers, by its id from `/models`.
            temperature (float): How freely the model chooses its words: 0 for steady and nearly repeatable, 2
                for the most varied. 0 to 2. Server default: 0.7.
            max_tokens (int): Most tokens that the reply may have; a longer one is cut off with `finishReason`
                `length`. The model's own `maxOutputTokens` may be lower. 1 to 65,536. Server default: 4096.
            top_p (float): Share of probability among which the next token is drawn. Change this or
                `temperature`, seldom both. 0 to 1.
            system_prompt (str): Instructions that stand above the conversation. With tools in use the service
                adds its own guidance on using them.
            stop_sequences (Sequence[str]): Strings at which the model stops writing, four at most. They are not
                part of the reply. At most 4 items.
            response_format (ResponseFormat | ResponseFormatParam): Asks for a reply in JSON. It still arrives
                as a string in `content`. With `jsonSchema`, a JSON Schema, the reply follows it; without, any
                JSON may come. For models with structured output, such as Claude 3.5 Sonnet and Nova Pro.
            tool_config (ToolConfig | ToolConfigParam): Tools that the model may ask for, and which of them the
                service runs by itself. For models with tool use, such as Claude 3 and later and Nova Pro.
            session_id (str): Session whose history precedes the messages and to which this turn is added. Left
                out, the chat is stateless.
            allowed_tools (Sequence[str]): Another place for `toolConfig.allowedTools`, with the same meaning.
            guardrails (Guardrails | GuardrailsParam): An Amazon Bedrock guardrail that checks what goes in and
                what comes out. A reply that it withholds ends with `finishReason` `content_filter`.
            long_context (bool): Whether to use the window of 1 million tokens where the model has one; meant
                for more than 200,000 input tokens. Server default: false.
            agent_id (str): Agent whose system prompt, model and tools apply. On `/chat/stream` this is the way
                to see the reply of an agent as it is written.

        Returns:
            The job: `wait()` for its end, or `poll()` it yourself.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: The model, the session or the agent that the request names is unknown here, or has expired.
            413: The body has more bytes than the operation takes.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.chat.start(
                messages=[{"role": "user", "content": "Name three native trees of Tasmania."}],
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.chat import chat_send as _operation

        body = {
            "messages": messages,
            "modelId": model_id,
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
            "async": True,
        }
        request = _operation.request(body=body)
        return await self._caller.start(_operation.START, request, _operation.poll)

    def stream(
        self,
        *,
        messages: Sequence[Message | MessageParam],
        model_id: str,
        temperature: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        top_p: float | Unset = UNSET,
        system_prompt: str | Unset = UNSET,
        stop_sequences: Sequence[str] | Unset = UNSET,
        response_format: ResponseFormat | ResponseFormatParam | Unset = UNSET,
        tool_config: ToolConfig | ToolConfigParam | Unset = UNSET,
        session_id: str | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        guardrails: Guardrails | GuardrailsParam | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        agent_id: str | Unset = UNSET,
    ) -> AsyncEventStream[ChatStreamEvent, ChatReply]:
        """Stream a chat.

        Sends a conversation to a model and answers with server-sent events while the reply is being written.
        The body is that of `/chat`; with `agentId` an agent answers, and its prompt, model and tools apply.

        Two framings are in use. In one the kind of an event stands in its `event` line:

        ```
        id: chunk-1
        event: content
        data: {"delta":"Hello","complete":false}
        ```

        In the other there is no such line, and `type` inside the data names the kind:

        ```
        data: {"type":"content","content":"Hello"}
        ```

        Take the kind from the `event` line, else from `type`, else from the keys of the data; take text from
        `delta`, else `content`, else `text`. Expect events in this order, and skip kinds that you do not know:

        1. `start`, then `session` if the service opened a session
        2. `content` again and again, in between `tool_start`, `tool_input_progress` and `tool_complete`
        3. `tool_request` when a tool is yours to run, or `orchestration_status` while several tools are at work
        4. `done` or `error`, possibly followed by the mark `[DONE]`

        What goes wrong before the first event is answered with an HTTP status; later it comes as an `error`
        event. A stream that ends without `done`, `error` or `[DONE]` was cut off, and its text is incomplete.
        It cannot be resumed. With `async: true` the answer is 202 and JSON, not a stream: look at the
        `Content-Type`.

        Args:
            messages (Sequence[Message | MessageParam]): The conversation, oldest message first. With
                `sessionId` only what is new: the service adds the history.
            model_id (str): Model that answers, by its id from `/models`.
            temperature (float): How freely the model chooses its words: 0 for steady and nearly repeatable, 2
                for the most varied. 0 to 2. Server default: 0.7.
            max_tokens (int): Most tokens that the reply may have; a longer one is cut off with `finishReason`
                `length`. The model's own `maxOutputTokens` may be lower. 1 to 65,536. Server default: 4096.
            top_p (float): Share of probability among which the next token is drawn. Change this or
                `temperature`, seldom both. 0 to 1.
            system_prompt (str): Instructions that stand above the conversation. With tools in use the service
                adds its own guidance on using them.
            stop_sequences (Sequence[str]): Strings at which the model stops writing, four at most. They are not
                part of the reply. At most 4 items.
            response_format (ResponseFormat | ResponseFormatParam): Asks for a reply in JSON. It still arrives
                as a string in `content`. With `jsonSchema`, a JSON Schema, the reply follows it; without, any
                JSON may come. For models with structured output, such as Claude 3.5 Sonnet and Nova Pro.
            tool_config (ToolConfig | ToolConfigParam): Tools that the model may ask for, and which of them the
                service runs by itself. For models with tool use, such as Claude 3 and later and Nova Pro.
            session_id (str): Session whose history precedes the messages and to which this turn is added. Left
                out, the chat is stateless.
            allowed_tools (Sequence[str]): Another place for `toolConfig.allowedTools`, with the same meaning.
            guardrails (Guardrails | GuardrailsParam): An Amazon Bedrock guardrail that checks what goes in and
                what comes out. A reply that it withholds ends with `finishReason` `content_filter`.
            long_context (bool): Whether to use the window of 1 million tokens where the model has one; meant
                for more than 200,000 input tokens. Server default: false.
            agent_id (str): Agent whose system prompt, model and tools apply. On `/chat/stream` this is the way
                to see the reply of an agent as it is written.

        Returns:
            The events as they arrive; use it as a context manager.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission or belongs to another
                organisation, or the organisation's governance refuses, and `code` says why: `AI_DISABLED`,
                `MODEL_NOT_ALLOWED` or `BUDGET_EXCEEDED`.
            404: The model, the session or the agent that the request names is unknown here, or has expired.
            413: The body has more bytes than the operation takes.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            async with client.chat.stream(
                messages=[{"role": "user", "content": "Tell me about the Huon pine."}],
                model_id="amazon.nova-lite-v1:0",
            ) as stream:
                async for event in stream:
                    print(event)
        """
        from ..api.chat import chat_stream as _operation

        body = {
            "messages": messages,
            "modelId": model_id,
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
        request = _operation.request(body=body)

        def reply() -> type[ChatReply]:
            from ..models.chat_reply import ChatReply

            return ChatReply

        return self._caller.stream(_operation.STREAM, request, reply)

    async def get_execution(self, identifier: str) -> Execution:
        """Get an execution.

        Reads the state of a chat, or of a chat with an agent, that was sent with `async: true`.

        Poll after 1 second first, then at growing intervals of up to 30 seconds, and give up after 15 minutes.
        An execution has ended when `status` is `complete` (or `completed`) or `failed`. In `waiting_callback`
        it stands still until you have sent the results of `pendingTools` to `/chat/callback`; this can happen
        several times, each time with a new `callbackId`. Executions of agents never wait, since all their tools
        run in the service.

        A 404 in the first seconds after the 202 may only mean that the execution is not known everywhere yet:
        try again before you believe it.

        `wait_for_execution()` polls until it has ended.

        Args:
            identifier (str): The `requestId` of the 202, or the full `executionArn`. Either may hold `=`, `/`
                or `:`; in the URL it is percent-encoded.

        Returns:
            The execution in its present state. One that failed is a 200 as well; its `error` says why.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: No execution goes by this identifier in the organisation, or not yet: see above for the first
                seconds after the 202.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.chat.get_execution("XkdVWiEfSwMEPrw=")
        """
        from ..api.chat import chat_get_execution as _operation

        request = _operation.request(identifier)
        return await self._caller.call(_operation.OPERATION, request)

    async def wait_for_execution(
        self,
        identifier: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[Execution], object] | None = None,
    ) -> Execution:
        """Get an execution, polled until it has ended.

        It has ended when `status` is `complete`, `completed` or `failed`. A reply's URL to poll can be used in
        place of the id.

        Args:
            identifier (str): The `requestId` of the 202, or the full `executionArn`. Either may hold `=`, `/`
                or `:`; in the URL it is percent-encoded.
            deadline (float | None): Seconds after which to give up; by default 900.
            interval (float | None): Seconds between polls; by default 1 at first, growing to 30.
            on_update (Callable[[Execution], object] | None): Called with every state read.

        Returns:
            The execution in its present state. One that failed is a 200 as well; its `error` says why.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: No execution goes by this identifier in the organisation, or not yet: see above for the first
                seconds after the 202.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.chat.wait_for_execution("XkdVWiEfSwMEPrw=")
        """
        from ..api.chat import chat_get_execution as _operation

        request = _operation.request(identifier)
        return await self._caller.wait(
            _operation.OPERATION, request, deadline=deadline, interval=interval, on_update=on_update
        )

    async def submit_callback(
        self, *, callback_id: str, tool_results: Sequence[ToolResult | ToolResultParam]
    ) -> CallbackAccepted:
        """Submit tool results.

        Sends the results of the tools that an execution in `waiting_callback` has asked for, after which it
        runs on. Send a result for every pending tool in one call.

        A `callbackId` is good for one call. The second answers 404, and has no effect: after a lost answer it
        is safe to send the same results again, and a 404 then means that the first call had arrived. If the
        execution asks for tools again, it does so with a new id.

        Args:
            callback_id (str): The `callbackId` of the execution in `waiting_callback`. Good for one call.
            tool_results (Sequence[ToolResult | ToolResultParam]): One result for each pending tool. What
                happens when some are left out is not documented.

        Returns:
            The results were taken; the execution runs on, and can be polled again.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The callback id is unknown, or has been used before.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

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

        body = {"callbackId": callback_id, "toolResults": tool_results}
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)
