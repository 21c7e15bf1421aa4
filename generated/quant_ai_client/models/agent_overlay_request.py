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
class AgentOverlayRequest(_Model):
    """The overlay of a global agent. Settings left out keep the agent's own values.

    Attributes:
        model_id (str | Unset): Id of the model to use instead of the agent's own.
        temperature (float | Unset): Sampling temperature, instead of the agent's own; higher is more
            varied. 0 to 1.
        max_tokens (int | Unset): Maximum tokens per answer, instead of the agent's own limit. At least 1.
        additional_skills (list[str] | Unset): Ids of skills in addition to the agent's own.
        disabled_skills (list[str] | Unset): Ids of the agent's own skills that are disabled.
        additional_tools (list[str] | Unset): Names of tools in addition to the agent's own.
        disabled_tools (list[str] | Unset): Names of tools that the agent may not call, even if they are its
            own.
        system_prompt_append (str | Unset): Instructions appended to the agent's own.
        allowed_collections (list[str] | Unset): Ids of the vector database collections that the agent may
            search, instead of its own.
        guardrail_preset (GuardrailPreset | Unset | None): The guardrails to use instead of the agent's own;
            None for none.
        version (int | Unset): The version that the overlay must currently have; 0 if there must not be one
            yet. If left out, the overlay is replaced whatever its version.
    """

    model_id: str | Unset = UNSET
    """Id of the model to use instead of the agent's own."""
    temperature: float | Unset = UNSET
    """Sampling temperature, instead of the agent's own; higher is more varied. 0 to 1."""
    max_tokens: int | Unset = UNSET
    """Maximum tokens per answer, instead of the agent's own limit. At least 1."""
    additional_skills: list[str] | Unset = UNSET
    """Ids of skills in addition to the agent's own."""
    disabled_skills: list[str] | Unset = UNSET
    """Ids of the agent's own skills that are disabled."""
    additional_tools: list[str] | Unset = UNSET
    """Names of tools in addition to the agent's own."""
    disabled_tools: list[str] | Unset = UNSET
    """Names of tools that the agent may not call, even if they are its own."""
    system_prompt_append: str | Unset = UNSET
    """Instructions appended to the agent's own."""
    allowed_collections: list[str] | Unset = UNSET
    """Ids of the vector database collections that the agent may search, instead of its own."""
    guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """The guardrails to use instead of the agent's own; None for none."""
    version: int | Unset = UNSET
    """The version that the overlay must currently have; 0 if there must not be one yet. If left out, the overlay is
    replaced whatever its version.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "model_id": "modelId",
        "max_tokens": "maxTokens",
        "additional_skills": "additionalSkills",
        "disabled_skills": "disabledSkills",
        "additional_tools": "additionalTools",
        "disabled_tools": "disabledTools",
        "system_prompt_append": "systemPromptAppend",
        "allowed_collections": "allowedCollections",
        "guardrail_preset": "guardrailPreset",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.model_id = rest.pop("modelId", UNSET)
        made.temperature = rest.pop("temperature", UNSET)
        made.max_tokens = rest.pop("maxTokens", UNSET)
        made.additional_skills = rest.pop("additionalSkills", UNSET)
        made.disabled_skills = rest.pop("disabledSkills", UNSET)
        made.additional_tools = rest.pop("additionalTools", UNSET)
        made.disabled_tools = rest.pop("disabledTools", UNSET)
        made.system_prompt_append = rest.pop("systemPromptAppend", UNSET)
        made.allowed_collections = rest.pop("allowedCollections", UNSET)
        made.guardrail_preset = rest.pop("guardrailPreset", UNSET)
        made.version = rest.pop("version", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.model_id is not UNSET:
            made["modelId"] = self.model_id
        if self.temperature is not UNSET:
            made["temperature"] = self.temperature
        if self.max_tokens is not UNSET:
            made["maxTokens"] = self.max_tokens
        if self.additional_skills is not UNSET:
            made["additionalSkills"] = self.additional_skills
        if self.disabled_skills is not UNSET:
            made["disabledSkills"] = self.disabled_skills
        if self.additional_tools is not UNSET:
            made["additionalTools"] = self.additional_tools
        if self.disabled_tools is not UNSET:
            made["disabledTools"] = self.disabled_tools
        if self.system_prompt_append is not UNSET:
            made["systemPromptAppend"] = self.system_prompt_append
        if self.allowed_collections is not UNSET:
            made["allowedCollections"] = self.allowed_collections
        if self.guardrail_preset is not UNSET:
            made["guardrailPreset"] = self.guardrail_preset
        if self.version is not UNSET:
            made["version"] = self.version
        return made


class AgentOverlayRequestParam(TypedDict):
    """A `AgentOverlayRequest` as a plain dict, names as in the JSON."""

    modelId: NotRequired[str]
    temperature: NotRequired[float]
    maxTokens: NotRequired[int]
    additionalSkills: NotRequired[Sequence[str]]
    disabledSkills: NotRequired[Sequence[str]]
    additionalTools: NotRequired[Sequence[str]]
    disabledTools: NotRequired[Sequence[str]]
    systemPromptAppend: NotRequired[str]
    allowedCollections: NotRequired[Sequence[str]]
    guardrailPreset: NotRequired[GuardrailPreset | None]
    version: NotRequired[int]
