# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence

from .. import encoding as _encoding
from .. import models
from ..protocol import AsyncCaller


class AsyncSlackBots:
    """Agents that answer in a Slack workspace. A bot has the settings of an agent, plus rules on who may use
    it and where.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self) -> models.SlackBotList:
        """List Slack bots.

        Lists the Slack bots of the organisation in one reply, without access rules and home tab content; get a
        bot by its id for those.

        Returns:
            The bots; an empty array if there are none.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.slack_bots.list()
        """
        from ..api.slack_bots import slack_bots_list as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)

    async def create(
        self,
        *,
        name: str,
        setup_type: models.SlackBotSetupType,
        system_prompt: str,
        model_id: str,
        temperature: float | None = None,
        max_tokens: int | None = None,
        allowed_tools: Sequence[str] | None = None,
        assigned_skills: Sequence[str] | None = None,
        allowed_collections: Sequence[str] | None = None,
        allowed_sub_agents: Sequence[str] | None = None,
        guardrail_preset: str | None = None,
        filter_policies: Sequence[str] | None = None,
        long_context: bool | None = None,
        session_ttl_days: int | None = None,
        allowed_channels: Sequence[str] | None = None,
        allowed_users: Sequence[str] | None = None,
        denied_users: Sequence[str] | None = None,
        allow_guests: bool | None = None,
        home_tab_content: str | None = None,
        agent_access_control: models.JsonObjectParam | None = None,
        keywords_enabled: bool | None = None,
        keywords: Sequence[str] | None = None,
    ) -> models.SlackBotEnvelope:
        """Create a Slack bot.

        Creates a bot together with its agent: the agent is created, updated and deleted along with the bot, so
        you need not create one first. An unknown `model_id` raises `NotFoundError`.

        The bot answers once it is connected to a workspace. With `setup_type` `quant`, install Quant's Slack
        app from the dashboard (one bot per workspace). With `byo`, create your own Slack app with the scopes
        `chat:write`, `app_mentions:read`, `im:history`, `channels:history` and `commands`, and set its event
        URL to `https://api.quantcdn.io/v1/slack/events/{botId}`. `connected` tells when the bot is connected.

        Args:
            name (str): Display name of the bot.
            setup_type (SlackBotSetupType): Which Slack app a bot uses. Known values: "quant", "byo".
            system_prompt (str): System prompt: instructions for every conversation with the bot.
            model_id (str): Id of the bot's model.
            temperature (float): Sampling temperature; higher is more varied. Other agents allow up to 1. 0 to
                2.
            max_tokens (int): Maximum tokens per answer. The model's own limit applies too. At least 1.
            allowed_tools (Sequence[str]): Names of the tools that the bot may call, built-in or custom.
            assigned_skills (Sequence[str]): Ids of the skills to assign to the bot.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the bot may search.
            allowed_sub_agents (Sequence[str]): Ids of the agents that the bot may delegate to.
            guardrail_preset (str): Name of the bot's guardrails; left out for none.
            filter_policies (Sequence[str]): Ids of the filter policies for the bot's conversations.
            long_context (bool): Whether to use the model's extended context window, if it has one.
            session_ttl_days (int): For how many days a conversation is kept, from 1 to 90. Each Slack thread is
                a conversation. Server default: 14.
            allowed_channels (Sequence[str]): Ids of the channels in which the bot answers; all channels if left
                out or empty. Direct messages are always answered.
            allowed_users (Sequence[str]): Ids of the people who may use the bot; everyone if left out or empty.
            denied_users (Sequence[str]): Ids of the people who may not use the bot.
            allow_guests (bool): Whether guests of the workspace may use the bot.
            home_tab_content (str): Content of the bot's home tab in Slack.
            agent_access_control (JsonObjectParam): Rules on who may use which agent through the bot. Their
                format is not documented.
            keywords_enabled (bool): Whether the bot answers to its keywords without being mentioned. Server
                default: False.
            keywords (Sequence[str]): Words that the bot answers to, if `keywords_enabled` is true.

        Returns:
            The bot was created and needs to be connected.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.slack_bots.create(
                name="Help desk",
                setup_type="quant",
                system_prompt="You answer questions about the offices of Acme. Be brief.",
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.slack_bots import slack_bots_create as _operation

        _body = {
            "name": name,
            "setupType": setup_type,
            "systemPrompt": system_prompt,
            "modelId": model_id,
            **_encoding.given(
                {
                    "temperature": temperature,
                    "maxTokens": max_tokens,
                    "allowedTools": allowed_tools,
                    "assignedSkills": assigned_skills,
                    "allowedCollections": allowed_collections,
                    "allowedSubAgents": allowed_sub_agents,
                    "guardrailPreset": guardrail_preset,
                    "filterPolicies": filter_policies,
                    "longContext": long_context,
                    "sessionTtlDays": session_ttl_days,
                    "allowedChannels": allowed_channels,
                    "allowedUsers": allowed_users,
                    "deniedUsers": denied_users,
                    "allowGuests": allow_guests,
                    "homeTabContent": home_tab_content,
                    "agentAccessControl": agent_access_control,
                    "keywordsEnabled": keywords_enabled,
                    "keywords": keywords,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def get(self, bot_id: str) -> models.SlackBotEnvelope:
        """Get a Slack bot.

        Returns one bot with its settings, the settings of its agent, its access rules, and whether it is
        connected.

        Args:
            bot_id (str): The `bot_id` of a Slack bot.

        Returns:
            The bot.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.slack_bots.get("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_get as _operation

        _request = _operation.request(bot_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def update(
        self,
        bot_id: str,
        *,
        name: str | None = None,
        status: models.SlackBotStatus | None = None,
        system_prompt: str | None = None,
        model_id: str | None = None,
        temperature: float | None = None,
        max_tokens: int | None = None,
        allowed_tools: Sequence[str] | None = None,
        assigned_skills: Sequence[str] | None = None,
        allowed_collections: Sequence[str] | None = None,
        allowed_sub_agents: Sequence[str] | None = None,
        guardrail_preset: str | None = None,
        filter_policies: Sequence[str] | None = None,
        long_context: bool | None = None,
        session_ttl_days: int | None = None,
        allowed_channels: Sequence[str] | None = None,
        allowed_users: Sequence[str] | None = None,
        denied_users: Sequence[str] | None = None,
        allow_guests: bool | None = None,
        home_tab_content: str | None = None,
        agent_access_control: models.JsonObjectParam | None = None,
        keywords_enabled: bool | None = None,
        keywords: Sequence[str] | None = None,
    ) -> models.SlackBotEnvelope:
        """Update a Slack bot.

        Changes the given settings of the bot and its agent and keeps the others. Arrays are replaced as a
        whole. `setup_type` never changes. An unknown `model_id` raises `NotFoundError`.

        Args:
            bot_id (str): The `bot_id` of a Slack bot.
            name (str): New display name.
            status (SlackBotStatus): Whether a bot answers. Known values: "active", "inactive".
            system_prompt (str): New instructions, replacing the old ones.
            model_id (str): Id of the bot's new model.
            temperature (float): Sampling temperature; higher is more varied. 0 to 2.
            max_tokens (int): Maximum tokens per answer. The model's own limit applies too. At least 1.
            allowed_tools (Sequence[str]): New list of tools that the bot may call; an empty array removes all
                of them.
            assigned_skills (Sequence[str]): New list of ids of the bot's skills.
            allowed_collections (Sequence[str]): New list of ids of the vector database collections that the bot
                may search.
            allowed_sub_agents (Sequence[str]): New list of ids of the agents that the bot may delegate to.
            guardrail_preset (str): Name of the new guardrails.
            filter_policies (Sequence[str]): New list of ids of the filter policies.
            long_context (bool): Whether to use the model's extended context window, if it has one.
            session_ttl_days (int): For how many days a conversation is kept, from 1 to 90. Each Slack thread is
                a conversation.
            allowed_channels (Sequence[str]): New list of ids of the channels in which the bot answers; empty
                for all.
            allowed_users (Sequence[str]): New list of ids of the people who may use the bot; empty for
                everyone.
            denied_users (Sequence[str]): New list of ids of the people who may not use the bot.
            allow_guests (bool): Whether guests of the workspace may use the bot.
            home_tab_content (str): New content of the bot's home tab in Slack.
            agent_access_control (JsonObjectParam): New rules on who may use which agent through the bot,
                replacing the old ones. Their format is not documented.
            keywords_enabled (bool): Whether the bot answers to its keywords without being mentioned.
            keywords (Sequence[str]): New list of words that the bot answers to, if `keywords_enabled` is true.

        Returns:
            The bot after the update.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.slack_bots.update("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352", status="inactive")
        """
        from ..api.slack_bots import slack_bots_update as _operation

        _body = {
            **_encoding.given(
                {
                    "name": name,
                    "status": status,
                    "systemPrompt": system_prompt,
                    "modelId": model_id,
                    "temperature": temperature,
                    "maxTokens": max_tokens,
                    "allowedTools": allowed_tools,
                    "assignedSkills": assigned_skills,
                    "allowedCollections": allowed_collections,
                    "allowedSubAgents": allowed_sub_agents,
                    "guardrailPreset": guardrail_preset,
                    "filterPolicies": filter_policies,
                    "longContext": long_context,
                    "sessionTtlDays": session_ttl_days,
                    "allowedChannels": allowed_channels,
                    "allowedUsers": allowed_users,
                    "deniedUsers": denied_users,
                    "allowGuests": allow_guests,
                    "homeTabContent": home_tab_content,
                    "agentAccessControl": agent_access_control,
                    "keywordsEnabled": keywords_enabled,
                    "keywords": keywords,
                }
            )
        }
        _request = _operation.request(bot_id, body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def delete(self, bot_id: str) -> models.SlackBotDeleted:
        """Delete a Slack bot.

        Deletes the bot and its agent permanently, and disconnects it from its workspace. Your own Slack app
        stays in Slack.

        Args:
            bot_id (str): The `bot_id` of a Slack bot.

        Returns:
            The bot was deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.slack_bots.delete("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_delete as _operation

        _request = _operation.request(bot_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def search_users(self, bot_id: str, *, q: str | None = None) -> models.SlackUserSearchReply:
        """Search workspace users.

        Finds people in the Slack workspace of the bot, for `allowed_users` and `denied_users`. A bot that is
        not connected raises `NotFoundError`.

        Args:
            bot_id (str): The `bot_id` of a Slack bot.
            q (str): Part of a person's name, in upper or lower case. Returns everyone in the workspace if left
                out.

        Returns:
            The people found; an empty array if no one matches.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: There is no bot with this id, or it is not connected to a workspace.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.slack_bots.search_users("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_search_users as _operation

        _request = _operation.request(bot_id, q=q)
        return await self._caller.call(_operation.OPERATION, _request)

    async def search_channels(self, bot_id: str, *, q: str | None = None) -> models.SlackChannelSearchReply:
        """Search workspace channels.

        Finds channels in the Slack workspace of the bot, for `allowed_channels`. A bot that is not connected
        raises `NotFoundError`.

        Args:
            bot_id (str): The `bot_id` of a Slack bot.
            q (str): Part of a channel's name, in upper or lower case. Returns all channels of the workspace if
                left out.

        Returns:
            The channels found; an empty array if none match.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: There is no bot with this id, or it is not connected to a workspace.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.slack_bots.search_channels("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_search_channels as _operation

        _request = _operation.request(bot_id, q=q)
        return await self._caller.call(_operation.OPERATION, _request)
