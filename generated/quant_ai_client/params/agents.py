# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.agents`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.guardrail_preset import GuardrailPreset
from ..types import TypedDict, Unset


class AgentsListParams(TypedDict):
    """The keyword arguments of `list()`."""

    group: NotRequired[str | None]


class AgentsCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    name: str
    description: str
    system_prompt: str
    model_id: str
    group: NotRequired[str | None]
    temperature: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    allowed_collections: NotRequired[Sequence[str] | None]
    assigned_skills: NotRequired[Sequence[str] | None]
    created_by: NotRequired[str | None]
    long_context: NotRequired[bool | None]
    guardrail_preset: NotRequired[GuardrailPreset | Unset | None]
    filter_policies: NotRequired[Sequence[str] | None]


class AgentsUpdateParams(TypedDict):
    """The keyword arguments of `update()`."""

    name: NotRequired[str | None]
    description: NotRequired[str | None]
    group: NotRequired[str | None]
    system_prompt: NotRequired[str | None]
    temperature: NotRequired[float | None]
    model_id: NotRequired[str | None]
    max_tokens: NotRequired[int | None]
    allowed_tools: NotRequired[Sequence[str] | None]
    allowed_collections: NotRequired[Sequence[str] | None]
    assigned_skills: NotRequired[Sequence[str] | None]
    long_context: NotRequired[bool | None]
    guardrail_preset: NotRequired[GuardrailPreset | Unset | None]
    filter_policies: NotRequired[Sequence[str] | None]


class AgentsPutOverlayParams(TypedDict):
    """The keyword arguments of `put_overlay()`."""

    model_id: NotRequired[str | None]
    temperature: NotRequired[float | None]
    max_tokens: NotRequired[int | None]
    additional_skills: NotRequired[Sequence[str] | None]
    disabled_skills: NotRequired[Sequence[str] | None]
    additional_tools: NotRequired[Sequence[str] | None]
    disabled_tools: NotRequired[Sequence[str] | None]
    system_prompt_append: NotRequired[str | None]
    allowed_collections: NotRequired[Sequence[str] | None]
    guardrail_preset: NotRequired[GuardrailPreset | Unset | None]
    version: NotRequired[int | None]


class AgentsChatParams(TypedDict):
    """The keyword arguments of `chat()`, `stream()`, `start()`."""

    message: str
    session_id: NotRequired[str | None]
    user_id: NotRequired[str | None]
    system: NotRequired[str | None]
    long_context: NotRequired[bool | None]
    max_tool_iterations: NotRequired[int | None]
    allowed_collections: NotRequired[Sequence[str] | None]
