# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .slack_bot_setup_type import SlackBotSetupType
from .slack_bot_status import SlackBotStatus


@_define(kw_only=True, eq=False, repr=False)
class SlackBotSummary(_Model):
    """A Slack bot as shown in the list, without its access rules.

    Attributes:
        bot_id (str): Id of the bot.
        name (str | None): Display name of the bot.
        setup_type (SlackBotSetupType | None): Which Slack app a bot uses. Known values: "quant", "byo".
        status (SlackBotStatus | None): Whether a bot answers. Known values: "active", "inactive".
        connected (bool | None): Whether the bot is connected to a Slack workspace.
        system_prompt (str | None): System prompt: instructions for every conversation with the bot.
        model_id (str | None): Id of the bot's model.
        temperature (float | None): Sampling temperature; higher is more varied.
        max_tokens (int | None): Maximum tokens per answer.
        allowed_tools (list[str] | None): Names of the tools that the bot may call.
        assigned_skills (list[str] | None): Ids of the skills that the bot has.
        allowed_collections (list[str] | None): Ids of the vector database collections that the bot may
            search.
        allowed_sub_agents (list[str] | None): Ids of the agents that the bot may delegate to.
        guardrail_preset (str | None): Name of the bot's guardrails; absent if there are none.
        filter_policies (list[str] | None): Ids of the filter policies for the bot's conversations.
        long_context (bool | None): Whether the bot uses the model's extended context window, if it has one.
        session_ttl_days (int | None): For how many days a conversation is kept. Each Slack thread is a
            conversation.
        keywords_enabled (bool | None): Whether the bot answers to its keywords without being mentioned.
        created_at (datetime | None): When the bot was created.
    """

    bot_id: str
    """Id of the bot."""
    name: str | None = None
    """Display name of the bot."""
    setup_type: SlackBotSetupType | None = None
    """Which Slack app a bot uses:

    - `quant`: Quant's app "Quant AI", with the commands `/ask` and `/quant`; one bot per workspace
    - `byo`: your own app
    """
    status: SlackBotStatus | None = None
    """Whether a bot answers:

    - `active`: it answers, once it is connected
    - `inactive`: it is switched off
    """
    connected: bool | None = None
    """Whether the bot is connected to a Slack workspace."""
    system_prompt: str | None = None
    """System prompt: instructions for every conversation with the bot."""
    model_id: str | None = None
    """Id of the bot's model."""
    temperature: float | None = None
    """Sampling temperature; higher is more varied."""
    max_tokens: int | None = None
    """Maximum tokens per answer."""
    allowed_tools: list[str] | None = None
    """Names of the tools that the bot may call."""
    assigned_skills: list[str] | None = None
    """Ids of the skills that the bot has."""
    allowed_collections: list[str] | None = None
    """Ids of the vector database collections that the bot may search."""
    allowed_sub_agents: list[str] | None = None
    """Ids of the agents that the bot may delegate to."""
    guardrail_preset: str | None = None
    """Name of the bot's guardrails; absent if there are none."""
    filter_policies: list[str] | None = None
    """Ids of the filter policies for the bot's conversations."""
    long_context: bool | None = None
    """Whether the bot uses the model's extended context window, if it has one."""
    session_ttl_days: int | None = None
    """For how many days a conversation is kept. Each Slack thread is a conversation."""
    keywords_enabled: bool | None = None
    """Whether the bot answers to its keywords without being mentioned."""
    created_at: datetime | None = None
    """When the bot was created."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "bot_id": "botId",
        "setup_type": "setupType",
        "system_prompt": "systemPrompt",
        "model_id": "modelId",
        "max_tokens": "maxTokens",
        "allowed_tools": "allowedTools",
        "assigned_skills": "assignedSkills",
        "allowed_collections": "allowedCollections",
        "allowed_sub_agents": "allowedSubAgents",
        "guardrail_preset": "guardrailPreset",
        "filter_policies": "filterPolicies",
        "long_context": "longContext",
        "session_ttl_days": "sessionTtlDays",
        "keywords_enabled": "keywordsEnabled",
        "created_at": "createdAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.bot_id = rest.pop("botId", None)
        made.name = rest.pop("name", None)
        made.setup_type = rest.pop("setupType", None)
        made.status = rest.pop("status", None)
        made.connected = rest.pop("connected", None)
        made.system_prompt = rest.pop("systemPrompt", None)
        made.model_id = rest.pop("modelId", None)
        made.temperature = rest.pop("temperature", None)
        made.max_tokens = rest.pop("maxTokens", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made.assigned_skills = rest.pop("assignedSkills", None)
        made.allowed_collections = rest.pop("allowedCollections", None)
        made.allowed_sub_agents = rest.pop("allowedSubAgents", None)
        made.guardrail_preset = rest.pop("guardrailPreset", None)
        made.filter_policies = rest.pop("filterPolicies", None)
        made.long_context = rest.pop("longContext", None)
        made.session_ttl_days = rest.pop("sessionTtlDays", None)
        made.keywords_enabled = rest.pop("keywordsEnabled", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.bot_id is not None:
            made["botId"] = self.bot_id
        if self.name is not None:
            made["name"] = self.name
        if self.setup_type is not None:
            made["setupType"] = self.setup_type
        if self.status is not None:
            made["status"] = self.status
        if self.connected is not None:
            made["connected"] = self.connected
        if self.system_prompt is not None:
            made["systemPrompt"] = self.system_prompt
        if self.model_id is not None:
            made["modelId"] = self.model_id
        if self.temperature is not None:
            made["temperature"] = self.temperature
        if self.max_tokens is not None:
            made["maxTokens"] = self.max_tokens
        if self.allowed_tools is not None:
            made["allowedTools"] = self.allowed_tools
        if self.assigned_skills is not None:
            made["assignedSkills"] = self.assigned_skills
        if self.allowed_collections is not None:
            made["allowedCollections"] = self.allowed_collections
        if self.allowed_sub_agents is not None:
            made["allowedSubAgents"] = self.allowed_sub_agents
        if self.guardrail_preset is not None:
            made["guardrailPreset"] = self.guardrail_preset
        if self.filter_policies is not None:
            made["filterPolicies"] = self.filter_policies
        if self.long_context is not None:
            made["longContext"] = self.long_context
        if self.session_ttl_days is not None:
            made["sessionTtlDays"] = self.session_ttl_days
        if self.keywords_enabled is not None:
            made["keywordsEnabled"] = self.keywords_enabled
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
