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
from .guardrail_preset import GuardrailPreset


@_define(kw_only=True, eq=False, repr=False)
class Agent(_Model):
    """An agent with all its settings.

    Attributes:
        agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.
        name (str | Unset): Display name of the agent.
        description (str | Unset): What the agent is for, in a sentence.
        group (str | Unset): Label shared by several agents; the list can be filtered by it.
        system_prompt (str | Unset): System prompt: instructions for every conversation with the agent.
        model_id (str | Unset): Id of the agent's model.
        temperature (float | Unset): Sampling temperature; higher is more varied.
        max_tokens (int | Unset): Maximum tokens per answer.
        allowed_tools (list[str] | Unset): Names of the tools that the agent may call.
        allowed_collections (list[str] | Unset): Ids of the vector database collections that the agent may
            search.
        assigned_skills (list[str] | Unset): Ids of the skills that the agent has.
        long_context (bool | Unset): Whether the agent uses the model's extended context window, if it has
            one.
        guardrail_preset (GuardrailPreset | Unset | None): The guardrails that apply to the agent; None for
            none.
        filter_policies (list[str] | Unset): Ids of the filter policies for the agent's conversations. Not
            always present.
        is_global (bool | Unset): True for an agent that the service offers to all organisations; such an
            agent is read-only.
        has_overlay (bool | Unset): True for a global agent that your organisation has adjusted with an
            overlay.
        created_by (str | Unset): Who created the agent, as set at creation.
        created_at (datetime | Unset): When the agent was created.
        updated_at (datetime | Unset): When the agent was last changed.
    """

    agent_id: str
    """Id of the agent: a UUID for an agent of the organisation, a slug for a global one."""
    name: str | Unset = UNSET
    """Display name of the agent."""
    description: str | Unset = UNSET
    """What the agent is for, in a sentence."""
    group: str | Unset = UNSET
    """Label shared by several agents; the list can be filtered by it."""
    system_prompt: str | Unset = UNSET
    """System prompt: instructions for every conversation with the agent."""
    model_id: str | Unset = UNSET
    """Id of the agent's model."""
    temperature: float | Unset = UNSET
    """Sampling temperature; higher is more varied."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens per answer."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the agent may call."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the agent may search."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills that the agent has."""
    long_context: bool | Unset = UNSET
    """Whether the agent uses the model's extended context window, if it has one."""
    guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """The guardrails that apply to the agent; None for none."""
    filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies for the agent's conversations. Not always present."""
    is_global: bool | Unset = UNSET
    """True for an agent that the service offers to all organisations; such an agent is read-only."""
    has_overlay: bool | Unset = UNSET
    """True for a global agent that your organisation has adjusted with an overlay."""
    created_by: str | Unset = UNSET
    """Who created the agent, as set at creation."""
    created_at: datetime | Unset = UNSET
    """When the agent was created."""
    updated_at: datetime | Unset = UNSET
    """When the agent was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "agent_id": "agentId",
        "system_prompt": "systemPrompt",
        "model_id": "modelId",
        "max_tokens": "maxTokens",
        "allowed_tools": "allowedTools",
        "allowed_collections": "allowedCollections",
        "assigned_skills": "assignedSkills",
        "long_context": "longContext",
        "guardrail_preset": "guardrailPreset",
        "filter_policies": "filterPolicies",
        "is_global": "isGlobal",
        "has_overlay": "hasOverlay",
        "created_by": "createdBy",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.agent_id = rest.pop("agentId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.group = rest.pop("group", UNSET)
        made.system_prompt = rest.pop("systemPrompt", UNSET)
        made.model_id = rest.pop("modelId", UNSET)
        made.temperature = rest.pop("temperature", UNSET)
        made.max_tokens = rest.pop("maxTokens", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.allowed_collections = rest.pop("allowedCollections", UNSET)
        made.assigned_skills = rest.pop("assignedSkills", UNSET)
        made.long_context = rest.pop("longContext", UNSET)
        made.guardrail_preset = rest.pop("guardrailPreset", UNSET)
        made.filter_policies = rest.pop("filterPolicies", UNSET)
        made.is_global = rest.pop("isGlobal", UNSET)
        made.has_overlay = rest.pop("hasOverlay", UNSET)
        made.created_by = rest.pop("createdBy", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.updated_at = to_datetime(rest.pop("updatedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.agent_id, Unset):
            made["agentId"] = self.agent_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.group is not UNSET:
            made["group"] = self.group
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
        if self.allowed_collections is not UNSET:
            made["allowedCollections"] = self.allowed_collections
        if self.assigned_skills is not UNSET:
            made["assignedSkills"] = self.assigned_skills
        if self.long_context is not UNSET:
            made["longContext"] = self.long_context
        if self.guardrail_preset is not UNSET:
            made["guardrailPreset"] = self.guardrail_preset
        if self.filter_policies is not UNSET:
            made["filterPolicies"] = self.filter_policies
        if self.is_global is not UNSET:
            made["isGlobal"] = self.is_global
        if self.has_overlay is not UNSET:
            made["hasOverlay"] = self.has_overlay
        if self.created_by is not UNSET:
            made["createdBy"] = self.created_by
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        return made
