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
class AgentCreateRequest(_Model):
    """What the new agent is told, which model answers for it and what it may use."""

    name: str
    """Name of the agent, as people see it."""
    description: str
    """What the agent is for, in a sentence."""
    system_prompt: str
    """Instructions that stand before every conversation with the agent."""
    model_id: str
    """Id of the model that writes the agent's answers."""
    group: str | Unset = UNSET
    """Label of your choice that several agents share, to filter the list by."""
    temperature: float | Unset = UNSET
    """How freely the model chooses its words, from 0 (the likeliest word) to 1 (the most varied). Plain chats allow up
    to 2, agents do not. 0 to 1.
    """
    max_tokens: int | Unset = UNSET
    """Greatest length of one answer, in tokens, from 1 to 200000. The model's own limit applies as well. 1 to 200,000."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the agent may call, whether custom or coming with the service."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the agent may search."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills to give to the agent."""
    created_by: str | Unset = UNSET
    """Who creates the agent, as your own id of the person or system. It cannot be changed later."""
    long_context: bool | Unset = UNSET
    """Whether to use the model's extended context window, where the model has one."""
    guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """The guardrails that apply to the agent; null or left out for none."""
    filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies to apply to the agent's conversations. A reply may leave them out."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            description=get("description", UNSET),
            system_prompt=get("systemPrompt", UNSET),
            model_id=get("modelId", UNSET),
            group=get("group", UNSET),
            temperature=get("temperature", UNSET),
            max_tokens=get("maxTokens", UNSET),
            allowed_tools=get("allowedTools", UNSET),
            allowed_collections=get("allowedCollections", UNSET),
            assigned_skills=get("assignedSkills", UNSET),
            created_by=get("createdBy", UNSET),
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
                "systemPrompt": self.system_prompt,
                "modelId": self.model_id,
                "group": self.group,
                "temperature": self.temperature,
                "maxTokens": self.max_tokens,
                "allowedTools": self.allowed_tools,
                "allowedCollections": self.allowed_collections,
                "assignedSkills": self.assigned_skills,
                "createdBy": self.created_by,
                "longContext": self.long_context,
                "guardrailPreset": self.guardrail_preset,
                "filterPolicies": self.filter_policies,
            }
        )


_NAMES = {
    "name": "name",
    "description": "description",
    "systemPrompt": "system_prompt",
    "modelId": "model_id",
    "group": "group",
    "temperature": "temperature",
    "maxTokens": "max_tokens",
    "allowedTools": "allowed_tools",
    "allowedCollections": "allowed_collections",
    "assignedSkills": "assigned_skills",
    "createdBy": "created_by",
    "longContext": "long_context",
    "guardrailPreset": "guardrail_preset",
    "filterPolicies": "filter_policies",
}


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
