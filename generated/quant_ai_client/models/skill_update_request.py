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
from .skill_files import SkillFiles, SkillFilesParam
from .skill_source import SkillSource, SkillSourceParam


@_define(kw_only=True, eq=False, repr=False)
class SkillUpdateRequest(_Model):
    """Fields to change. For an imported skill, only `name`, `tags`, `trigger_condition` and `source` are used.

    Attributes:
        name (str | Unset): New name.
        description (str | Unset): New description of what the skill is about.
        content (str | Unset): New instructions in Markdown, replacing the old ones.
        trigger_condition (str | Unset): New description of when the skill applies.
        tags (list[str] | Unset): New tags.
        required_tools (list[str] | Unset): New list of tools that the skill requires.
        source (SkillSource | Unset): Where to sync the skill from, starting with the next sync. With the
            type `inline` the skill keeps its content and becomes your own.
        files (SkillFiles | Unset): New files of the skill, replacing the old ones.
        disable_model_invocation (bool | Unset): True if the model should not use the skill by itself.
        allowed_tools (list[str] | Unset): New list of tools that may be called while the skill is in use.
        namespace (str | Unset): Collection to move the skill to.
    """

    name: str | Unset = UNSET
    """New name."""
    description: str | Unset = UNSET
    """New description of what the skill is about."""
    content: str | Unset = UNSET
    """New instructions in Markdown, replacing the old ones."""
    trigger_condition: str | Unset = UNSET
    """New description of when the skill applies."""
    tags: list[str] | Unset = UNSET
    """New tags."""
    required_tools: list[str] | Unset = UNSET
    """New list of tools that the skill requires."""
    source: SkillSource | Unset = UNSET
    """Where to sync the skill from, starting with the next sync. With the type `inline` the skill keeps its content
    and becomes your own.
    """
    files: SkillFiles | Unset = UNSET
    """New files of the skill, replacing the old ones."""
    disable_model_invocation: bool | Unset = UNSET
    """True if the model should not use the skill by itself."""
    allowed_tools: list[str] | Unset = UNSET
    """New list of tools that may be called while the skill is in use."""
    namespace: str | Unset = UNSET
    """Collection to move the skill to."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "trigger_condition": "triggerCondition",
        "required_tools": "requiredTools",
        "disable_model_invocation": "disableModelInvocation",
        "allowed_tools": "allowedTools",
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
        made.content = rest.pop("content", UNSET)
        made.trigger_condition = rest.pop("triggerCondition", UNSET)
        made.tags = rest.pop("tags", UNSET)
        made.required_tools = rest.pop("requiredTools", UNSET)
        made.source = nested(SkillSource.from_dict, rest.pop("source", UNSET), "source")
        made.files = rest.pop("files", UNSET)
        made.disable_model_invocation = rest.pop("disableModelInvocation", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.namespace = rest.pop("namespace", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
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
        if self.required_tools is not UNSET:
            made["requiredTools"] = self.required_tools
        if self.source is not UNSET:
            made["source"] = wire(self.source)
        if self.files is not UNSET:
            made["files"] = wire(self.files)
        if self.disable_model_invocation is not UNSET:
            made["disableModelInvocation"] = self.disable_model_invocation
        if self.allowed_tools is not UNSET:
            made["allowedTools"] = self.allowed_tools
        if self.namespace is not UNSET:
            made["namespace"] = self.namespace
        return made


class SkillUpdateRequestParam(TypedDict):
    """A `SkillUpdateRequest` as a plain dict, names as in the JSON."""

    name: NotRequired[str]
    description: NotRequired[str]
    content: NotRequired[str]
    triggerCondition: NotRequired[str]
    tags: NotRequired[Sequence[str]]
    requiredTools: NotRequired[Sequence[str]]
    source: NotRequired[SkillSource | SkillSourceParam]
    files: NotRequired[SkillFilesParam]
    disableModelInvocation: NotRequired[bool]
    allowedTools: NotRequired[Sequence[str]]
    namespace: NotRequired[str]
