# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of chat."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "send",
        "send",
        "call",
        "POST /chat",
        summary="Chat with a model",
        text=(
            "Sends a conversation to a model and returns the complete reply.\n"
            "\n"
            "Check `finishReason` before you use the text: `stop` is a finished answer, `length` an answer "
            "cut off at `--max-tokens`, `content_filter` an answer withheld by a guardrail or a filter "
            "policy, and `tool_use` means that the model wants you to run the tools in `response.toolUse` and"
            " send their results in another request. With `toolConfig.autoExecute` the service runs its own "
            "tools and returns the final text. If such a tool runs in the background, the reply has its "
            "`executionId`; poll it with `quant-ai tools get-execution`. If there are several, the reply has "
            "an `orchestration`; poll it with `quant-ai tools get-orchestration`, which ends with the model's"
            " answer to all of their results.\n"
            "\n"
            "The conversation is stateless unless you send a `--session-id`. With one, the service keeps the "
            "history and `--messages` holds only the new messages.\n"
            "\n"
            "The reply must be ready within about 30 seconds. For longer work use `quant-ai chat start`, "
            "which returns an execution to poll. To show text as it is written, use `quant-ai chat stream`.\n"
            "\n"
            "Filter policies of the organisation, and of the agent if there is one, check the messages to the"
            " model and its answers. If a policy blocks, the request succeeds with empty text and the finish "
            "reason `content_filter`, and the turn is not stored in the session; a blocked message costs "
            "nothing. A redacting policy replaces matches with `[REDACTED]`. This behaviour is not documented"
            " by the service; it is inferred from the finish reason.\n"
            "\n"
            "Every request is billed. There is no idempotency key, so a request whose reply was lost may "
            "still have run."
        ),
        values=(
            CommandValue(
                "messages",
                "messages",
                "messages",
                "body",
                "json",
                help=(
                    "The conversation, oldest message first. With `--session-id` only the new messages: the service "
                    "adds the history."
                ),
                required=True,
                many="items",
            ),
            CommandValue(
                "model-id",
                "model_id",
                "modelId",
                "body",
                "text",
                help="Model to use, by its id from `quant-ai models list`.",
                required=True,
            ),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help="Sampling temperature; higher is more varied. 0 to 2. Default: 0.7.",
            ),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help=(
                    "Maximum tokens in the reply; a longer one is cut off with `finishReason` `length`. The model's "
                    "own `maxOutputTokens` may be lower. 1 to 65,536. Default: 4096."
                ),
            ),
            CommandValue(
                "top-p",
                "top_p",
                "topP",
                "body",
                "number",
                help=("Nucleus sampling cutoff. Change either this or `--temperature`, rarely both. 0 to 1."),
            ),
            CommandValue(
                "system-prompt",
                "system_prompt",
                "systemPrompt",
                "body",
                "text",
                help=(
                    "System prompt: instructions for the whole conversation. If tools are used, the service adds its "
                    "own instructions about them."
                ),
            ),
            CommandValue(
                "stop-sequences",
                "stop_sequences",
                "stopSequences",
                "body",
                "text",
                help=("Strings that end the reply, up to four. They are not part of the reply. At most 4 items."),
                many="items",
            ),
            CommandValue(
                "response-format",
                "response_format",
                "responseFormat",
                "body",
                "json",
                help=(
                    "Requests a reply in JSON, which is still returned as a string in `content`. With `jsonSchema` "
                    "the reply follows that JSON Schema; without it, any JSON may be returned. Requires a model with "
                    "structured output, such as Claude 3.5 Sonnet and Nova Pro."
                ),
            ),
            CommandValue(
                "tool-config",
                "tool_config",
                "toolConfig",
                "body",
                "json",
                help=(
                    "Tools that the model may call, and which of them the service runs. Requires a model with tool "
                    "use, such as Claude 3 and later and Nova Pro."
                ),
            ),
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "body",
                "text",
                help=("Session that provides the history and stores this turn. Without it, the chat is stateless."),
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="Same as `toolConfig.allowedTools`.",
                many="items",
            ),
            CommandValue(
                "guardrails",
                "guardrails",
                "guardrails",
                "body",
                "json",
                help=(
                    "An Amazon Bedrock guardrail that checks input and output. A reply that it blocks ends with "
                    "`finishReason` `content_filter`."
                ),
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help=(
                    "Whether to use the context window of 1 million tokens, if the model has one; meant for more than"
                    " 200,000 input tokens. Default: false."
                ),
            ),
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "body",
                "text",
                help=(
                    "Agent whose system prompt, model and tools are used. With `quant-ai chat stream` this streams an"
                    " agent's reply."
                ),
            ),
        ),
        body="fields",
        modes=(("async", "start"),),
    ),
    Command(
        "start",
        "start",
        "start",
        "POST /chat",
        summary="Chat with a model in the background",
        text=(
            "Sends a conversation to a model and returns the complete reply.\n"
            "\n"
            "Check `finishReason` before you use the text: `stop` is a finished answer, `length` an answer "
            "cut off at `--max-tokens`, `content_filter` an answer withheld by a guardrail or a filter "
            "policy, and `tool_use` means that the model wants you to run the tools in `response.toolUse` and"
            " send their results in another request. With `toolConfig.autoExecute` the service runs its own "
            "tools and returns the final text. If such a tool runs in the background, the reply has its "
            "`executionId`; poll it with `quant-ai tools get-execution`. If there are several, the reply has "
            "an `orchestration`; poll it with `quant-ai tools get-orchestration`, which ends with the model's"
            " answer to all of their results.\n"
            "\n"
            "The conversation is stateless unless you send a `--session-id`. With one, the service keeps the "
            "history and `--messages` holds only the new messages.\n"
            "\n"
            "The reply must be ready within about 30 seconds. For longer work use `quant-ai chat start`, "
            "which returns an execution to poll. To show text as it is written, use `quant-ai chat stream`.\n"
            "\n"
            "Filter policies of the organisation, and of the agent if there is one, check the messages to the"
            " model and its answers. If a policy blocks, the request succeeds with empty text and the finish "
            "reason `content_filter`, and the turn is not stored in the session; a blocked message costs "
            "nothing. A redacting policy replaces matches with `[REDACTED]`. This behaviour is not documented"
            " by the service; it is inferred from the finish reason.\n"
            "\n"
            "Every request is billed. There is no idempotency key, so a request whose reply was lost may "
            "still have run."
        ),
        values=(
            CommandValue(
                "messages",
                "messages",
                "messages",
                "body",
                "json",
                help=(
                    "The conversation, oldest message first. With `--session-id` only the new messages: the service "
                    "adds the history."
                ),
                required=True,
                many="items",
            ),
            CommandValue(
                "model-id",
                "model_id",
                "modelId",
                "body",
                "text",
                help="Model to use, by its id from `quant-ai models list`.",
                required=True,
            ),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help="Sampling temperature; higher is more varied. 0 to 2. Default: 0.7.",
            ),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help=(
                    "Maximum tokens in the reply; a longer one is cut off with `finishReason` `length`. The model's "
                    "own `maxOutputTokens` may be lower. 1 to 65,536. Default: 4096."
                ),
            ),
            CommandValue(
                "top-p",
                "top_p",
                "topP",
                "body",
                "number",
                help=("Nucleus sampling cutoff. Change either this or `--temperature`, rarely both. 0 to 1."),
            ),
            CommandValue(
                "system-prompt",
                "system_prompt",
                "systemPrompt",
                "body",
                "text",
                help=(
                    "System prompt: instructions for the whole conversation. If tools are used, the service adds its "
                    "own instructions about them."
                ),
            ),
            CommandValue(
                "stop-sequences",
                "stop_sequences",
                "stopSequences",
                "body",
                "text",
                help=("Strings that end the reply, up to four. They are not part of the reply. At most 4 items."),
                many="items",
            ),
            CommandValue(
                "response-format",
                "response_format",
                "responseFormat",
                "body",
                "json",
                help=(
                    "Requests a reply in JSON, which is still returned as a string in `content`. With `jsonSchema` "
                    "the reply follows that JSON Schema; without it, any JSON may be returned. Requires a model with "
                    "structured output, such as Claude 3.5 Sonnet and Nova Pro."
                ),
            ),
            CommandValue(
                "tool-config",
                "tool_config",
                "toolConfig",
                "body",
                "json",
                help=(
                    "Tools that the model may call, and which of them the service runs. Requires a model with tool "
                    "use, such as Claude 3 and later and Nova Pro."
                ),
            ),
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "body",
                "text",
                help=("Session that provides the history and stores this turn. Without it, the chat is stateless."),
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="Same as `toolConfig.allowedTools`.",
                many="items",
            ),
            CommandValue(
                "guardrails",
                "guardrails",
                "guardrails",
                "body",
                "json",
                help=(
                    "An Amazon Bedrock guardrail that checks input and output. A reply that it blocks ends with "
                    "`finishReason` `content_filter`."
                ),
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help=(
                    "Whether to use the context window of 1 million tokens, if the model has one; meant for more than"
                    " 200,000 input tokens. Default: false."
                ),
            ),
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "body",
                "text",
                help=(
                    "Agent whose system prompt, model and tools are used. With `quant-ai chat stream` this streams an"
                    " agent's reply."
                ),
            ),
        ),
        body="fields",
        modes=(("async", "start"),),
        state="status",
    ),
    Command(
        "stream",
        "stream",
        "stream",
        "POST /chat/stream",
        summary="Stream a chat",
        text=(
            "Sends a conversation to a model and streams the reply while it is being written. The parameters "
            "are those of `quant-ai chat send`. With `--agent-id`, the agent answers with its own prompt, "
            "model and tools.\n"
            "\n"
            "A stream that breaks off cannot be resumed."
        ),
        values=(
            CommandValue(
                "messages",
                "messages",
                "messages",
                "body",
                "json",
                help=(
                    "The conversation, oldest message first. With `--session-id` only the new messages: the service "
                    "adds the history."
                ),
                required=True,
                many="items",
            ),
            CommandValue(
                "model-id",
                "model_id",
                "modelId",
                "body",
                "text",
                help="Model to use, by its id from `quant-ai models list`.",
                required=True,
            ),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help="Sampling temperature; higher is more varied. 0 to 2. Default: 0.7.",
            ),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help=(
                    "Maximum tokens in the reply; a longer one is cut off with `finishReason` `length`. The model's "
                    "own `maxOutputTokens` may be lower. 1 to 65,536. Default: 4096."
                ),
            ),
            CommandValue(
                "top-p",
                "top_p",
                "topP",
                "body",
                "number",
                help=("Nucleus sampling cutoff. Change either this or `--temperature`, rarely both. 0 to 1."),
            ),
            CommandValue(
                "system-prompt",
                "system_prompt",
                "systemPrompt",
                "body",
                "text",
                help=(
                    "System prompt: instructions for the whole conversation. If tools are used, the service adds its "
                    "own instructions about them."
                ),
            ),
            CommandValue(
                "stop-sequences",
                "stop_sequences",
                "stopSequences",
                "body",
                "text",
                help=("Strings that end the reply, up to four. They are not part of the reply. At most 4 items."),
                many="items",
            ),
            CommandValue(
                "response-format",
                "response_format",
                "responseFormat",
                "body",
                "json",
                help=(
                    "Requests a reply in JSON, which is still returned as a string in `content`. With `jsonSchema` "
                    "the reply follows that JSON Schema; without it, any JSON may be returned. Requires a model with "
                    "structured output, such as Claude 3.5 Sonnet and Nova Pro."
                ),
            ),
            CommandValue(
                "tool-config",
                "tool_config",
                "toolConfig",
                "body",
                "json",
                help=(
                    "Tools that the model may call, and which of them the service runs. Requires a model with tool "
                    "use, such as Claude 3 and later and Nova Pro."
                ),
            ),
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "body",
                "text",
                help=("Session that provides the history and stores this turn. Without it, the chat is stateless."),
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="Same as `toolConfig.allowedTools`.",
                many="items",
            ),
            CommandValue(
                "guardrails",
                "guardrails",
                "guardrails",
                "body",
                "json",
                help=(
                    "An Amazon Bedrock guardrail that checks input and output. A reply that it blocks ends with "
                    "`finishReason` `content_filter`."
                ),
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help=(
                    "Whether to use the context window of 1 million tokens, if the model has one; meant for more than"
                    " 200,000 input tokens. Default: false."
                ),
            ),
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "body",
                "text",
                help=(
                    "Agent whose system prompt, model and tools are used. With `quant-ai chat stream` this streams an"
                    " agent's reply."
                ),
            ),
        ),
        body="fields",
    ),
    Command(
        "get-execution",
        "get_execution",
        "call",
        "GET /chat/executions/{identifier}",
        summary="Get an execution",
        text=(
            "Returns the status of a chat, with a model or an agent, that runs in the background.\n"
            "\n"
            "Poll after 1 second first, then at growing intervals up to 30 seconds, and give up after 15 "
            "minutes. An execution has finished when `status` is `complete` (or `completed`) or `failed`. In "
            "`waiting_callback` it pauses until you send the results of `pendingTools` to `quant-ai chat "
            "submit-callback`. This can happen several times, each time with a new `callbackId`. Executions "
            "of agents never pause, since all their tools run in the service.\n"
            "\n"
            "A 404 in the first seconds after the start may only mean that the execution is not visible yet, "
            "so try again."
        ),
        values=(
            CommandValue(
                "identifier",
                "identifier",
                "identifier",
                "path",
                "text",
                help=(
                    "The `requestId` of the chat, or the full `executionArn`. Either may contain `=`, `/` or `:`, "
                    "which are percent-encoded in the URL."
                ),
                required=True,
            ),
        ),
    ),
    Command(
        "wait",
        "wait_for_execution",
        "wait",
        "GET /chat/executions/{identifier}",
        summary="Wait for an execution to finish",
        values=(
            CommandValue(
                "identifier",
                "identifier",
                "identifier",
                "path",
                "text",
                help=(
                    "The `requestId` of the chat, or the full `executionArn`. Either may contain `=`, `/` or `:`, "
                    "which are percent-encoded in the URL."
                ),
                required=True,
            ),
        ),
        alias="wait-for-execution",
        state="status",
    ),
    Command(
        "submit-callback",
        "submit_callback",
        "call",
        "POST /chat/callback",
        summary="Submit tool results",
        text=(
            "Sends the results of the tools that an execution in `waiting_callback` needs, so that it can "
            "continue. Send a result for every pending tool in one request.\n"
            "\n"
            "A `--callback-id` can be used once. A second request returns 404 and has no effect, so it is "
            "safe to retry after a lost reply: a 404 then means that the first request arrived. If the "
            "execution needs tools again, it has a new id."
        ),
        values=(
            CommandValue(
                "callback-id",
                "callback_id",
                "callbackId",
                "body",
                "text",
                help="The `--callback-id` of the execution in `waiting_callback`. Can be used once.",
                required=True,
            ),
            CommandValue(
                "tool-results",
                "tool_results",
                "toolResults",
                "body",
                "json",
                help=("One result for each pending tool. It is not documented what happens if some are missing."),
                required=True,
                many="items",
            ),
        ),
        body="fields",
    ),
)
