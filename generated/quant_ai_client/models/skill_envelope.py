# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill import Skill


@_define(kw_only=True, eq=False, repr=False)
class SkillEnvelope(_Model):
    """The reply of the operations that create, read and update a skill.

    Attributes:
        skill (Skill): A skill with all its fields.
        success (bool | Unset): True after a create or update; left out when the skill was only read.
        message (str | Unset): What was done, in words; left out when the skill was only read.
    """

    skill: Skill
    """A skill with all its fields."""
    success: bool | Unset = UNSET
    """True after a create or update; left out when the skill was only read."""
    message: str | Unset = UNSET
    """What was done, in words; left out when the skill was only read."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.skill = nested(Skill.from_dict, rest.pop("skill", UNSET), "skill")
        made.success = rest.pop("success", UNSET)
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.skill, Unset):
            made["skill"] = wire(self.skill)
        if self.success is not UNSET:
            made["success"] = self.success
        if self.message is not UNSET:
            made["message"] = self.message
        return made
