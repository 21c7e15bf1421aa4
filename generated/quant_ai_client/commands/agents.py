# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of agents."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /agents",
        summary="List agents",
        text=(
            "Lists the agents of the organisation and the global agents that it can use (`isGlobal`), in one "
            "reply. Get an agent by its id to see its system prompt and collections."
        ),
        values=(CommandValue("group", "group", "group", "query", "text", help="Only agents in this group."),),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /agents",
        summary="Create an agent",
        text=(
            "Stores a system prompt and a model, with tools, skills and collections, under one id that you "
            "can chat with. An unknown `--model-id` returns 404.\n"
            "\n"
            "Names need not be unique: every request creates a new agent."
        ),
        values=(
            CommandValue("name", "name", "name", "body", "text", help="Display name of the agent.", required=True),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help="What the agent is for, in a sentence.",
                required=True,
            ),
            CommandValue(
                "system-prompt",
                "system_prompt",
                "systemPrompt",
                "body",
                "text",
                help="System prompt: instructions for every conversation with the agent.",
                required=True,
            ),
            CommandValue(
                "model-id", "model_id", "modelId", "body", "text", help="Id of the agent's model.", required=True
            ),
            CommandValue(
                "group",
                "group",
                "group",
                "body",
                "text",
                help="Label shared by several agents, for filtering the list.",
            ),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help=("Sampling temperature; higher is more varied. Chats without an agent allow up to 2. 0 to 1."),
            ),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help="Maximum tokens per answer, from 1 to 200000. The model's own limit applies too.",
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="Names of the tools that the agent may call, built-in or custom.",
                many="items",
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help="Ids of the vector database collections that the agent may search.",
                many="items",
            ),
            CommandValue(
                "assigned-skills",
                "assigned_skills",
                "assignedSkills",
                "body",
                "text",
                help="Ids of the skills to assign to the agent.",
                many="items",
            ),
            CommandValue(
                "created-by",
                "created_by",
                "createdBy",
                "body",
                "text",
                help=("Your own id of the person or system that creates the agent. It cannot be changed later."),
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help="Whether to use the model's extended context window, if it has one.",
            ),
            CommandValue(
                "guardrail-preset",
                "guardrail_preset",
                "guardrailPreset",
                "body",
                "text",
                help="The guardrails of the agent; null or left out for none.",
                nullable=True,
                choices=("official", "official-sensitive", "protected"),
            ),
            CommandValue(
                "filter-policies",
                "filter_policies",
                "filterPolicies",
                "body",
                "text",
                help=("Ids of the filter policies for the agent's conversations. Replies may leave them out."),
                many="items",
            ),
        ),
        body="fields",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /agents/{agentId}",
        summary="Get an agent",
        text=(
            "Returns one agent with its system prompt and collections, which the list leaves out. Also works "
            "for global agents, which are shown with their original settings, without your organisation's "
            "overlay."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
        ),
    ),
    Command(
        "update",
        "update",
        "call",
        "PUT /agents/{agentId}",
        summary="Update an agent",
        text=(
            "Changes the given settings and keeps the others. Arrays are replaced as a whole, and "
            "`guardrailPreset: null` removes the guardrails.\n"
            "\n"
            "The id, organisation, creator and creation time never change. Global agents cannot be changed "
            "here (403); use an overlay instead."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
            CommandValue("name", "name", "name", "body", "text", help="New display name."),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help="New description of what the agent is for.",
            ),
            CommandValue("group", "group", "group", "body", "text", help="New label for filtering the list."),
            CommandValue(
                "system-prompt",
                "system_prompt",
                "systemPrompt",
                "body",
                "text",
                help="New instructions, replacing the old ones.",
            ),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help="Sampling temperature; higher is more varied. 0 to 1.",
            ),
            CommandValue("model-id", "model_id", "modelId", "body", "text", help="Id of the agent's new model."),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help="Maximum tokens per answer, from 1 to 200000. The model's own limit applies too.",
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="New list of tools that the agent may call; an empty array removes all of them.",
                many="items",
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help="New list of ids of the vector database collections that the agent may search.",
                many="items",
            ),
            CommandValue(
                "assigned-skills",
                "assigned_skills",
                "assignedSkills",
                "body",
                "text",
                help="New list of ids of the agent's skills.",
                many="items",
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help="Whether to use the model's extended context window, if it has one.",
            ),
            CommandValue(
                "guardrail-preset",
                "guardrail_preset",
                "guardrailPreset",
                "body",
                "text",
                help="New guardrails; null removes them.",
                nullable=True,
                choices=("official", "official-sensitive", "protected"),
            ),
            CommandValue(
                "filter-policies",
                "filter_policies",
                "filterPolicies",
                "body",
                "text",
                help=("New list of ids of the agent's filter policies. Not documented to be returned in replies."),
                many="items",
            ),
        ),
        body="fields",
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /agents/{agentId}",
        summary="Delete an agent",
        text="Deletes the agent permanently. Global agents cannot be deleted (403).",
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
        ),
    ),
    Command(
        "get-overlay",
        "get_overlay",
        "call",
        "GET /agents/{agentId}/overlay",
        summary="Get the overlay of a global agent",
        text=(
            "Returns your organisation's adjustments to a global agent, together with the agent's original "
            "settings. `quant-ai agents get` always shows the original settings; `hasOverlay` tells whether "
            "there is an overlay.\n"
            "\n"
            "Only global agents have overlays: an agent of your organisation returns 404, like an unknown "
            "one."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
        ),
    ),
    Command(
        "put-overlay",
        "put_overlay",
        "call",
        "PUT /agents/{agentId}/overlay",
        summary="Set the overlay of a global agent",
        text=(
            "Adjusts a global agent for your organisation: another model, more or fewer tools and skills, "
            "additional instructions. It applies from the next message on; other organisations are not "
            "affected.\n"
            "\n"
            "The body replaces the whole overlay, so settings that are left out fall back to the agent's own."
            " With `--version`, the overlay is only written if it still has that version; otherwise the "
            "request returns 409: read it again, then decide. Without `--version`, the last writer wins. "
            "Every write adds 1 to the version. If you retry a write with `--version` after a lost reply, a "
            "409 may mean that the first one succeeded."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
            CommandValue(
                "model-id",
                "model_id",
                "modelId",
                "body",
                "text",
                help="Id of the model to use instead of the agent's own.",
            ),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help="Sampling temperature, instead of the agent's own; higher is more varied. 0 to 1.",
            ),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help="Maximum tokens per answer, instead of the agent's own limit. At least 1.",
            ),
            CommandValue(
                "additional-skills",
                "additional_skills",
                "additionalSkills",
                "body",
                "text",
                help="Ids of skills in addition to the agent's own.",
                many="items",
            ),
            CommandValue(
                "disabled-skills",
                "disabled_skills",
                "disabledSkills",
                "body",
                "text",
                help="Ids of the agent's own skills that are disabled.",
                many="items",
            ),
            CommandValue(
                "additional-tools",
                "additional_tools",
                "additionalTools",
                "body",
                "text",
                help="Names of tools in addition to the agent's own.",
                many="items",
            ),
            CommandValue(
                "disabled-tools",
                "disabled_tools",
                "disabledTools",
                "body",
                "text",
                help="Names of tools that the agent may not call, even if they are its own.",
                many="items",
            ),
            CommandValue(
                "system-prompt-append",
                "system_prompt_append",
                "systemPromptAppend",
                "body",
                "text",
                help="Instructions appended to the agent's own.",
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help=("Ids of the vector database collections that the agent may search, instead of its own."),
                many="items",
            ),
            CommandValue(
                "guardrail-preset",
                "guardrail_preset",
                "guardrailPreset",
                "body",
                "text",
                help="The guardrails to use instead of the agent's own; null for none.",
                nullable=True,
                choices=("official", "official-sensitive", "protected"),
            ),
            CommandValue(
                "version",
                "version",
                "version",
                "body",
                "integer",
                help=(
                    "The version that the overlay must currently have; 0 if there must not be one yet. If left out, "
                    "the overlay is replaced whatever its version."
                ),
            ),
        ),
        body="fields",
    ),
    Command(
        "delete-overlay",
        "delete_overlay",
        "call",
        "DELETE /agents/{agentId}/overlay",
        summary="Remove the overlay of a global agent",
        text=(
            "Deletes your organisation's adjustments, so that the agent has its original settings again. "
            "Succeeds even if there is no overlay. A later overlay starts with version 1 again."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
        ),
    ),
    Command(
        "chat",
        "chat",
        "call",
        "POST /agents/{agentId}/chat",
        summary="Chat with an agent",
        text=(
            "Sends one message to an agent, which answers with its own prompt, model and tools. All tools run"
            " in the service: you never have to send tool results.\n"
            "\n"
            "The first message creates a session. Send its `--session-id` with the next message to continue "
            "the conversation. The session expires after 60 minutes without a message.\n"
            "\n"
            "There are three ways to get the answer:\n"
            "\n"
            "- by default, the complete answer once it is ready;\n"
            "- with `quant-ai agents stream`, piece by piece as it is written. In practice the pieces may be "
            "few and late; `quant-ai chat stream` with this `agentId` starts sooner;\n"
            "- with `quant-ai agents start`, in the background: poll `quant-ai chat get-execution` until it "
            "has finished. Use this for runs that may take minutes."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
            CommandValue("message", "message", "message", "body", "text", help="The user's message.", required=True),
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "body",
                "text",
                help=("Id of the session to continue; if left out, a new session is created and its id returned."),
            ),
            CommandValue(
                "user-id",
                "user_id",
                "userId",
                "body",
                "text",
                help="Your own id of the user; a label, not a permission.",
            ),
            CommandValue(
                "system",
                "system",
                "system",
                "body",
                "text",
                help="Additional instructions for this message, appended to the agent's system prompt.",
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help=(
                    "True to use the model's extended context window for this message, if it has one. Default: false."
                ),
            ),
            CommandValue(
                "max-tool-iterations",
                "max_tool_iterations",
                "maxToolIterations",
                "body",
                "integer",
                help=("How often, from 1 to 1000 times, the agent may call tools before it has to answer."),
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help=("Ids of the vector database collections to search for this message, instead of the agent's own."),
                many="items",
            ),
        ),
        body="fields",
        modes=(("stream", "stream"), ("async", "start")),
    ),
    Command(
        "stream",
        "stream",
        "stream",
        "POST /agents/{agentId}/chat",
        summary="Chat with an agent, streamed",
        text=(
            "Sends one message to an agent, which answers with its own prompt, model and tools. All tools run"
            " in the service: you never have to send tool results.\n"
            "\n"
            "The first message creates a session. Send its `--session-id` with the next message to continue "
            "the conversation. The session expires after 60 minutes without a message.\n"
            "\n"
            "There are three ways to get the answer:\n"
            "\n"
            "- by default, the complete answer once it is ready;\n"
            "- with `quant-ai agents stream`, piece by piece as it is written. In practice the pieces may be "
            "few and late; `quant-ai chat stream` with this `agentId` starts sooner;\n"
            "- with `quant-ai agents start`, in the background: poll `quant-ai chat get-execution` until it "
            "has finished. Use this for runs that may take minutes."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
            CommandValue("message", "message", "message", "body", "text", help="The user's message.", required=True),
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "body",
                "text",
                help=("Id of the session to continue; if left out, a new session is created and its id returned."),
            ),
            CommandValue(
                "user-id",
                "user_id",
                "userId",
                "body",
                "text",
                help="Your own id of the user; a label, not a permission.",
            ),
            CommandValue(
                "system",
                "system",
                "system",
                "body",
                "text",
                help="Additional instructions for this message, appended to the agent's system prompt.",
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help=(
                    "True to use the model's extended context window for this message, if it has one. Default: false."
                ),
            ),
            CommandValue(
                "max-tool-iterations",
                "max_tool_iterations",
                "maxToolIterations",
                "body",
                "integer",
                help=("How often, from 1 to 1000 times, the agent may call tools before it has to answer."),
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help=("Ids of the vector database collections to search for this message, instead of the agent's own."),
                many="items",
            ),
        ),
        body="fields",
        modes=(("stream", "stream"), ("async", "start")),
    ),
    Command(
        "start",
        "start",
        "start",
        "POST /agents/{agentId}/chat",
        summary="Chat with an agent in the background",
        text=(
            "Sends one message to an agent, which answers with its own prompt, model and tools. All tools run"
            " in the service: you never have to send tool results.\n"
            "\n"
            "The first message creates a session. Send its `--session-id` with the next message to continue "
            "the conversation. The session expires after 60 minutes without a message.\n"
            "\n"
            "There are three ways to get the answer:\n"
            "\n"
            "- by default, the complete answer once it is ready;\n"
            "- with `quant-ai agents stream`, piece by piece as it is written. In practice the pieces may be "
            "few and late; `quant-ai chat stream` with this `agentId` starts sooner;\n"
            "- with `quant-ai agents start`, in the background: poll `quant-ai chat get-execution` until it "
            "has finished. Use this for runs that may take minutes."
        ),
        values=(
            CommandValue(
                "agent-id",
                "agent_id",
                "agentId",
                "path",
                "text",
                help=("Id of the agent: a UUID for an agent of the organisation, a slug for a global one."),
                required=True,
            ),
            CommandValue("message", "message", "message", "body", "text", help="The user's message.", required=True),
            CommandValue(
                "session-id",
                "session_id",
                "sessionId",
                "body",
                "text",
                help=("Id of the session to continue; if left out, a new session is created and its id returned."),
            ),
            CommandValue(
                "user-id",
                "user_id",
                "userId",
                "body",
                "text",
                help="Your own id of the user; a label, not a permission.",
            ),
            CommandValue(
                "system",
                "system",
                "system",
                "body",
                "text",
                help="Additional instructions for this message, appended to the agent's system prompt.",
            ),
            CommandValue(
                "long-context",
                "long_context",
                "longContext",
                "body",
                "boolean",
                help=(
                    "True to use the model's extended context window for this message, if it has one. Default: false."
                ),
            ),
            CommandValue(
                "max-tool-iterations",
                "max_tool_iterations",
                "maxToolIterations",
                "body",
                "integer",
                help=("How often, from 1 to 1000 times, the agent may call tools before it has to answer."),
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help=("Ids of the vector database collections to search for this message, instead of the agent's own."),
                many="items",
            ),
        ),
        body="fields",
        modes=(("stream", "stream"), ("async", "start")),
        state="status",
    ),
)
