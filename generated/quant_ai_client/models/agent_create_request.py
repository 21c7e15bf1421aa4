# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .guardrail_preset import GuardrailPreset


@_define(kw_only=True, eq=False, repr=False)
class AgentCreateRequest(_Model):
    """Settings of the new agent.

    Attributes:
        name (str): Display name of the agent.
        description (str): What the agent is for, in a sentence.
        system_prompt (str): System prompt: instructions for every conversation with the agent.
        model_id (str): Id of the agent's model.
        group (str | Unset): Label shared by several agents, for filtering the list.
        temperature (float | Unset): Sampling temperature; higher is more varied. Chats without an agent
            allow up to 2. 0 to 1.
        max_tokens (int | Unset): Maximum tokens per answer, from 1 to 200000. The model's own limit applies
            too.
        allowed_tools (list[str] | Unset): Names of the tools that the agent may call, built-in or custom.
        allowed_collections (list[str] | Unset): Ids of the vector database collections that the agent may
            search.
        assigned_skills (list[str] | Unset): Ids of the skills to assign to the agent.
        created_by (str | Unset): Your own id of the person or system that creates the agent. It cannot be
            changed later.
        long_context (bool | Unset): Whether to use the model's extended context window, if it has one.
        guardrail_preset (GuardrailPreset | Unset | None): The guardrails of the agent; None or left out for
            none.
        filter_policies (list[str] | Unset): Ids of the filter policies for the agent's conversations.
            Replies may leave them out.
    """

    name: str
    """Display name of the agent."""
    description: str
    """What the agent is for, in a sentence."""
    system_prompt: str
    """System prompt: instructions for every conversation with the agent."""
    model_id: str
    """Id of the agent's model."""
    group: str | Unset = UNSET
    """Label shared by several agents, for filtering the list."""
    temperature: float | Unset = UNSET
    """Sampling temperature; higher is more varied. Chats without an agent allow up to 2. 0 to 1."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens per answer, from 1 to 200000. The model's own limit applies too."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the agent may call, built-in or custom."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the agent may search."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills to assign to the agent."""
    created_by: str | Unset = UNSET
    """Your own id of the person or system that creates the agent. It cannot be changed later."""
    long_context: bool | Unset = UNSET
    """Whether to use the model's extended context window, if it has one."""
    guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """The guardrails of the agent; None or left out for none."""
    filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies for the agent's conversations. Replies may leave them out."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "system_prompt": "systemPrompt",
        "model_id": "modelId",
        "max_tokens": "maxTokens",
        "allowed_tools": "allowedTools",
        "allowed_collections": "allowedCollections",
        "assigned_skills": "assignedSkills",
        "created_by": "createdBy",
        "long_context": "longContext",
        "guardrail_preset": "guardrailPreset",
        "filter_policies": "filterPolicies",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.system_prompt = rest.pop("systemPrompt", UNSET)
        made.model_id = rest.pop("modelId", UNSET)
        made.group = rest.pop("group", UNSET)
        made.temperature = rest.pop("temperature", UNSET)
        made.max_tokens = rest.pop("maxTokens", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.allowed_collections = rest.pop("allowedCollections", UNSET)
        made.assigned_skills = rest.pop("assignedSkills", UNSET)
        made.created_by = rest.pop("createdBy", UNSET)
        made.long_context = rest.pop("longContext", UNSET)
        made.guardrail_preset = rest.pop("guardrailPreset", UNSET)
        made.filter_policies = rest.pop("filterPolicies", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.description, Unset):
            made["description"] = self.description
        if not isinstance(self.system_prompt, Unset):
            made["systemPrompt"] = self.system_prompt
        if not isinstance(self.model_id, Unset):
            made["modelId"] = self.model_id
        if self.group is not UNSET:
            made["group"] = self.group
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
        if self.created_by is not UNSET:
            made["createdBy"] = self.created_by
        if self.long_context is not UNSET:
            made["longContext"] = self.long_context
        if self.guardrail_preset is not UNSET:
            made["guardrailPreset"] = self.guardrail_preset
        if self.filter_policies is not UNSET:
            made["filterPolicies"] = self.filter_policies
        return made


class AgentCreateRequestParam(TypedDict):
    """A `AgentCreateRequest` as a plain dict, names as in the JSON."""

    name: str
    description: str
    systemPrompt: str
    modelId: str
    group: NotRequired[str]
    temperature: NotRequired[float]
    maxTokens: NotRequired[int]
    allowedTools: NotRequired[Sequence[str]]
    allowedCollections: NotRequired[Sequence[str]]
    assignedSkills: NotRequired[Sequence[str]]
    createdBy: NotRequired[str]
    longContext: NotRequired[bool]
    guardrailPreset: NotRequired[GuardrailPreset | None]
    filterPolicies: NotRequired[Sequence[str]]
