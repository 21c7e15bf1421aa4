# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill_files import SkillFiles
from .skill_source import SkillSource


@_define(kw_only=True, eq=False, repr=False)
class Skill(_Model):
    """A skill with all its fields.

    Attributes:
        skill_id (str): Id of the skill.
        name (str | Unset): Name of the skill. In a collection, `/namespace:name` in a message invokes it.
        description (str | Unset): What the skill is about, in a sentence.
        content (str | Unset): The instructions, in Markdown.
        trigger_condition (str | Unset): When the skill applies, in words; the model decides by this.
        tags (list[str] | Unset): Tags for filtering.
        source (SkillSource | Unset): Where a skill comes from, and which version is installed.
        required_tools (list[str] | Unset): Names of the tools that the skill requires.
        files (SkillFiles | Unset): Additional files of a skill that its content refers to: contents by name
            or path.
        namespace (str | Unset): The collection of the skill; absent if it is in none.
        disable_model_invocation (bool | Unset): True if the model does not use the skill by itself, only
            when a message invokes it.
        allowed_tools (list[str] | Unset): Names of the tools that may be called while the skill is in use.
        installed_by (str | Unset): Who created or imported the skill, as set then. Not always present.
        installed_at (datetime | Unset): When the skill was created or first imported.
        updated_at (datetime | Unset): When the skill was last changed or synced.
    """

    skill_id: str
    """Id of the skill."""
    name: str | Unset = UNSET
    """Name of the skill. In a collection, `/namespace:name` in a message invokes it."""
    description: str | Unset = UNSET
    """What the skill is about, in a sentence."""
    content: str | Unset = UNSET
    """The instructions, in Markdown."""
    trigger_condition: str | Unset = UNSET
    """When the skill applies, in words; the model decides by this."""
    tags: list[str] | Unset = UNSET
    """Tags for filtering."""
    source: SkillSource | Unset = UNSET
    """Where a skill comes from, and which version is installed."""
    required_tools: list[str] | Unset = UNSET
    """Names of the tools that the skill requires."""
    files: SkillFiles | Unset = UNSET
    """Additional files of a skill that its content refers to: contents by name or path."""
    namespace: str | Unset = UNSET
    """The collection of the skill; absent if it is in none."""
    disable_model_invocation: bool | Unset = UNSET
    """True if the model does not use the skill by itself, only when a message invokes it."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that may be called while the skill is in use."""
    installed_by: str | Unset = UNSET
    """Who created or imported the skill, as set then. Not always present."""
    installed_at: datetime | Unset = UNSET
    """When the skill was created or first imported."""
    updated_at: datetime | Unset = UNSET
    """When the skill was last changed or synced."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "skill_id": "skillId",
        "trigger_condition": "triggerCondition",
        "required_tools": "requiredTools",
        "disable_model_invocation": "disableModelInvocation",
        "allowed_tools": "allowedTools",
        "installed_by": "installedBy",
        "installed_at": "installedAt",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.skill_id = rest.pop("skillId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.content = rest.pop("content", UNSET)
        made.trigger_condition = rest.pop("triggerCondition", UNSET)
        made.tags = rest.pop("tags", UNSET)
        made.source = nested(SkillSource.from_dict, rest.pop("source", UNSET), "source")
        made.required_tools = rest.pop("requiredTools", UNSET)
        made.files = rest.pop("files", UNSET)
        made.namespace = rest.pop("namespace", UNSET)
        made.disable_model_invocation = rest.pop("disableModelInvocation", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.installed_by = rest.pop("installedBy", UNSET)
        made.installed_at = to_datetime(rest.pop("installedAt", UNSET))
        made.updated_at = to_datetime(rest.pop("updatedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.skill_id, Unset):
            made["skillId"] = self.skill_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.content is not UNSET:
            made["content"] = self.content
        if self.trigger_condition is not UNSET:
            made["triggerCondition"] = self.trigger_condition
        if self.tags is not UNSET:
            made["tags"] = self.tags
        if self.source is not UNSET:
            made["source"] = wire(self.source)
        if self.required_tools is not UNSET:
            made["requiredTools"] = self.required_tools
        if self.files is not UNSET:
            made["files"] = wire(self.files)
        if self.namespace is not UNSET:
            made["namespace"] = self.namespace
        if self.disable_model_invocation is not UNSET:
            made["disableModelInvocation"] = self.disable_model_invocation
        if self.allowed_tools is not UNSET:
            made["allowedTools"] = self.allowed_tools
        if self.installed_by is not UNSET:
            made["installedBy"] = self.installed_by
        if self.installed_at is not UNSET:
            made["installedAt"] = wire(self.installed_at)
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        return made
