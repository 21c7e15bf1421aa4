# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject, JsonObjectParam
from .slack_bot_status import SlackBotStatus


@_define(kw_only=True, eq=False, repr=False)
class SlackBotUpdateRequest(_Model):
    """Settings to change; those left out keep their values.

    Attributes:
        name (str | Unset): New display name.
        status (SlackBotStatus | Unset): Whether a bot answers. Known values: "active", "inactive".
        system_prompt (str | Unset): New instructions, replacing the old ones.
        model_id (str | Unset): Id of the bot's new model.
        temperature (float | Unset): Sampling temperature; higher is more varied. 0 to 2.
        max_tokens (int | Unset): Maximum tokens per answer. The model's own limit applies too. At least 1.
        allowed_tools (list[str] | Unset): New list of tools that the bot may call; an empty array removes
            all of them.
        assigned_skills (list[str] | Unset): New list of ids of the bot's skills.
        allowed_collections (list[str] | Unset): New list of ids of the vector database collections that the
            bot may search.
        allowed_sub_agents (list[str] | Unset): New list of ids of the agents that the bot may delegate to.
        guardrail_preset (str | Unset): Name of the new guardrails.
        filter_policies (list[str] | Unset): New list of ids of the filter policies.
        long_context (bool | Unset): Whether to use the model's extended context window, if it has one.
        session_ttl_days (int | Unset): For how many days a conversation is kept, from 1 to 90. Each Slack
            thread is a conversation.
        allowed_channels (list[str] | Unset): New list of ids of the channels in which the bot answers;
            empty for all.
        allowed_users (list[str] | Unset): New list of ids of the people who may use the bot; empty for
            everyone.
        denied_users (list[str] | Unset): New list of ids of the people who may not use the bot.
        allow_guests (bool | Unset): Whether guests of the workspace may use the bot.
        home_tab_content (str | Unset): New content of the bot's home tab in Slack.
        agent_access_control (JsonObject | Unset): New rules on who may use which agent through the bot,
            replacing the old ones. Their format is not documented.
        keywords_enabled (bool | Unset): Whether the bot answers to its keywords without being mentioned.
        keywords (list[str] | Unset): New list of words that the bot answers to, if `keywords_enabled` is
            true.
    """

    name: str | Unset = UNSET
    """New display name."""
    status: SlackBotStatus | Unset = UNSET
    """Whether a bot answers:

    - `active`: it answers, once it is connected
    - `inactive`: it is switched off
    """
    system_prompt: str | Unset = UNSET
    """New instructions, replacing the old ones."""
    model_id: str | Unset = UNSET
    """Id of the bot's new model."""
    temperature: float | Unset = UNSET
    """Sampling temperature; higher is more varied. 0 to 2."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens per answer. The model's own limit applies too. At least 1."""
    allowed_tools: list[str] | Unset = UNSET
    """New list of tools that the bot may call; an empty array removes all of them."""
    assigned_skills: list[str] | Unset = UNSET
    """New list of ids of the bot's skills."""
    allowed_collections: list[str] | Unset = UNSET
    """New list of ids of the vector database collections that the bot may search."""
    allowed_sub_agents: list[str] | Unset = UNSET
    """New list of ids of the agents that the bot may delegate to."""
    guardrail_preset: str | Unset = UNSET
    """Name of the new guardrails."""
    filter_policies: list[str] | Unset = UNSET
    """New list of ids of the filter policies."""
    long_context: bool | Unset = UNSET
    """Whether to use the model's extended context window, if it has one."""
    session_ttl_days: int | Unset = UNSET
    """For how many days a conversation is kept, from 1 to 90. Each Slack thread is a conversation."""
    allowed_channels: list[str] | Unset = UNSET
    """New list of ids of the channels in which the bot answers; empty for all."""
    allowed_users: list[str] | Unset = UNSET
    """New list of ids of the people who may use the bot; empty for everyone."""
    denied_users: list[str] | Unset = UNSET
    """New list of ids of the people who may not use the bot."""
    allow_guests: bool | Unset = UNSET
    """Whether guests of the workspace may use the bot."""
    home_tab_content: str | Unset = UNSET
    """New content of the bot's home tab in Slack."""
    agent_access_control: JsonObject | Unset = UNSET
    """New rules on who may use which agent through the bot, replacing the old ones. Their format is not documented."""
    keywords_enabled: bool | Unset = UNSET
    """Whether the bot answers to its keywords without being mentioned."""
    keywords: list[str] | Unset = UNSET
    """New list of words that the bot answers to, if `keywords_enabled` is true."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
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
        "allowed_channels": "allowedChannels",
        "allowed_users": "allowedUsers",
        "denied_users": "deniedUsers",
        "allow_guests": "allowGuests",
        "home_tab_content": "homeTabContent",
        "agent_access_control": "agentAccessControl",
        "keywords_enabled": "keywordsEnabled",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.name = rest.pop("name", UNSET)
        made.status = rest.pop("status", UNSET)
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
        made.allowed_channels = rest.pop("allowedChannels", UNSET)
        made.allowed_users = rest.pop("allowedUsers", UNSET)
        made.denied_users = rest.pop("deniedUsers", UNSET)
        made.allow_guests = rest.pop("allowGuests", UNSET)
        made.home_tab_content = rest.pop("homeTabContent", UNSET)
        made.agent_access_control = rest.pop("agentAccessControl", UNSET)
        made.keywords_enabled = rest.pop("keywordsEnabled", UNSET)
        made.keywords = rest.pop("keywords", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not UNSET:
            made["name"] = self.name
        if self.status is not UNSET:
            made["status"] = self.status
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
        if self.allowed_channels is not UNSET:
            made["allowedChannels"] = self.allowed_channels
        if self.allowed_users is not UNSET:
            made["allowedUsers"] = self.allowed_users
        if self.denied_users is not UNSET:
            made["deniedUsers"] = self.denied_users
        if self.allow_guests is not UNSET:
            made["allowGuests"] = self.allow_guests
        if self.home_tab_content is not UNSET:
            made["homeTabContent"] = self.home_tab_content
        if self.agent_access_control is not UNSET:
            made["agentAccessControl"] = wire(self.agent_access_control)
        if self.keywords_enabled is not UNSET:
            made["keywordsEnabled"] = self.keywords_enabled
        if self.keywords is not UNSET:
            made["keywords"] = self.keywords
        return made


class SlackBotUpdateRequestParam(TypedDict):
    """A `SlackBotUpdateRequest` as a plain dict, names as in the JSON."""

    name: NotRequired[str]
    status: NotRequired[SlackBotStatus]
    systemPrompt: NotRequired[str]
    modelId: NotRequired[str]
    temperature: NotRequired[float]
    maxTokens: NotRequired[int]
    allowedTools: NotRequired[Sequence[str]]
    assignedSkills: NotRequired[Sequence[str]]
    allowedCollections: NotRequired[Sequence[str]]
    allowedSubAgents: NotRequired[Sequence[str]]
    guardrailPreset: NotRequired[str]
    filterPolicies: NotRequired[Sequence[str]]
    longContext: NotRequired[bool]
    sessionTtlDays: NotRequired[int]
    allowedChannels: NotRequired[Sequence[str]]
    allowedUsers: NotRequired[Sequence[str]]
    deniedUsers: NotRequired[Sequence[str]]
    allowGuests: NotRequired[bool]
    homeTabContent: NotRequired[str]
    agentAccessControl: NotRequired[JsonObjectParam]
    keywordsEnabled: NotRequired[bool]
    keywords: NotRequired[Sequence[str]]
