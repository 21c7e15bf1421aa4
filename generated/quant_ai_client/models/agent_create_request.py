# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls
from ..types import NOT_SENT, TypedDict
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
        group (str | None): Label shared by several agents, for filtering the list.
        temperature (float | None): Sampling temperature; higher is more varied. Chats without an agent
            allow up to 2. 0 to 1.
        max_tokens (int | None): Maximum tokens per answer, from 1 to 200000. The model's own limit applies
            too.
        allowed_tools (list[str] | None): Names of the tools that the agent may call, built-in or custom.
        allowed_collections (list[str] | None): Ids of the vector database collections that the agent may
            search.
        assigned_skills (list[str] | None): Ids of the skills to assign to the agent.
        created_by (str | None): Your own id of the person or system that creates the agent. It cannot be
            changed later.
        long_context (bool | None): Whether to use the model's extended context window, if it has one.
        guardrail_preset (GuardrailPreset | None): The guardrails of the agent; None or left out for none.
        filter_policies (list[str] | None): Ids of the filter policies for the agent's conversations.
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
    group: str | None = None
    """Label shared by several agents, for filtering the list."""
    temperature: float | None = None
    """Sampling temperature; higher is more varied. Chats without an agent allow up to 2. 0 to 1."""
    max_tokens: int | None = None
    """Maximum tokens per answer, from 1 to 200000. The model's own limit applies too."""
    allowed_tools: list[str] | None = None
    """Names of the tools that the agent may call, built-in or custom."""
    allowed_collections: list[str] | None = None
    """Ids of the vector database collections that the agent may search."""
    assigned_skills: list[str] | None = None
    """Ids of the skills to assign to the agent."""
    created_by: str | None = None
    """Your own id of the person or system that creates the agent. It cannot be changed later."""
    long_context: bool | None = None
    """Whether to use the model's extended context window, if it has one."""
    guardrail_preset: GuardrailPreset | None = NOT_SENT
    """The guardrails of the agent; None or left out for none."""
    filter_policies: list[str] | None = None
    """Ids of the filter policies for the agent's conversations. Replies may leave them out."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
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
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.system_prompt = rest.pop("systemPrompt", None)
        made.model_id = rest.pop("modelId", None)
        made.group = rest.pop("group", None)
        made.temperature = rest.pop("temperature", None)
        made.max_tokens = rest.pop("maxTokens", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made.allowed_collections = rest.pop("allowedCollections", None)
        made.assigned_skills = rest.pop("assignedSkills", None)
        made.created_by = rest.pop("createdBy", None)
        made.long_context = rest.pop("longContext", None)
        made.guardrail_preset = rest.pop("guardrailPreset", None)
        made.filter_policies = rest.pop("filterPolicies", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.system_prompt is not None:
            made["systemPrompt"] = self.system_prompt
        if self.model_id is not None:
            made["modelId"] = self.model_id
        if self.group is not None:
            made["group"] = self.group
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
        if self.created_by is not None:
            made["createdBy"] = self.created_by
        if self.long_context is not None:
            made["longContext"] = self.long_context
        if self.guardrail_preset is not None:
            made["guardrailPreset"] = self.guardrail_preset
        if self.filter_policies is not None:
            made["filterPolicies"] = self.filter_policies
        if self._nulls:
            restore_nulls(made, self._nulls)
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
