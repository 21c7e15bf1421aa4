# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SkillCollection(_Model):
    """Skills that share a namespace.

    Attributes:
        namespace (str): The namespace.
        count (int | Unset): Number of skills in the collection.
        skills (list[str] | Unset): The names of the skills.
    """

    namespace: str
    """The namespace."""
    count: int | Unset = UNSET
    """Number of skills in the collection."""
    skills: list[str] | Unset = UNSET
    """The names of the skills."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.namespace = rest.pop("namespace", UNSET)
        made.count = rest.pop("count", UNSET)
        made.skills = rest.pop("skills", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.namespace, Unset):
            made["namespace"] = self.namespace
        if self.count is not UNSET:
            made["count"] = self.count
        if self.skills is not UNSET:
            made["skills"] = self.skills
        return made
