# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .slack_bot_setup_type import SlackBotSetupType
from .slack_bot_status import SlackBotStatus


@_define(kw_only=True, eq=False, repr=False)
class SlackBotSummary(_Model):
    """A Slack bot as shown in the list, without its access rules.

    Attributes:
        bot_id (str): Id of the bot.
        name (str | Unset): Display name of the bot.
        setup_type (SlackBotSetupType | Unset): Which Slack app a bot uses. Known values: "quant", "byo".
        status (SlackBotStatus | Unset): Whether a bot answers. Known values: "active", "inactive".
        connected (bool | Unset): Whether the bot is connected to a Slack workspace.
        system_prompt (str | Unset): System prompt: instructions for every conversation with the bot.
        model_id (str | Unset): Id of the bot's model.
        temperature (float | Unset): Sampling temperature; higher is more varied.
        max_tokens (int | Unset): Maximum tokens per answer.
        allowed_tools (list[str] | Unset): Names of the tools that the bot may call.
        assigned_skills (list[str] | Unset): Ids of the skills that the bot has.
        allowed_collections (list[str] | Unset): Ids of the vector database collections that the bot may
            search.
        allowed_sub_agents (list[str] | Unset): Ids of the agents that the bot may delegate to.
        guardrail_preset (str | Unset): Name of the bot's guardrails; absent if there are none.
        filter_policies (list[str] | Unset): Ids of the filter policies for the bot's conversations.
        long_context (bool | Unset): Whether the bot uses the model's extended context window, if it has
            one.
        session_ttl_days (int | Unset): For how many days a conversation is kept. Each Slack thread is a
            conversation.
        keywords_enabled (bool | Unset): Whether the bot answers to its keywords without being mentioned.
        created_at (datetime | Unset): When the bot was created.
    """

    bot_id: str
    """Id of the bot."""
    name: str | Unset = UNSET
    """Display name of the bot."""
    setup_type: SlackBotSetupType | Unset = UNSET
    """Which Slack app a bot uses:

    - `quant`: Quant's app "Quant AI", with the commands `/ask` and `/quant`; one bot per workspace
    - `byo`: your own app
    """
    status: SlackBotStatus | Unset = UNSET
    """Whether a bot answers:

    - `active`: it answers, once it is connected
    - `inactive`: it is switched off
    """
    connected: bool | Unset = UNSET
    """Whether the bot is connected to a Slack workspace."""
    system_prompt: str | Unset = UNSET
    """System prompt: instructions for every conversation with the bot."""
    model_id: str | Unset = UNSET
    """Id of the bot's model."""
    temperature: float | Unset = UNSET
    """Sampling temperature; higher is more varied."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens per answer."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the bot may call."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills that the bot has."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the bot may search."""
    allowed_sub_agents: list[str] | Unset = UNSET
    """Ids of the agents that the bot may delegate to."""
    guardrail_preset: str | Unset = UNSET
    """Name of the bot's guardrails; absent if there are none."""
    filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies for the bot's conversations."""
    long_context: bool | Unset = UNSET
    """Whether the bot uses the model's extended context window, if it has one."""
    session_ttl_days: int | Unset = UNSET
    """For how many days a conversation is kept. Each Slack thread is a conversation."""
    keywords_enabled: bool | Unset = UNSET
    """Whether the bot answers to its keywords without being mentioned."""
    created_at: datetime | Unset = UNSET
    """When the bot was created."""
    additional_properties: dict[str, Any] = _field(factory=dict)
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
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.bot_id = rest.pop("botId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.setup_type = rest.pop("setupType", UNSET)
        made.status = rest.pop("status", UNSET)
        made.connected = rest.pop("connected", UNSET)
        made.system_prompt = rest.pop("systemPrompt", UNSET)
        made.model_id = rest.pop("modelId", UNSET)
        made.temperature = rest.pop("temperature", UNSET)
        made.max_tokens = rest.pop("maxTokens", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.assigned_skills = rest.pop("assignedSkills", UNSET)
        made.allowed_collections = rest.pop("allowedCollections", UNSET)
        made.allowed_sub_agents = rest.pop("allowedSubAgents", UNSET)
        made.guardrail_preset = rest.pop("guardrailPreset", UNSET)
        made.filter_policies = rest.pop("filterPolicies", UNSET)
        made.long_context = rest.pop("longContext", UNSET)
        made.session_ttl_days = rest.pop("sessionTtlDays", UNSET)
        made.keywords_enabled = rest.pop("keywordsEnabled", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.bot_id, Unset):
            made["botId"] = self.bot_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.setup_type is not UNSET:
            made["setupType"] = self.setup_type
        if self.status is not UNSET:
            made["status"] = self.status
        if self.connected is not UNSET:
            made["connected"] = self.connected
        if self.system_prompt is not UNSET:
            made["systemPrompt"] = self.system_prompt
        if self.model_id is not UNSET:
            made["modelId"] = self.model_id
        if self.temperature is not UNSET:
            made["temperature"] = self.temperature
        if self.max_tokens is not UNSET:
            made["maxTokens"] = self.max_tokens
        if self.allowed_tools is not UNSET:
            made["allowedTools"] = self.allowed_tools
        if self.assigned_skills is not UNSET:
            made["assignedSkills"] = self.assigned_skills
        if self.allowed_collections is not UNSET:
            made["allowedCollections"] = self.allowed_collections
        if self.allowed_sub_agents is not UNSET:
            made["allowedSubAgents"] = self.allowed_sub_agents
        if self.guardrail_preset is not UNSET:
            made["guardrailPreset"] = self.guardrail_preset
        if self.filter_policies is not UNSET:
            made["filterPolicies"] = self.filter_policies
        if self.long_context is not UNSET:
            made["longContext"] = self.long_context
        if self.session_ttl_days is not UNSET:
            made["sessionTtlDays"] = self.session_ttl_days
        if self.keywords_enabled is not UNSET:
            made["keywordsEnabled"] = self.keywords_enabled
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        return made
