# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .guardrail_preset import GuardrailPreset


@_define(kw_only=True, eq=False, repr=False)
class AgentUpdateRequest(_Model):
    """Settings to change; those that are left out stay as they are."""

    name: str | Unset = UNSET
    """New name, as people see it."""
    description: str | Unset = UNSET
    """New sentence on what the agent is for."""
    group: str | Unset = UNSET
    """New label to filter the list by."""
    system_prompt: str | Unset = UNSET
    """New instructions, in place of all earlier ones."""
    temperature: float | Unset = UNSET
    """How freely the model chooses its words, from 0 (the likeliest word) to 1 (the most varied). 0 to 1."""
    model_id: str | Unset = UNSET
    """Id of another model to write the agent's answers."""
    max_tokens: int | Unset = UNSET
    """Greatest length of one answer, in tokens, from 1 to 200000. The model's own limit applies as well. 1 to 200,000."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the agent may call from now on; an empty array takes all of them away."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the agent may search from now on."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills that the agent has from now on."""
    long_context: bool | Unset = UNSET
    """Whether to use the model's extended context window, where the model has one."""
    guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """The guardrails that apply from now on; null takes them off."""
    filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies that apply from now on. Not documented to come back in replies."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            description=get("description", UNSET),
            group=get("group", UNSET),
            system_prompt=get("systemPrompt", UNSET),
            temperature=get("temperature", UNSET),
            model_id=get("modelId", UNSET),
            max_tokens=get("maxTokens", UNSET),
            allowed_tools=get("allowedTools", UNSET),
            allowed_collections=get("allowedCollections", UNSET),
            assigned_skills=get("assignedSkills", UNSET),
            long_context=get("longContext", UNSET),
            guardrail_preset=get("guardrailPreset", UNSET),
            filter_policies=get("filterPolicies", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "name": self.name,
                "description": self.description,
                "group": self.group,
                "systemPrompt": self.system_prompt,
                "temperature": self.temperature,
                "modelId": self.model_id,
                "maxTokens": self.max_tokens,
                "allowedTools": self.allowed_tools,
                "allowedCollections": self.allowed_collections,
                "assignedSkills": self.assigned_skills,
                "longContext": self.long_context,
                "guardrailPreset": self.guardrail_preset,
                "filterPolicies": self.filter_policies,
            }
        )


_NAMES = {
    "name": "name",
    "description": "description",
    "group": "group",
    "systemPrompt": "system_prompt",
    "temperature": "temperature",
    "modelId": "model_id",
    "maxTokens": "max_tokens",
    "allowedTools": "allowed_tools",
    "allowedCollections": "allowed_collections",
    "assignedSkills": "assigned_skills",
    "longContext": "long_context",
    "guardrailPreset": "guardrail_preset",
    "filterPolicies": "filter_policies",
}


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
