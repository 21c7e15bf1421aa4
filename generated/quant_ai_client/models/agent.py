# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .guardrail_preset import GuardrailPreset


@_define(kw_only=True, eq=False, repr=False)
class Agent(_Model):
    """An agent in full."""

    agent_id: str
    """Id of the agent. A UUID for an agent of the organisation, a slug for a global one."""
    name: str | Unset = UNSET
    """Name of the agent, as people see it."""
    description: str | Unset = UNSET
    """What the agent is for, in a sentence."""
    group: str | Unset = UNSET
    """Label that several agents share; the list can be filtered by it."""
    system_prompt: str | Unset = UNSET
    """Instructions that stand before every conversation with the agent."""
    model_id: str | Unset = UNSET
    """Id of the model that writes the agent's answers."""
    temperature: float | Unset = UNSET
    """How freely the model chooses its words, from 0 (the likeliest word) to 1 (the most varied)."""
    max_tokens: int | Unset = UNSET
    """Greatest length of one answer, in tokens."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the agent may call."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the agent may search."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills that the agent has."""
    long_context: bool | Unset = UNSET
    """Whether the agent reads with the model's extended context window, where the model has one."""
    guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """The guardrails that apply to the agent; null for none."""
    filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies that apply to the agent's conversations. Not every reply has them."""
    is_global: bool | Unset = UNSET
    """True for an agent that the service offers to all organisations; such an agent is read-only."""
    has_overlay: bool | Unset = UNSET
    """True for a global agent whose settings the organisation has adjusted for itself."""
    created_by: str | Unset = UNSET
    """Who created the agent, as given when it was created."""
    created_at: datetime | Unset = UNSET
    """When the agent was created."""
    updated_at: datetime | Unset = UNSET
    """When the agent was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            agent_id=get("agentId", UNSET),
            name=get("name", UNSET),
            description=get("description", UNSET),
            group=get("group", UNSET),
            system_prompt=get("systemPrompt", UNSET),
            model_id=get("modelId", UNSET),
            temperature=get("temperature", UNSET),
            max_tokens=get("maxTokens", UNSET),
            allowed_tools=get("allowedTools", UNSET),
            allowed_collections=get("allowedCollections", UNSET),
            assigned_skills=get("assignedSkills", UNSET),
            long_context=get("longContext", UNSET),
            guardrail_preset=get("guardrailPreset", UNSET),
            filter_policies=get("filterPolicies", UNSET),
            is_global=get("isGlobal", UNSET),
            has_overlay=get("hasOverlay", UNSET),
            created_by=get("createdBy", UNSET),
            created_at=to_datetime(get("createdAt", UNSET)),
            updated_at=to_datetime(get("updatedAt", UNSET)),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "agentId": self.agent_id,
                "name": self.name,
                "description": self.description,
                "group": self.group,
                "systemPrompt": self.system_prompt,
                "modelId": self.model_id,
                "temperature": self.temperature,
                "maxTokens": self.max_tokens,
                "allowedTools": self.allowed_tools,
                "allowedCollections": self.allowed_collections,
                "assignedSkills": self.assigned_skills,
                "longContext": self.long_context,
                "guardrailPreset": self.guardrail_preset,
                "filterPolicies": self.filter_policies,
                "isGlobal": self.is_global,
                "hasOverlay": self.has_overlay,
                "createdBy": self.created_by,
                "createdAt": wire(self.created_at),
                "updatedAt": wire(self.updated_at),
            }
        )


_NAMES = {
    "agentId": "agent_id",
    "name": "name",
    "description": "description",
    "group": "group",
    "systemPrompt": "system_prompt",
    "modelId": "model_id",
    "temperature": "temperature",
    "maxTokens": "max_tokens",
    "allowedTools": "allowed_tools",
    "allowedCollections": "allowed_collections",
    "assignedSkills": "assigned_skills",
    "longContext": "long_context",
    "guardrailPreset": "guardrail_preset",
    "filterPolicies": "filter_policies",
    "isGlobal": "is_global",
    "hasOverlay": "has_overlay",
    "createdBy": "created_by",
    "createdAt": "created_at",
    "updatedAt": "updated_at",
}
