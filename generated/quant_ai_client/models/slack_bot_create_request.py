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
from .slack_bot_setup_type import SlackBotSetupType


@_define(kw_only=True, eq=False, repr=False)
class SlackBotCreateRequest(_Model):
    """Settings of the new bot.

    Attributes:
        name (str): Display name of the bot.
        setup_type (SlackBotSetupType): Which Slack app a bot uses. Known values: "quant", "byo".
        system_prompt (str): System prompt: instructions for every conversation with the bot.
        model_id (str): Id of the bot's model.
        temperature (float | Unset): Sampling temperature; higher is more varied. Other agents allow up to
            1. 0 to 2.
        max_tokens (int | Unset): Maximum tokens per answer. The model's own limit applies too. At least 1.
        allowed_tools (list[str] | Unset): Names of the tools that the bot may call, built-in or custom.
        assigned_skills (list[str] | Unset): Ids of the skills to assign to the bot.
        allowed_collections (list[str] | Unset): Ids of the vector database collections that the bot may
            search.
        allowed_sub_agents (list[str] | Unset): Ids of the agents that the bot may delegate to.
        guardrail_preset (str | Unset): Name of the bot's guardrails; left out for none.
        filter_policies (list[str] | Unset): Ids of the filter policies for the bot's conversations.
        long_context (bool | Unset): Whether to use the model's extended context window, if it has one.
        session_ttl_days (int | Unset): For how many days a conversation is kept, from 1 to 90. Each Slack
            thread is a conversation. Server default: 14.
        allowed_channels (list[str] | Unset): Ids of the channels in which the bot answers; all channels if
            left out or empty. Direct messages are always answered.
        allowed_users (list[str] | Unset): Ids of the people who may use the bot; everyone if left out or
            empty.
        denied_users (list[str] | Unset): Ids of the people who may not use the bot.
        allow_guests (bool | Unset): Whether guests of the workspace may use the bot.
        home_tab_content (str | Unset): Content of the bot's home tab in Slack.
        agent_access_control (JsonObject | Unset): Rules on who may use which agent through the bot. Their
            format is not documented.
        keywords_enabled (bool | Unset): Whether the bot answers to its keywords without being mentioned.
            Server default: False.
        keywords (list[str] | Unset): Words that the bot answers to, if `keywords_enabled` is true.
    """

    name: str
    """Display name of the bot."""
    setup_type: SlackBotSetupType
    """Which Slack app a bot uses:

    - `quant`: Quant's app "Quant AI", with the commands `/ask` and `/quant`; one bot per workspace
    - `byo`: your own app
    """
    system_prompt: str
    """System prompt: instructions for every conversation with the bot."""
    model_id: str
    """Id of the bot's model."""
    temperature: float | Unset = UNSET
    """Sampling temperature; higher is more varied. Other agents allow up to 1. 0 to 2."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens per answer. The model's own limit applies too. At least 1."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the bot may call, built-in or custom."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills to assign to the bot."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the bot may search."""
    allowed_sub_agents: list[str] | Unset = UNSET
    """Ids of the agents that the bot may delegate to."""
    guardrail_preset: str | Unset = UNSET
    """Name of the bot's guardrails; left out for none."""
    filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies for the bot's conversations."""
    long_context: bool | Unset = UNSET
    """Whether to use the model's extended context window, if it has one."""
    session_ttl_days: int | Unset = UNSET
    """For how many days a conversation is kept, from 1 to 90. Each Slack thread is a conversation. Server default:
    14.
    """
    allowed_channels: list[str] | Unset = UNSET
    """Ids of the channels in which the bot answers; all channels if left out or empty. Direct messages are always
    answered.
    """
    allowed_users: list[str] | Unset = UNSET
    """Ids of the people who may use the bot; everyone if left out or empty."""
    denied_users: list[str] | Unset = UNSET
    """Ids of the people who may not use the bot."""
    allow_guests: bool | Unset = UNSET
    """Whether guests of the workspace may use the bot."""
    home_tab_content: str | Unset = UNSET
    """Content of the bot's home tab in Slack."""
    agent_access_control: JsonObject | Unset = UNSET
    """Rules on who may use which agent through the bot. Their format is not documented."""
    keywords_enabled: bool | Unset = UNSET
    """Whether the bot answers to its keywords without being mentioned. Server default: False."""
    keywords: list[str] | Unset = UNSET
    """Words that the bot answers to, if `keywords_enabled` is true."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
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
        made.setup_type = rest.pop("setupType", UNSET)
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
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.setup_type, Unset):
            made["setupType"] = self.setup_type
        if not isinstance(self.system_prompt, Unset):
            made["systemPrompt"] = self.system_prompt
        if not isinstance(self.model_id, Unset):
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


class SlackBotCreateRequestParam(TypedDict):
    """A `SlackBotCreateRequest` as a plain dict, names as in the JSON."""

    name: str
    setupType: SlackBotSetupType
    systemPrompt: str
    modelId: str
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
