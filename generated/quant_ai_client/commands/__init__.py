# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The groups of commands, each with a module."""

from __future__ import annotations

from ..command_types import CommandGroup, CommandValue

GROUPS = (
    CommandGroup(
        "models",
        "models",
        summary="The models that your organisation may use.",
        text=(
            "The models that your organisation may use: their features, limits and prices. A model's `id` is "
            "the `modelId` of all other requests."
        ),
    ),
    CommandGroup(
        "chat",
        "chat",
        summary="Chat with a model.",
        text=(
            "Chat with a model: wait for the reply, stream it, or run the chat in the background, with your "
            "own tools if needed."
        ),
    ),
    CommandGroup(
        "embeddings",
        "embeddings",
        summary="Turn text into vectors for comparing meaning.",
        text=(
            "Turn text into vectors for comparing meaning. To store and search the vectors too, use a vector "
            "database collection, which creates them for you."
        ),
    ),
    CommandGroup(
        "images",
        "images",
        summary="Generate images from text, or edit existing ones.",
        text=(
            "Generate images from text, or edit existing ones: variations, inpainting, outpainting, background removal."
        ),
    ),
    CommandGroup(
        "sessions",
        "sessions",
        summary="Conversations whose history the service keeps.",
        text=(
            "Conversations whose history the service keeps. Pass a session's id with each chat request and "
            "send only the new messages. Sessions expire automatically."
        ),
    ),
    CommandGroup(
        "agents",
        "agents",
        summary="Models configured for a job.",
        text=(
            "Models configured for a job: a system prompt, settings, tools and collections stored under one "
            "id, so that you only send the next message. All tools of an agent run in the service."
        ),
    ),
    CommandGroup(
        "custom-tools",
        "custom_tools",
        summary="Your own tools, which models and agents can call.",
        text=(
            "Your own tools, which models and agents can call. The service runs their code at the edge and "
            "passes the result to the model."
        ),
    ),
    CommandGroup(
        "tools",
        "tools",
        summary=(
            "The tools that the service can run for a model, and their long-running executions, such as image"
            " generation."
        ),
        text=(
            "The tools that the service can run for a model, and their long-running executions, such as image"
            " generation."
        ),
    ),
    CommandGroup(
        "vector-db",
        "vector_db",
        summary="Collections of documents for semantic search.",
        text=(
            "Collections of documents for semantic search. The service embeds your documents and queries, so "
            "you only send text."
        ),
    ),
    CommandGroup(
        "tasks",
        "tasks",
        summary=("Units of work for agents and people, grouped in lists, with a status and dependencies."),
        text=("Units of work for agents and people, grouped in lists, with a status and dependencies."),
    ),
    CommandGroup(
        "orchestrations",
        "orchestrations",
        summary="Process many items in batches.",
        text=(
            "Process many items in batches. An orchestration can be started, paused, resumed and cancelled at any time."
        ),
    ),
    CommandGroup(
        "files",
        "files",
        summary=("Files that chats and agents can read and write, with custom metadata for filtering."),
        text=("Files that chats and agents can read and write, with custom metadata for filtering."),
    ),
    CommandGroup(
        "usage",
        "usage",
        summary="What your organisation used and spent in a month, by model, user or API token.",
        text="What your organisation used and spent in a month, by model, user or API token.",
    ),
    CommandGroup(
        "skills",
        "skills",
        summary="Instructions that agents and Slack bots follow when they are relevant.",
        text=(
            "Instructions that agents and Slack bots follow when they are relevant: written here, or imported"
            " from GitHub and skills.sh and kept in sync."
        ),
    ),
    CommandGroup(
        "slack-bots",
        "slack_bots",
        summary="Agents that answer in a Slack workspace.",
        text=(
            "Agents that answer in a Slack workspace. A bot has the settings of an agent, plus rules on who "
            "may use it and where."
        ),
    ),
    CommandGroup(
        "governance",
        "governance",
        summary="What your organisation allows.",
        text=(
            "What your organisation allows: whether AI is enabled, which models may be used, which filters "
            "are mandatory, and the daily and monthly spending limits. Requests that break a rule are refused"
            " with 403 and a `code`."
        ),
    ),
    CommandGroup(
        "filter-policies",
        "filter_policies",
        summary=(
            "Rules that find words and patterns in messages to models and in their answers, and block or redact them."
        ),
        text=(
            "Rules that find words and patterns in messages to models and in their answers, and block or "
            "redact them. A policy applies where the governance or an agent refers to it."
        ),
    ),
    CommandGroup(
        "ai-search",
        "ai_search",
        summary=(
            "Search and question answering over the pages of one project's website, crawled by the service or"
            " uploaded by you."
        ),
        text=(
            "Search and question answering over the pages of one project's website, crawled by the service or"
            " uploaded by you. The replies are not officially documented: expect additional fields, and "
            "missing optional ones."
        ),
        namespace=(
            CommandValue(
                "project",
                "project",
                "project",
                "path",
                "text",
                help=(
                    "Machine name of the project whose site is searched, as in the dashboard's URLs. At most 128 "
                    "characters."
                ),
                required=True,
            ),
        ),
    ),
)
