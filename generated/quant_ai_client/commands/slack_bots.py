# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of slack_bots."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /slack-bots",
        summary="List Slack bots",
        text=(
            "Lists the Slack bots of the organisation in one reply, without access rules and home tab "
            "content; get a bot by its id for those."
        ),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /slack-bots",
        summary="Create a Slack bot",
        text=(
            "Creates a bot together with its agent: the agent is created, updated and deleted along with the "
            "bot, so you need not create one first. An unknown `--model-id` returns 404.\n"
            "\n"
            "The bot answers once it is connected to a workspace. With `--setup-type` `quant`, install "
            "Quant's Slack app from the dashboard (one bot per workspace). With `byo`, create your own Slack "
            "app with the scopes `chat:write`, `app_mentions:read`, `im:history`, `channels:history` and "
            "`commands`, and set its event URL to `https://api.quantcdn.io/v1/slack/events/{botId}`. "
            "`connected` tells when the bot is connected."
        ),
        values=(
            CommandValue("name", "name", "name", "body", "text", help="Display name of the bot.", required=True),
            CommandValue(
                "setup-type",
                "setup_type",
                "setupType",
                "body",
                "text",
                help="Which Slack app a bot uses.",
                required=True,
                choices=("quant", "byo"),
            ),
            CommandValue(
                "system-prompt",
                "system_prompt",
                "systemPrompt",
                "body",
                "text",
                help="System prompt: instructions for every conversation with the bot.",
                required=True,
            ),
            CommandValue(
                "model-id", "model_id", "modelId", "body", "text", help="Id of the bot's model.", required=True
            ),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help="Sampling temperature; higher is more varied. Other agents allow up to 1. 0 to 2.",
            ),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help="Maximum tokens per answer. The model's own limit applies too. At least 1.",
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="Names of the tools that the bot may call, built-in or custom.",
                many="items",
            ),
            CommandValue(
                "assigned-skills",
                "assigned_skills",
                "assignedSkills",
                "body",
                "text",
                help="Ids of the skills to assign to the bot.",
                many="items",
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help="Ids of the vector database collections that the bot may search.",
                many="items",
            ),
            CommandValue(
                "allowed-sub-agents",
                "allowed_sub_agents",
                "allowedSubAgents",
                "body",
                "text",
                help="Ids of the agents that the bot may delegate to.",
                many="items",
            ),
            CommandValue(
                "guardrail-preset",
                "guardrail_preset",
                "guardrailPreset",
                "body",
                "text",
                help="Name of the bot's guardrails; left out for none.",
            ),
            CommandValue(
                "filter-policies",
                "filter_policies",
                "filterPolicies",
                "body",
                "text",
                help="Ids of the filter policies for the bot's conversations.",
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
                "session-ttl-days",
                "session_ttl_days",
                "sessionTtlDays",
                "body",
                "integer",
                help=(
                    "For how many days a conversation is kept, from 1 to 90. Each Slack thread is a conversation. "
                    "Default: 14."
                ),
            ),
            CommandValue(
                "allowed-channels",
                "allowed_channels",
                "allowedChannels",
                "body",
                "text",
                help=(
                    "Ids of the channels in which the bot answers; all channels if left out or empty. Direct messages"
                    " are always answered."
                ),
                many="items",
            ),
            CommandValue(
                "allowed-users",
                "allowed_users",
                "allowedUsers",
                "body",
                "text",
                help="Ids of the people who may use the bot; everyone if left out or empty.",
                many="items",
            ),
            CommandValue(
                "denied-users",
                "denied_users",
                "deniedUsers",
                "body",
                "text",
                help="Ids of the people who may not use the bot.",
                many="items",
            ),
            CommandValue(
                "allow-guests",
                "allow_guests",
                "allowGuests",
                "body",
                "boolean",
                help="Whether guests of the workspace may use the bot.",
            ),
            CommandValue(
                "home-tab-content",
                "home_tab_content",
                "homeTabContent",
                "body",
                "text",
                help="Content of the bot's home tab in Slack.",
            ),
            CommandValue(
                "agent-access-control",
                "agent_access_control",
                "agentAccessControl",
                "body",
                "json",
                help=("Rules on who may use which agent through the bot. Their format is not documented."),
            ),
            CommandValue(
                "keywords-enabled",
                "keywords_enabled",
                "keywordsEnabled",
                "body",
                "boolean",
                help="Whether the bot answers to its keywords without being mentioned. Default: false.",
            ),
            CommandValue(
                "keywords",
                "keywords",
                "keywords",
                "body",
                "text",
                help="Words that the bot answers to, if `--keywords-enabled` is true.",
                many="items",
            ),
        ),
        body="fields",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /slack-bots/{botId}",
        summary="Get a Slack bot",
        text=(
            "Returns one bot with its settings, the settings of its agent, its access rules, and whether it "
            "is connected."
        ),
        values=(
            CommandValue(
                "bot-id", "bot_id", "botId", "path", "text", help="The `botId` of a Slack bot.", required=True
            ),
        ),
    ),
    Command(
        "update",
        "update",
        "call",
        "PUT /slack-bots/{botId}",
        summary="Update a Slack bot",
        text=(
            "Changes the given settings of the bot and its agent and keeps the others. Arrays are replaced as"
            " a whole. `setupType` never changes. An unknown `--model-id` returns 404."
        ),
        values=(
            CommandValue(
                "bot-id", "bot_id", "botId", "path", "text", help="The `botId` of a Slack bot.", required=True
            ),
            CommandValue("name", "name", "name", "body", "text", help="New display name."),
            CommandValue(
                "status",
                "status",
                "status",
                "body",
                "text",
                help="Whether a bot answers.",
                choices=("active", "inactive"),
            ),
            CommandValue(
                "system-prompt",
                "system_prompt",
                "systemPrompt",
                "body",
                "text",
                help="New instructions, replacing the old ones.",
            ),
            CommandValue("model-id", "model_id", "modelId", "body", "text", help="Id of the bot's new model."),
            CommandValue(
                "temperature",
                "temperature",
                "temperature",
                "body",
                "number",
                help="Sampling temperature; higher is more varied. 0 to 2.",
            ),
            CommandValue(
                "max-tokens",
                "max_tokens",
                "maxTokens",
                "body",
                "integer",
                help="Maximum tokens per answer. The model's own limit applies too. At least 1.",
            ),
            CommandValue(
                "allowed-tools",
                "allowed_tools",
                "allowedTools",
                "body",
                "text",
                help="New list of tools that the bot may call; an empty array removes all of them.",
                many="items",
            ),
            CommandValue(
                "assigned-skills",
                "assigned_skills",
                "assignedSkills",
                "body",
                "text",
                help="New list of ids of the bot's skills.",
                many="items",
            ),
            CommandValue(
                "allowed-collections",
                "allowed_collections",
                "allowedCollections",
                "body",
                "text",
                help="New list of ids of the vector database collections that the bot may search.",
                many="items",
            ),
            CommandValue(
                "allowed-sub-agents",
                "allowed_sub_agents",
                "allowedSubAgents",
                "body",
                "text",
                help="New list of ids of the agents that the bot may delegate to.",
                many="items",
            ),
            CommandValue(
                "guardrail-preset",
                "guardrail_preset",
                "guardrailPreset",
                "body",
                "text",
                help="Name of the new guardrails.",
            ),
            CommandValue(
                "filter-policies",
                "filter_policies",
                "filterPolicies",
                "body",
                "text",
                help="New list of ids of the filter policies.",
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
                "session-ttl-days",
                "session_ttl_days",
                "sessionTtlDays",
                "body",
                "integer",
                help=("For how many days a conversation is kept, from 1 to 90. Each Slack thread is a conversation."),
            ),
            CommandValue(
                "allowed-channels",
                "allowed_channels",
                "allowedChannels",
                "body",
                "text",
                help="New list of ids of the channels in which the bot answers; empty for all.",
                many="items",
            ),
            CommandValue(
                "allowed-users",
                "allowed_users",
                "allowedUsers",
                "body",
                "text",
                help="New list of ids of the people who may use the bot; empty for everyone.",
                many="items",
            ),
            CommandValue(
                "denied-users",
                "denied_users",
                "deniedUsers",
                "body",
                "text",
                help="New list of ids of the people who may not use the bot.",
                many="items",
            ),
            CommandValue(
                "allow-guests",
                "allow_guests",
                "allowGuests",
                "body",
                "boolean",
                help="Whether guests of the workspace may use the bot.",
            ),
            CommandValue(
                "home-tab-content",
                "home_tab_content",
                "homeTabContent",
                "body",
                "text",
                help="New content of the bot's home tab in Slack.",
            ),
            CommandValue(
                "agent-access-control",
                "agent_access_control",
                "agentAccessControl",
                "body",
                "json",
                help=(
                    "New rules on who may use which agent through the bot, replacing the old ones. Their format is "
                    "not documented."
                ),
            ),
            CommandValue(
                "keywords-enabled",
                "keywords_enabled",
                "keywordsEnabled",
                "body",
                "boolean",
                help="Whether the bot answers to its keywords without being mentioned.",
            ),
            CommandValue(
                "keywords",
                "keywords",
                "keywords",
                "body",
                "text",
                help="New list of words that the bot answers to, if `--keywords-enabled` is true.",
                many="items",
            ),
        ),
        body="fields",
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /slack-bots/{botId}",
        summary="Delete a Slack bot",
        text=(
            "Deletes the bot and its agent permanently, and disconnects it from its workspace. Your own Slack"
            " app stays in Slack."
        ),
        values=(
            CommandValue(
                "bot-id", "bot_id", "botId", "path", "text", help="The `botId` of a Slack bot.", required=True
            ),
        ),
    ),
    Command(
        "search-users",
        "search_users",
        "call",
        "GET /slack-bots/{botId}/workspace/users",
        summary="Search workspace users",
        text=(
            "Finds people in the Slack workspace of the bot, for `allowedUsers` and `deniedUsers`. A bot that"
            " is not connected returns 404."
        ),
        values=(
            CommandValue(
                "bot-id", "bot_id", "botId", "path", "text", help="The `botId` of a Slack bot.", required=True
            ),
            CommandValue(
                "q",
                "q",
                "q",
                "query",
                "text",
                help=(
                    "Part of a person's name, in upper or lower case. Returns everyone in the workspace if left out."
                ),
            ),
        ),
    ),
    Command(
        "search-channels",
        "search_channels",
        "call",
        "GET /slack-bots/{botId}/workspace/channels",
        summary="Search workspace channels",
        text=(
            "Finds channels in the Slack workspace of the bot, for `allowedChannels`. A bot that is not "
            "connected returns 404."
        ),
        values=(
            CommandValue(
                "bot-id", "bot_id", "botId", "path", "text", help="The `botId` of a Slack bot.", required=True
            ),
            CommandValue(
                "q",
                "q",
                "q",
                "query",
                "text",
                help=(
                    "Part of a channel's name, in upper or lower case. Returns all channels of the workspace if left "
                    "out."
                ),
            ),
        ),
    ),
)
