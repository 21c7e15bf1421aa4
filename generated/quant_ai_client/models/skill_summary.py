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
from .skill_source import SkillSource


@_define(kw_only=True, eq=False, repr=False)
class SkillSummary(_Model):
    """A skill as shown in lists, without its content.

    Attributes:
        skill_id (str): Id of the skill.
        name (str | Unset): Name of the skill. In a collection, `/namespace:name` in a message invokes it.
        description (str | Unset): What the skill is about, in a sentence.
        tags (list[str] | Unset): Tags for filtering.
        source (SkillSource | Unset): Where a skill comes from, and which version is installed.
        trigger_condition (str | Unset): When the skill applies, in words; the model decides by this.
        namespace (str | Unset): The collection of the skill; absent if it is in none.
        installed_at (datetime | Unset): When the skill was created or first imported.
        updated_at (datetime | Unset): When the skill was last changed or synced.
    """

    skill_id: str
    """Id of the skill."""
    name: str | Unset = UNSET
    """Name of the skill. In a collection, `/namespace:name` in a message invokes it."""
    description: str | Unset = UNSET
    """What the skill is about, in a sentence."""
    tags: list[str] | Unset = UNSET
    """Tags for filtering."""
    source: SkillSource | Unset = UNSET
    """Where a skill comes from, and which version is installed."""
    trigger_condition: str | Unset = UNSET
    """When the skill applies, in words; the model decides by this."""
    namespace: str | Unset = UNSET
    """The collection of the skill; absent if it is in none."""
    installed_at: datetime | Unset = UNSET
    """When the skill was created or first imported."""
    updated_at: datetime | Unset = UNSET
    """When the skill was last changed or synced."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "skill_id": "skillId",
        "trigger_condition": "triggerCondition",
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
        made.tags = rest.pop("tags", UNSET)
        made.source = nested(SkillSource.from_dict, rest.pop("source", UNSET), "source")
        made.trigger_condition = rest.pop("triggerCondition", UNSET)
        made.namespace = rest.pop("namespace", UNSET)
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
        if self.tags is not UNSET:
            made["tags"] = self.tags
        if self.source is not UNSET:
            made["source"] = wire(self.source)
        if self.trigger_condition is not UNSET:
            made["triggerCondition"] = self.trigger_condition
        if self.namespace is not UNSET:
            made["namespace"] = self.namespace
        if self.installed_at is not UNSET:
            made["installedAt"] = wire(self.installed_at)
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        return made
