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
class AgentOverlayRequest(_Model):
    """The overlay of a global agent. Settings left out keep the agent's own values.

    Attributes:
        model_id (str | None): Id of the model to use instead of the agent's own.
        temperature (float | None): Sampling temperature, instead of the agent's own; higher is more varied.
            0 to 1.
        max_tokens (int | None): Maximum tokens per answer, instead of the agent's own limit. At least 1.
        additional_skills (list[str] | None): Ids of skills in addition to the agent's own.
        disabled_skills (list[str] | None): Ids of the agent's own skills that are disabled.
        additional_tools (list[str] | None): Names of tools in addition to the agent's own.
        disabled_tools (list[str] | None): Names of tools that the agent may not call, even if they are its
            own.
        system_prompt_append (str | None): Instructions appended to the agent's own.
        allowed_collections (list[str] | None): Ids of the vector database collections that the agent may
            search, instead of its own.
        guardrail_preset (GuardrailPreset | None): The guardrails to use instead of the agent's own; None
            for none.
        version (int | None): The version that the overlay must currently have; 0 if there must not be one
            yet. If left out, the overlay is replaced whatever its version.
    """

    model_id: str | None = None
    """Id of the model to use instead of the agent's own."""
    temperature: float | None = None
    """Sampling temperature, instead of the agent's own; higher is more varied. 0 to 1."""
    max_tokens: int | None = None
    """Maximum tokens per answer, instead of the agent's own limit. At least 1."""
    additional_skills: list[str] | None = None
    """Ids of skills in addition to the agent's own."""
    disabled_skills: list[str] | None = None
    """Ids of the agent's own skills that are disabled."""
    additional_tools: list[str] | None = None
    """Names of tools in addition to the agent's own."""
    disabled_tools: list[str] | None = None
    """Names of tools that the agent may not call, even if they are its own."""
    system_prompt_append: str | None = None
    """Instructions appended to the agent's own."""
    allowed_collections: list[str] | None = None
    """Ids of the vector database collections that the agent may search, instead of its own."""
    guardrail_preset: GuardrailPreset | None = NOT_SENT
    """The guardrails to use instead of the agent's own; None for none."""
    version: int | None = None
    """The version that the overlay must currently have; 0 if there must not be one yet. If left out, the overlay is
    replaced whatever its version.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
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
        made.model_id = rest.pop("modelId", None)
        made.temperature = rest.pop("temperature", None)
        made.max_tokens = rest.pop("maxTokens", None)
        made.additional_skills = rest.pop("additionalSkills", None)
        made.disabled_skills = rest.pop("disabledSkills", None)
        made.additional_tools = rest.pop("additionalTools", None)
        made.disabled_tools = rest.pop("disabledTools", None)
        made.system_prompt_append = rest.pop("systemPromptAppend", None)
        made.allowed_collections = rest.pop("allowedCollections", None)
        made.guardrail_preset = rest.pop("guardrailPreset", None)
        made.version = rest.pop("version", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.model_id is not None:
            made["modelId"] = self.model_id
        if self.temperature is not None:
            made["temperature"] = self.temperature
        if self.max_tokens is not None:
            made["maxTokens"] = self.max_tokens
        if self.additional_skills is not None:
            made["additionalSkills"] = self.additional_skills
        if self.disabled_skills is not None:
            made["disabledSkills"] = self.disabled_skills
        if self.additional_tools is not None:
            made["additionalTools"] = self.additional_tools
        if self.disabled_tools is not None:
            made["disabledTools"] = self.disabled_tools
        if self.system_prompt_append is not None:
            made["systemPromptAppend"] = self.system_prompt_append
        if self.allowed_collections is not None:
            made["allowedCollections"] = self.allowed_collections
        if self.guardrail_preset is not None:
            made["guardrailPreset"] = self.guardrail_preset
        if self.version is not None:
            made["version"] = self.version
        if self._nulls:
            restore_nulls(made, self._nulls)
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
