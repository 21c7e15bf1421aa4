# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .skill_source import SkillSource


@_define(kw_only=True, eq=False, repr=False)
class SkillSummary(_Model):
    """A skill as shown in lists, without its content.

    Attributes:
        skill_id (str): Id of the skill.
        name (str | None): Name of the skill. In a collection, `/namespace:name` in a message invokes it.
        description (str | None): What the skill is about, in a sentence.
        tags (list[str] | None): Tags for filtering.
        source (SkillSource | None): Where a skill comes from, and which version is installed.
        trigger_condition (str | None): When the skill applies, in words; the model decides by this.
        namespace (str | None): The collection of the skill; absent if it is in none.
        installed_at (datetime | None): When the skill was created or first imported.
        updated_at (datetime | None): When the skill was last changed or synced.
    """

    skill_id: str
    """Id of the skill."""
    name: str | None = None
    """Name of the skill. In a collection, `/namespace:name` in a message invokes it."""
    description: str | None = None
    """What the skill is about, in a sentence."""
    tags: list[str] | None = None
    """Tags for filtering."""
    source: SkillSource | None = None
    """Where a skill comes from, and which version is installed."""
    trigger_condition: str | None = None
    """When the skill applies, in words; the model decides by this."""
    namespace: str | None = None
    """The collection of the skill; absent if it is in none."""
    installed_at: datetime | None = None
    """When the skill was created or first imported."""
    updated_at: datetime | None = None
    """When the skill was last changed or synced."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "skill_id": "skillId",
        "trigger_condition": "triggerCondition",
        "installed_at": "installedAt",
        "updated_at": "updatedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.skill_id = rest.pop("skillId", None)
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.tags = rest.pop("tags", None)
        made.source = nested_or_kept(SkillSource.from_dict, rest.pop("source", None))
        made.trigger_condition = rest.pop("triggerCondition", None)
        made.namespace = rest.pop("namespace", None)
        made.installed_at = to_datetime(rest.pop("installedAt", None))
        made.updated_at = to_datetime(rest.pop("updatedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.skill_id is not None:
            made["skillId"] = self.skill_id
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.tags is not None:
            made["tags"] = self.tags
        if self.source is not None:
            made["source"] = wire(self.source)
        if self.trigger_condition is not None:
            made["triggerCondition"] = self.trigger_condition
        if self.namespace is not None:
            made["namespace"] = self.namespace
        if self.installed_at is not None:
            made["installedAt"] = wire(self.installed_at)
        if self.updated_at is not None:
            made["updatedAt"] = wire(self.updated_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
