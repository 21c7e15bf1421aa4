# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill_files import SkillFiles, SkillFilesParam


@_define(kw_only=True, eq=False, repr=False)
class SkillCreateRequest(_Model):
    """A skill to create, with its content.

    Attributes:
        name (str): Name of the skill.
        content (str): The instructions, in Markdown.
        trigger_condition (str): When the skill applies, in plain words; the model decides by this.
        description (str | Unset): What the skill is about, in a sentence.
        tags (list[str] | Unset): Tags for filtering.
        required_tools (list[str] | Unset): Names of the tools that the skill requires.
        namespace (str | Unset): Collection to put the skill into; it need not exist. In a message,
            `/namespace:name` invokes the skill.
        files (SkillFiles | Unset): Additional files of a skill that its content refers to: contents by name
            or path.
        disable_model_invocation (bool | Unset): True if the model should not use the skill by itself, only
            when a message invokes it.
        allowed_tools (list[str] | Unset): Names of the tools that may be called while the skill is in use.
        installed_by (str | Unset): Your own id of the person or system that creates the skill.
    """

    name: str
    """Name of the skill."""
    content: str
    """The instructions, in Markdown."""
    trigger_condition: str
    """When the skill applies, in plain words; the model decides by this."""
    description: str | Unset = UNSET
    """What the skill is about, in a sentence."""
    tags: list[str] | Unset = UNSET
    """Tags for filtering."""
    required_tools: list[str] | Unset = UNSET
    """Names of the tools that the skill requires."""
    namespace: str | Unset = UNSET
    """Collection to put the skill into; it need not exist. In a message, `/namespace:name` invokes the skill."""
    files: SkillFiles | Unset = UNSET
    """Additional files of a skill that its content refers to: contents by name or path."""
    disable_model_invocation: bool | Unset = UNSET
    """True if the model should not use the skill by itself, only when a message invokes it."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that may be called while the skill is in use."""
    installed_by: str | Unset = UNSET
    """Your own id of the person or system that creates the skill."""
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
        made.name = rest.pop("name", UNSET)
        made.content = rest.pop("content", UNSET)
        made.trigger_condition = rest.pop("triggerCondition", UNSET)
        made.description = rest.pop("description", UNSET)
        made.tags = rest.pop("tags", UNSET)
        made.required_tools = rest.pop("requiredTools", UNSET)
        made.namespace = rest.pop("namespace", UNSET)
        made.files = rest.pop("files", UNSET)
        made.disable_model_invocation = rest.pop("disableModelInvocation", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.installed_by = rest.pop("installedBy", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.content, Unset):
            made["content"] = self.content
        if not isinstance(self.trigger_condition, Unset):
            made["triggerCondition"] = self.trigger_condition
        if self.description is not UNSET:
            made["description"] = self.description
        if self.tags is not UNSET:
            made["tags"] = self.tags
        if self.required_tools is not UNSET:
            made["requiredTools"] = self.required_tools
        if self.namespace is not UNSET:
            made["namespace"] = self.namespace
        if self.files is not UNSET:
            made["files"] = wire(self.files)
        if self.disable_model_invocation is not UNSET:
            made["disableModelInvocation"] = self.disable_model_invocation
        if self.allowed_tools is not UNSET:
            made["allowedTools"] = self.allowed_tools
        if self.installed_by is not UNSET:
            made["installedBy"] = self.installed_by
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
