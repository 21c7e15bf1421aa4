# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .skill_files import SkillFiles, SkillFilesParam
from .skill_source import SkillSource, SkillSourceParam


@_define(kw_only=True, eq=False, repr=False)
class SkillUpdateRequest(_Model):
    """Fields to change. For an imported skill, only `name`, `tags`, `trigger_condition` and `source` are used.

    Attributes:
        name (str | None): New name.
        description (str | None): New description of what the skill is about.
        content (str | None): New instructions in Markdown, replacing the old ones.
        trigger_condition (str | None): New description of when the skill applies.
        tags (list[str] | None): New tags.
        required_tools (list[str] | None): New list of tools that the skill requires.
        source (SkillSource | None): Where to sync the skill from, starting with the next sync. With the
            type `inline` the skill keeps its content and becomes your own.
        files (SkillFiles | None): New files of the skill, replacing the old ones.
        disable_model_invocation (bool | None): True if the model should not use the skill by itself.
        allowed_tools (list[str] | None): New list of tools that may be called while the skill is in use.
        namespace (str | None): Collection to move the skill to.
    """

    name: str | None = None
    """New name."""
    description: str | None = None
    """New description of what the skill is about."""
    content: str | None = None
    """New instructions in Markdown, replacing the old ones."""
    trigger_condition: str | None = None
    """New description of when the skill applies."""
    tags: list[str] | None = None
    """New tags."""
    required_tools: list[str] | None = None
    """New list of tools that the skill requires."""
    source: SkillSource | None = None
    """Where to sync the skill from, starting with the next sync. With the type `inline` the skill keeps its content
    and becomes your own.
    """
    files: SkillFiles | None = None
    """New files of the skill, replacing the old ones."""
    disable_model_invocation: bool | None = None
    """True if the model should not use the skill by itself."""
    allowed_tools: list[str] | None = None
    """New list of tools that may be called while the skill is in use."""
    namespace: str | None = None
    """Collection to move the skill to."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "trigger_condition": "triggerCondition",
        "required_tools": "requiredTools",
        "disable_model_invocation": "disableModelInvocation",
        "allowed_tools": "allowedTools",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.content = rest.pop("content", None)
        made.trigger_condition = rest.pop("triggerCondition", None)
        made.tags = rest.pop("tags", None)
        made.required_tools = rest.pop("requiredTools", None)
        made.source = nested_or_kept(SkillSource.from_dict, rest.pop("source", None))
        made.files = to_map(rest.pop("files", None))
        made.disable_model_invocation = rest.pop("disableModelInvocation", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made.namespace = rest.pop("namespace", None)
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
        if self.content is not None:
            made["content"] = self.content
        if self.trigger_condition is not None:
            made["triggerCondition"] = self.trigger_condition
        if self.tags is not None:
            made["tags"] = self.tags
        if self.required_tools is not None:
            made["requiredTools"] = self.required_tools
        if self.source is not None:
            made["source"] = wire(self.source)
        if self.files is not None:
            made["files"] = wire(self.files)
        if self.disable_model_invocation is not None:
            made["disableModelInvocation"] = self.disable_model_invocation
        if self.allowed_tools is not None:
            made["allowedTools"] = self.allowed_tools
        if self.namespace is not None:
            made["namespace"] = self.namespace
        if self._nulls:
            restore_nulls(made, self._nulls)
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
