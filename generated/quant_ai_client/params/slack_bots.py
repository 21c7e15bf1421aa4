# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.slack_bots`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.json_object import JsonObjectParam
from ..models.slack_bot_setup_type import SlackBotSetupType
from ..models.slack_bot_status import SlackBotStatus
from ..types import TypedDict


class SlackBotsCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    name: str
    setup_type: SlackBotSetupType
    system_prompt: str
    model_id: str
    temperature: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    assigned_skills: NotRequired[Sequence[str] | None]
    allowed_collections: NotRequired[Sequence[str] | None]
    allowed_sub_agents: NotRequired[Sequence[str] | None]
    guardrail_preset: NotRequired[str | None]
    filter_policies: NotRequired[Sequence[str] | None]
    long_context: NotRequired[bool | None]
    session_ttl_days: NotRequired[int | None]
    allowed_channels: NotRequired[Sequence[str] | None]
    allowed_users: NotRequired[Sequence[str] | None]
    denied_users: NotRequired[Sequence[str] | None]
    allow_guests: NotRequired[bool | None]
    home_tab_content: NotRequired[str | None]
    agent_access_control: NotRequired[JsonObjectParam | None]
    keywords_enabled: NotRequired[bool | None]
    keywords: NotRequired[Sequence[str] | None]


class SlackBotsUpdateParams(TypedDict):
    """The keyword arguments of `update()`."""

    name: NotRequired[str | None]
    status: NotRequired[SlackBotStatus | None]
    system_prompt: NotRequired[str | None]
    model_id: NotRequired[str | None]
    temperature: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    assigned_skills: NotRequired[Sequence[str] | None]
    allowed_collections: NotRequired[Sequence[str] | None]
    allowed_sub_agents: NotRequired[Sequence[str] | None]
    guardrail_preset: NotRequired[str | None]
    filter_policies: NotRequired[Sequence[str] | None]
    long_context: NotRequired[bool | None]
    session_ttl_days: NotRequired[int | None]
    allowed_channels: NotRequired[Sequence[str] | None]
    allowed_users: NotRequired[Sequence[str] | None]
    denied_users: NotRequired[Sequence[str] | None]
    allow_guests: NotRequired[bool | None]
    home_tab_content: NotRequired[str | None]
    agent_access_control: NotRequired[JsonObjectParam | None]
    keywords_enabled: NotRequired[bool | None]
    keywords: NotRequired[Sequence[str] | None]


class SlackBotsSearchUsersParams(TypedDict):
    """The keyword arguments of `search_users()`."""

    q: NotRequired[str | None]


class SlackBotsSearchChannelsParams(TypedDict):
    """The keyword arguments of `search_channels()`."""

    q: NotRequired[str | None]
