# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill_import_source import SkillImportSource, SkillImportSourceParam


@_define(kw_only=True, eq=False, repr=False)
class SkillImportRequest(_Model):
    """A skill to fetch. All fields except `source` are local changes: they override the source and survive
    syncs.

    Attributes:
        source (SkillImportSource): Where to fetch a skill from, given by `url`, or by `repo` and `path`.
        name (str | Unset): Name to give the skill.
        description (str | Unset): What the skill is about, in a sentence.
        tags (list[str] | Unset): Tags for filtering.
        trigger_condition (str | Unset): When the skill applies, in plain words. If left out, the
            description in the skill's `SKILL.md` is used.
        required_tools (list[str] | Unset): Names of the tools that the skill requires.
        disable_model_invocation (bool | Unset): True if the model should not use the skill by itself, only
            when a message invokes it.
        allowed_tools (list[str] | Unset): Names of the tools that may be called while the skill is in use.
        installed_by (str | Unset): Your own id of the person or system that imports the skill.
    """

    source: SkillImportSource
    """Where to fetch a skill from, given by `url`, or by `repo` and `path`."""
    name: str | Unset = UNSET
    """Name to give the skill."""
    description: str | Unset = UNSET
    """What the skill is about, in a sentence."""
    tags: list[str] | Unset = UNSET
    """Tags for filtering."""
    trigger_condition: str | Unset = UNSET
    """When the skill applies, in plain words. If left out, the description in the skill's `SKILL.md` is used."""
    required_tools: list[str] | Unset = UNSET
    """Names of the tools that the skill requires."""
    disable_model_invocation: bool | Unset = UNSET
    """True if the model should not use the skill by itself, only when a message invokes it."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that may be called while the skill is in use."""
    installed_by: str | Unset = UNSET
    """Your own id of the person or system that imports the skill."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "trigger_condition": "triggerCondition",
        "required_tools": "requiredTools",
        "disable_model_invocation": "disableModelInvocation",
        "allowed_tools": "allowedTools",
        "installed_by": "installedBy",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.source = nested(SkillImportSource.from_dict, rest.pop("source", UNSET), "source")
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.tags = rest.pop("tags", UNSET)
        made.trigger_condition = rest.pop("triggerCondition", UNSET)
        made.required_tools = rest.pop("requiredTools", UNSET)
        made.disable_model_invocation = rest.pop("disableModelInvocation", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.installed_by = rest.pop("installedBy", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.source, Unset):
            made["source"] = wire(self.source)
        if self.name is not UNSET:
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.tags is not UNSET:
            made["tags"] = self.tags
        if self.trigger_condition is not UNSET:
            made["triggerCondition"] = self.trigger_condition
        if self.required_tools is not UNSET:
            made["requiredTools"] = self.required_tools
        if self.disable_model_invocation is not UNSET:
            made["disableModelInvocation"] = self.disable_model_invocation
        if self.allowed_tools is not UNSET:
            made["allowedTools"] = self.allowed_tools
        if self.installed_by is not UNSET:
            made["installedBy"] = self.installed_by
        return made


class SkillImportRequestParam(TypedDict):
    """A `SkillImportRequest` as a plain dict, names as in the JSON."""

    source: SkillImportSource | SkillImportSourceParam
    name: NotRequired[str]
    description: NotRequired[str]
    tags: NotRequired[Sequence[str]]
    triggerCondition: NotRequired[str]
    requiredTools: NotRequired[Sequence[str]]
    disableModelInvocation: NotRequired[bool]
    allowedTools: NotRequired[Sequence[str]]
    installedBy: NotRequired[str]
