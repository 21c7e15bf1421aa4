# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
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
        temperature (float | None): Sampling temperature; higher is more varied. Other agents allow up to 1.
            0 to 2.
        max_tokens (int | None): Maximum tokens per answer. The model's own limit applies too. At least 1.
        allowed_tools (list[str] | None): Names of the tools that the bot may call, built-in or custom.
        assigned_skills (list[str] | None): Ids of the skills to assign to the bot.
        allowed_collections (list[str] | None): Ids of the vector database collections that the bot may
            search.
        allowed_sub_agents (list[str] | None): Ids of the agents that the bot may delegate to.
        guardrail_preset (str | None): Name of the bot's guardrails; left out for none.
        filter_policies (list[str] | None): Ids of the filter policies for the bot's conversations.
        long_context (bool | None): Whether to use the model's extended context window, if it has one.
        session_ttl_days (int | None): For how many days a conversation is kept, from 1 to 90. Each Slack
            thread is a conversation. Server default: 14.
        allowed_channels (list[str] | None): Ids of the channels in which the bot answers; all channels if
            left out or empty. Direct messages are always answered.
        allowed_users (list[str] | None): Ids of the people who may use the bot; everyone if left out or
            empty.
        denied_users (list[str] | None): Ids of the people who may not use the bot.
        allow_guests (bool | None): Whether guests of the workspace may use the bot.
        home_tab_content (str | None): Content of the bot's home tab in Slack.
        agent_access_control (JsonObject | None): Rules on who may use which agent through the bot. Their
            format is not documented.
        keywords_enabled (bool | None): Whether the bot answers to its keywords without being mentioned.
            Server default: False.
        keywords (list[str] | None): Words that the bot answers to, if `keywords_enabled` is true.
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
    temperature: float | None = None
    """Sampling temperature; higher is more varied. Other agents allow up to 1. 0 to 2."""
    max_tokens: int | None = None
    """Maximum tokens per answer. The model's own limit applies too. At least 1."""
    allowed_tools: list[str] | None = None
    """Names of the tools that the bot may call, built-in or custom."""
    assigned_skills: list[str] | None = None
    """Ids of the skills to assign to the bot."""
    allowed_collections: list[str] | None = None
    """Ids of the vector database collections that the bot may search."""
    allowed_sub_agents: list[str] | None = None
    """Ids of the agents that the bot may delegate to."""
    guardrail_preset: str | None = None
    """Name of the bot's guardrails; left out for none."""
    filter_policies: list[str] | None = None
    """Ids of the filter policies for the bot's conversations."""
    long_context: bool | None = None
    """Whether to use the model's extended context window, if it has one."""
    session_ttl_days: int | None = None
    """For how many days a conversation is kept, from 1 to 90. Each Slack thread is a conversation. Server default:
    14.
    """
    allowed_channels: list[str] | None = None
    """Ids of the channels in which the bot answers; all channels if left out or empty. Direct messages are always
    answered.
    """
    allowed_users: list[str] | None = None
    """Ids of the people who may use the bot; everyone if left out or empty."""
    denied_users: list[str] | None = None
    """Ids of the people who may not use the bot."""
    allow_guests: bool | None = None
    """Whether guests of the workspace may use the bot."""
    home_tab_content: str | None = None
    """Content of the bot's home tab in Slack."""
    agent_access_control: JsonObject | None = None
    """Rules on who may use which agent through the bot. Their format is not documented."""
    keywords_enabled: bool | None = None
    """Whether the bot answers to its keywords without being mentioned. Server default: False."""
    keywords: list[str] | None = None
    """Words that the bot answers to, if `keywords_enabled` is true."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.name = rest.pop("name", None)
        made.setup_type = rest.pop("setupType", None)
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
        made.allowed_channels = rest.pop("allowedChannels", None)
        made.allowed_users = rest.pop("allowedUsers", None)
        made.denied_users = rest.pop("deniedUsers", None)
        made.allow_guests = rest.pop("allowGuests", None)
        made.home_tab_content = rest.pop("homeTabContent", None)
        made.agent_access_control = to_map(rest.pop("agentAccessControl", None))
        made.keywords_enabled = rest.pop("keywordsEnabled", None)
        made.keywords = rest.pop("keywords", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.setup_type is not None:
            made["setupType"] = self.setup_type
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
        if self.allowed_channels is not None:
            made["allowedChannels"] = self.allowed_channels
        if self.allowed_users is not None:
            made["allowedUsers"] = self.allowed_users
        if self.denied_users is not None:
            made["deniedUsers"] = self.denied_users
        if self.allow_guests is not None:
            made["allowGuests"] = self.allow_guests
        if self.home_tab_content is not None:
            made["homeTabContent"] = self.home_tab_content
        if self.agent_access_control is not None:
            made["agentAccessControl"] = wire(self.agent_access_control)
        if self.keywords_enabled is not None:
            made["keywordsEnabled"] = self.keywords_enabled
        if self.keywords is not None:
            made["keywords"] = self.keywords
        if self._nulls:
            restore_nulls(made, self._nulls)
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
