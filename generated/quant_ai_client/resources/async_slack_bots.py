# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.json_object import JsonObjectParam
    from ..models.slack_bot_deleted import SlackBotDeleted
    from ..models.slack_bot_envelope import SlackBotEnvelope
    from ..models.slack_bot_list import SlackBotList
    from ..models.slack_bot_setup_type import SlackBotSetupType
    from ..models.slack_bot_status import SlackBotStatus
    from ..models.slack_channel_search_reply import SlackChannelSearchReply
    from ..models.slack_user_search_reply import SlackUserSearchReply
    from ..protocol import AsyncCaller
    from ..types import Unset


class AsyncSlackBots:
    """Agents that answer in a Slack workspace. A bot carries the settings of the agent behind it, and who may
    talk to it where.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self) -> SlackBotList:
        """List Slack bots.

        Lists the Slack bots of the organisation, all in one reply. Who may use a bot and what its home tab
        shows is left out; get the bot by its id for that.

        Returns:
            The bots; an empty array where there are none.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.slack_bots.list()
        """
        from ..api.slack_bots import slack_bots_list as _operation

        request = _operation.request()
        return await self._caller.call(_operation.OPERATION, request)

    async def create(
        self,
        *,
        name: str,
        setup_type: SlackBotSetupType,
        system_prompt: str,
        model_id: str,
        temperature: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        assigned_skills: Sequence[str] | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
        allowed_sub_agents: Sequence[str] | Unset = UNSET,
        guardrail_preset: str | Unset = UNSET,
        filter_policies: Sequence[str] | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        session_ttl_days: int | Unset = UNSET,
        allowed_channels: Sequence[str] | Unset = UNSET,
        allowed_users: Sequence[str] | Unset = UNSET,
        denied_users: Sequence[str] | Unset = UNSET,
        allow_guests: bool | Unset = UNSET,
        home_tab_content: str | Unset = UNSET,
        agent_access_control: JsonObjectParam | Unset = UNSET,
        keywords_enabled: bool | Unset = UNSET,
        keywords: Sequence[str] | Unset = UNSET,
    ) -> SlackBotEnvelope:
        """Create a Slack bot.

        Stores a bot with the agent behind it: the agent is made, changed and deleted along with the bot, so
        there is none to create first. A `modelId` that names no model answers 404.

        The bot answers once it is connected to a workspace. With `setupType` `quant` that is done by installing
        Quant's own Slack app from the dashboard, for one bot in each workspace; with `byo` you make a Slack app
        of your own, with the scopes `chat:write`, `app_mentions:read`, `im:history`, `channels:history` and
        `commands`, and point its events at `https://api.quantcdn.io/v1/slack/events/{botId}`. `connected` tells
        when that has happened.

        Args:
            name (str): Name of the bot, as people see it.
            setup_type (SlackBotSetupType): Which Slack app a bot speaks through. Known values: "quant", "byo".
            system_prompt (str): Instructions that stand before every conversation with the bot.
            model_id (str): Id of the model that writes the bot's answers.
            temperature (float): How freely the model chooses its words, from 0 (the likeliest word) to 2 (the
                most varied). Agents that are no bots allow up to 1. 0 to 2.
            max_tokens (int): Greatest length of one answer, in tokens. The model's own limit applies as well.
                At least 1.
            allowed_tools (Sequence[str]): Names of the tools that the bot may call, whether custom or coming
                with the service.
            assigned_skills (Sequence[str]): Ids of the skills to give to the bot.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the bot may search.
            allowed_sub_agents (Sequence[str]): Ids of the agents that the bot may hand work to.
            guardrail_preset (str): Name of the guardrails to apply to the bot; left out for none.
            filter_policies (Sequence[str]): Ids of the filter policies to apply to the bot's conversations.
            long_context (bool): Whether to use the model's extended context window, where the model has one.
            session_ttl_days (int): For how many days a conversation is remembered, from 1 to 90. Each thread in
                Slack is one. Server default: 14.
            allowed_channels (Sequence[str]): Ids of the channels in which the bot answers; left out or empty,
                it answers in all of them. Direct messages are always answered.
            allowed_users (Sequence[str]): Ids of the people who may talk to the bot; left out or empty,
                everybody may.
            denied_users (Sequence[str]): Ids of the people who may not talk to the bot.
            allow_guests (bool): Whether guests of the workspace may talk to the bot.
            home_tab_content (str): What the bot's home tab in Slack shows.
            agent_access_control (JsonObjectParam): Rules on who may use which agent through the bot. Their form
                is not documented.
            keywords_enabled (bool): Whether the bot answers to its keywords, without being mentioned. Server
                default: false.
            keywords (Sequence[str]): Words in a message that the bot answers to, where `keywordsEnabled` is
                true.

        Returns:
            The bot is there, and waits to be connected.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.slack_bots.create(
                name="Help desk",
                setup_type="quant",
                system_prompt="You answer questions about the offices of Acme. Be brief.",
                model_id="amazon.nova-lite-v1:0",
            )
        """
        from ..api.slack_bots import slack_bots_create as _operation

        body = {
            "name": name,
            "setupType": setup_type,
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
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get(self, bot_id: str) -> SlackBotEnvelope:
        """Get a Slack bot.

        Reads one bot in full: its settings, those of the agent behind it, who may use it, and whether it is
        connected.

        Args:
            bot_id (str): The `botId` of a Slack bot, as its creation or the list returns it.

        Returns:
            The bot, alone in its envelope.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.slack_bots.get("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_get as _operation

        request = _operation.request(bot_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def update(
        self,
        bot_id: str,
        *,
        name: str | Unset = UNSET,
        status: SlackBotStatus | Unset = UNSET,
        system_prompt: str | Unset = UNSET,
        model_id: str | Unset = UNSET,
        temperature: float | Unset = UNSET,
        max_tokens: int | Unset = UNSET,
        allowed_tools: Sequence[str] | Unset = UNSET,
        assigned_skills: Sequence[str] | Unset = UNSET,
        allowed_collections: Sequence[str] | Unset = UNSET,
        allowed_sub_agents: Sequence[str] | Unset = UNSET,
        guardrail_preset: str | Unset = UNSET,
        filter_policies: Sequence[str] | Unset = UNSET,
        long_context: bool | Unset = UNSET,
        session_ttl_days: int | Unset = UNSET,
        allowed_channels: Sequence[str] | Unset = UNSET,
        allowed_users: Sequence[str] | Unset = UNSET,
        denied_users: Sequence[str] | Unset = UNSET,
        allow_guests: bool | Unset = UNSET,
        home_tab_content: str | Unset = UNSET,
        agent_access_control: JsonObjectParam | Unset = UNSET,
        keywords_enabled: bool | Unset = UNSET,
        keywords: Sequence[str] | Unset = UNSET,
    ) -> SlackBotEnvelope:
        """Update a Slack bot.

        Changes the settings of the bot, or of the agent behind it, that the body names, and keeps the others.
        An array replaces the stored one as a whole. How the bot is set up (`setupType`) never changes. A
        `modelId` that names no model answers 404.

        Args:
            bot_id (str): The `botId` of a Slack bot, as its creation or the list returns it.
            name (str): New name, as people see it.
            status (SlackBotStatus): Whether a bot answers. Known values: "active", "inactive".
            system_prompt (str): New instructions, in place of all earlier ones.
            model_id (str): Id of another model to write the bot's answers.
            temperature (float): How freely the model chooses its words, from 0 (the likeliest word) to 2 (the
                most varied). 0 to 2.
            max_tokens (int): Greatest length of one answer, in tokens. The model's own limit applies as well.
                At least 1.
            allowed_tools (Sequence[str]): Names of the tools that the bot may call from now on; an empty array
                takes all of them away.
            assigned_skills (Sequence[str]): Ids of the skills that the bot has from now on.
            allowed_collections (Sequence[str]): Ids of the vector database collections that the bot may search
                from now on.
            allowed_sub_agents (Sequence[str]): Ids of the agents that the bot may hand work to from now on.
            guardrail_preset (str): Name of the guardrails that apply from now on.
            filter_policies (Sequence[str]): Ids of the filter policies that apply from now on.
            long_context (bool): Whether to use the model's extended context window, where the model has one.
            session_ttl_days (int): For how many days a conversation is remembered, from 1 to 90. Each thread in
                Slack is one.
            allowed_channels (Sequence[str]): Ids of the channels in which the bot answers from now on; empty
                for all of them.
            allowed_users (Sequence[str]): Ids of the people who may talk to the bot from now on; empty for
                everybody.
            denied_users (Sequence[str]): Ids of the people who may not talk to the bot from now on.
            allow_guests (bool): Whether guests of the workspace may talk to the bot.
            home_tab_content (str): What the bot's home tab in Slack shows from now on.
            agent_access_control (JsonObjectParam): Rules on who may use which agent through the bot, in place
                of all earlier ones. Their form is not documented.
            keywords_enabled (bool): Whether the bot answers to its keywords, without being mentioned.
            keywords (Sequence[str]): Words that the bot answers to from now on, where `keywordsEnabled` is
                true.

        Returns:
            The bot after the change.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.slack_bots.update("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352", status="inactive")
        """
        from ..api.slack_bots import slack_bots_update as _operation

        body = {
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
        request = _operation.request(bot_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete(self, bot_id: str) -> SlackBotDeleted:
        """Delete a Slack bot.

        Deletes the bot for good, with the agent behind it, and disconnects it from its workspace. The Slack app
        of a bot that you set up yourself stays in Slack.

        Args:
            bot_id (str): The `botId` of a Slack bot, as its creation or the list returns it.

        Returns:
            The bot is gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.slack_bots.delete("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_delete as _operation

        request = _operation.request(bot_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def search_users(self, bot_id: str, *, q: str | Unset = UNSET) -> SlackUserSearchReply:
        """Search the users of a workspace.

        Finds people of the Slack workspace that the bot is connected to, for `allowedUsers` and `deniedUsers`.
        A bot that is not connected answers 404.

        Args:
            bot_id (str): The `botId` of a Slack bot, as its creation or the list returns it.
            q (str): Part of a person's name, in upper or lower case. All people of the workspace if left out.

        Returns:
            The people found; an empty array where nobody fits.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: There is no bot with this id, or it is not connected to a workspace.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.slack_bots.search_users("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_search_users as _operation

        request = _operation.request(bot_id, q=q)
        return await self._caller.call(_operation.OPERATION, request)

    async def search_channels(self, bot_id: str, *, q: str | Unset = UNSET) -> SlackChannelSearchReply:
        """Search the channels of a workspace.

        Finds channels of the Slack workspace that the bot is connected to, for `allowedChannels`. A bot that is
        not connected answers 404.

        Args:
            bot_id (str): The `botId` of a Slack bot, as its creation or the list returns it.
            q (str): Part of a channel's name, in upper or lower case. All channels of the workspace if left
                out.

        Returns:
            The channels found; an empty array where none fits.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: There is no bot with this id, or it is not connected to a workspace.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.slack_bots.search_channels("71f3c8a0-5d2e-4b96-8c17-e4a9b0d6f352")
        """
        from ..api.slack_bots import slack_bots_search_channels as _operation

        request = _operation.request(bot_id, q=q)
        return await self._caller.call(_operation.OPERATION, request)
