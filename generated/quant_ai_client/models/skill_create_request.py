# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .skill_files import SkillFiles, SkillFilesParam


@_define(kw_only=True, eq=False, repr=False)
class SkillCreateRequest(_Model):
    """A skill to create, with its content.

    Attributes:
        name (str): Name of the skill.
        content (str): The instructions, in Markdown.
        trigger_condition (str): When the skill applies, in plain words; the model decides by this.
        description (str | None): What the skill is about, in a sentence.
        tags (list[str] | None): Tags for filtering.
        required_tools (list[str] | None): Names of the tools that the skill requires.
        namespace (str | None): Collection to put the skill into; it need not exist. In a message,
            `/namespace:name` invokes the skill.
        files (SkillFiles | None): Additional files of a skill that its content refers to: contents by name
            or path.
        disable_model_invocation (bool | None): True if the model should not use the skill by itself, only
            when a message invokes it.
        allowed_tools (list[str] | None): Names of the tools that may be called while the skill is in use.
        installed_by (str | None): Your own id of the person or system that creates the skill.
    """

    name: str
    """Name of the skill."""
    content: str
    """The instructions, in Markdown."""
    trigger_condition: str
    """When the skill applies, in plain words; the model decides by this."""
    description: str | None = None
    """What the skill is about, in a sentence."""
    tags: list[str] | None = None
    """Tags for filtering."""
    required_tools: list[str] | None = None
    """Names of the tools that the skill requires."""
    namespace: str | None = None
    """Collection to put the skill into; it need not exist. In a message, `/namespace:name` invokes the skill."""
    files: SkillFiles | None = None
    """Additional files of a skill that its content refers to: contents by name or path."""
    disable_model_invocation: bool | None = None
    """True if the model should not use the skill by itself, only when a message invokes it."""
    allowed_tools: list[str] | None = None
    """Names of the tools that may be called while the skill is in use."""
    installed_by: str | None = None
    """Your own id of the person or system that creates the skill."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.name = rest.pop("name", None)
        made.content = rest.pop("content", None)
        made.trigger_condition = rest.pop("triggerCondition", None)
        made.description = rest.pop("description", None)
        made.tags = rest.pop("tags", None)
        made.required_tools = rest.pop("requiredTools", None)
        made.namespace = rest.pop("namespace", None)
        made.files = to_map(rest.pop("files", None))
        made.disable_model_invocation = rest.pop("disableModelInvocation", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made.installed_by = rest.pop("installedBy", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.content is not None:
            made["content"] = self.content
        if self.trigger_condition is not None:
            made["triggerCondition"] = self.trigger_condition
        if self.description is not None:
            made["description"] = self.description
        if self.tags is not None:
            made["tags"] = self.tags
        if self.required_tools is not None:
            made["requiredTools"] = self.required_tools
        if self.namespace is not None:
            made["namespace"] = self.namespace
        if self.files is not None:
            made["files"] = wire(self.files)
        if self.disable_model_invocation is not None:
            made["disableModelInvocation"] = self.disable_model_invocation
        if self.allowed_tools is not None:
            made["allowedTools"] = self.allowed_tools
        if self.installed_by is not None:
            made["installedBy"] = self.installed_by
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SkillCreateRequestParam(TypedDict):
    """A `SkillCreateRequest` as a plain dict, names as in the JSON."""

    name: str
    content: str
    triggerCondition: str
    description: NotRequired[str]
    tags: NotRequired[Sequence[str]]
    requiredTools: NotRequired[Sequence[str]]
    namespace: NotRequired[str]
    files: NotRequired[SkillFilesParam]
    disableModelInvocation: NotRequired[bool]
    allowedTools: NotRequired[Sequence[str]]
    installedBy: NotRequired[str]
