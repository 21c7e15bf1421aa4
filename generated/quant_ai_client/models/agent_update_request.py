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
class AgentUpdateRequest(_Model):
    """Settings to change; those left out keep their values.

    Attributes:
        name (str | Unset): New display name.
        description (str | Unset): New description of what the agent is for.
        group (str | Unset): New label for filtering the list.
        system_prompt (str | Unset): New instructions, replacing the old ones.
        temperature (float | Unset): Sampling temperature; higher is more varied. 0 to 1.
        model_id (str | Unset): Id of the agent's new model.
        max_tokens (int | Unset): Maximum tokens per answer, from 1 to 200000. The model's own limit applies
            too.
        allowed_tools (list[str] | Unset): New list of tools that the agent may call; an empty array removes
            all of them.
        allowed_collections (list[str] | Unset): New list of ids of the vector database collections that the
            agent may search.
        assigned_skills (list[str] | Unset): New list of ids of the agent's skills.
        long_context (bool | Unset): Whether to use the model's extended context window, if it has one.
        guardrail_preset (GuardrailPreset | Unset | None): New guardrails; None removes them.
        filter_policies (list[str] | Unset): New list of ids of the agent's filter policies. Not documented
            to be returned in replies.
    """

    name: str | Unset = UNSET
    """New display name."""
    description: str | Unset = UNSET
    """New description of what the agent is for."""
    group: str | Unset = UNSET
    """New label for filtering the list."""
    system_prompt: str | Unset = UNSET
    """New instructions, replacing the old ones."""
    temperature: float | Unset = UNSET
    """Sampling temperature; higher is more varied. 0 to 1."""
    model_id: str | Unset = UNSET
    """Id of the agent's new model."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens per answer, from 1 to 200000. The model's own limit applies too."""
    allowed_tools: list[str] | Unset = UNSET
    """New list of tools that the agent may call; an empty array removes all of them."""
    allowed_collections: list[str] | Unset = UNSET
    """New list of ids of the vector database collections that the agent may search."""
    assigned_skills: list[str] | Unset = UNSET
    """New list of ids of the agent's skills."""
    long_context: bool | Unset = UNSET
    """Whether to use the model's extended context window, if it has one."""
    guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """New guardrails; None removes them."""
    filter_policies: list[str] | Unset = UNSET
    """New list of ids of the agent's filter policies. Not documented to be returned in replies."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "system_prompt": "systemPrompt",
        "model_id": "modelId",
        "max_tokens": "maxTokens",
        "allowed_tools": "allowedTools",
        "allowed_collections": "allowedCollections",
        "assigned_skills": "assignedSkills",
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
        made.group = rest.pop("group", UNSET)
        made.system_prompt = rest.pop("systemPrompt", UNSET)
        made.temperature = rest.pop("temperature", UNSET)
        made.model_id = rest.pop("modelId", UNSET)
        made.max_tokens = rest.pop("maxTokens", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.allowed_collections = rest.pop("allowedCollections", UNSET)
        made.assigned_skills = rest.pop("assignedSkills", UNSET)
        made.long_context = rest.pop("longContext", UNSET)
        made.guardrail_preset = rest.pop("guardrailPreset", UNSET)
        made.filter_policies = rest.pop("filterPolicies", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not UNSET:
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.group is not UNSET:
            made["group"] = self.group
        if self.system_prompt is not UNSET:
            made["systemPrompt"] = self.system_prompt
        if self.temperature is not UNSET:
            made["temperature"] = self.temperature
        if self.model_id is not UNSET:
            made["modelId"] = self.model_id
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
        return made


class AgentUpdateRequestParam(TypedDict):
    """A `AgentUpdateRequest` as a plain dict, names as in the JSON."""

    name: NotRequired[str]
    description: NotRequired[str]
    group: NotRequired[str]
    systemPrompt: NotRequired[str]
    temperature: NotRequired[float]
    modelId: NotRequired[str]
    maxTokens: NotRequired[int]
    allowedTools: NotRequired[Sequence[str]]
    allowedCollections: NotRequired[Sequence[str]]
    assignedSkills: NotRequired[Sequence[str]]
    longContext: NotRequired[bool]
    guardrailPreset: NotRequired[GuardrailPreset | None]
    filterPolicies: NotRequired[Sequence[str]]
