# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .guardrail_preset import GuardrailPreset


@_define(kw_only=True, eq=False, repr=False)
class Agent(_Model):
    """An agent with all its settings.

    Attributes:
        agent_id (str): Id of the agent: a UUID for an agent of the organisation, a slug for a global one.
        name (str | None): Display name of the agent.
        description (str | None): What the agent is for, in a sentence.
        group (str | None): Label shared by several agents; the list can be filtered by it.
        system_prompt (str | None): System prompt: instructions for every conversation with the agent.
        model_id (str | None): Id of the agent's model.
        temperature (float | None): Sampling temperature; higher is more varied.
        max_tokens (int | None): Maximum tokens per answer.
        allowed_tools (list[str] | None): Names of the tools that the agent may call.
        allowed_collections (list[str] | None): Ids of the vector database collections that the agent may
            search.
        assigned_skills (list[str] | None): Ids of the skills that the agent has.
        long_context (bool | None): Whether the agent uses the model's extended context window, if it has
            one.
        guardrail_preset (GuardrailPreset | None): The guardrails that apply to the agent; None for none.
        filter_policies (list[str] | None): Ids of the filter policies for the agent's conversations. Not
            always present.
        is_global (bool | None): True for an agent that the service offers to all organisations; such an
            agent is read-only.
        has_overlay (bool | None): True for a global agent that your organisation has adjusted with an
            overlay.
        created_by (str | None): Who created the agent, as set at creation.
        created_at (datetime | None): When the agent was created.
        updated_at (datetime | None): When the agent was last changed.
    """

    agent_id: str
    """Id of the agent: a UUID for an agent of the organisation, a slug for a global one."""
    name: str | None = None
    """Display name of the agent."""
    description: str | None = None
    """What the agent is for, in a sentence."""
    group: str | None = None
    """Label shared by several agents; the list can be filtered by it."""
    system_prompt: str | None = None
    """System prompt: instructions for every conversation with the agent."""
    model_id: str | None = None
    """Id of the agent's model."""
    temperature: float | None = None
    """Sampling temperature; higher is more varied."""
    max_tokens: int | None = None
    """Maximum tokens per answer."""
    allowed_tools: list[str] | None = None
    """Names of the tools that the agent may call."""
    allowed_collections: list[str] | None = None
    """Ids of the vector database collections that the agent may search."""
    assigned_skills: list[str] | None = None
    """Ids of the skills that the agent has."""
    long_context: bool | None = None
    """Whether the agent uses the model's extended context window, if it has one."""
    guardrail_preset: GuardrailPreset | None = NOT_SENT
    """The guardrails that apply to the agent; None for none."""
    filter_policies: list[str] | None = None
    """Ids of the filter policies for the agent's conversations. Not always present."""
    is_global: bool | None = None
    """True for an agent that the service offers to all organisations; such an agent is read-only."""
    has_overlay: bool | None = None
    """True for a global agent that your organisation has adjusted with an overlay."""
    created_by: str | None = None
    """Who created the agent, as set at creation."""
    created_at: datetime | None = None
    """When the agent was created."""
    updated_at: datetime | None = None
    """When the agent was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
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
    _nullable: ClassVar = {"guardrailPreset": "guardrail_preset"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.agent_id = rest.pop("agentId", None)
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.group = rest.pop("group", None)
        made.system_prompt = rest.pop("systemPrompt", None)
        made.model_id = rest.pop("modelId", None)
        made.temperature = rest.pop("temperature", None)
        made.max_tokens = rest.pop("maxTokens", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made.allowed_collections = rest.pop("allowedCollections", None)
        made.assigned_skills = rest.pop("assignedSkills", None)
        made.long_context = rest.pop("longContext", None)
        made.guardrail_preset = rest.pop("guardrailPreset", None)
        made.filter_policies = rest.pop("filterPolicies", None)
        made.is_global = rest.pop("isGlobal", None)
        made.has_overlay = rest.pop("hasOverlay", None)
        made.created_by = rest.pop("createdBy", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.updated_at = to_datetime(rest.pop("updatedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.agent_id is not None:
            made["agentId"] = self.agent_id
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.group is not None:
            made["group"] = self.group
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
        if self.allowed_collections is not None:
            made["allowedCollections"] = self.allowed_collections
        if self.assigned_skills is not None:
            made["assignedSkills"] = self.assigned_skills
        if self.long_context is not None:
            made["longContext"] = self.long_context
        if self.guardrail_preset is not None:
            made["guardrailPreset"] = self.guardrail_preset
        if self.filter_policies is not None:
            made["filterPolicies"] = self.filter_policies
        if self.is_global is not None:
            made["isGlobal"] = self.is_global
        if self.has_overlay is not None:
            made["hasOverlay"] = self.has_overlay
        if self.created_by is not None:
            made["createdBy"] = self.created_by
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not None:
            made["updatedAt"] = wire(self.updated_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
