# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill_summary import SkillSummary


@_define(kw_only=True, eq=False, repr=False)
class SkillCollectionSynced(_Model):
    """The outcome of syncing a collection.

    Attributes:
        namespace (str): The namespace of the collection.
        synced (int | Unset): Number of existing skills that were fetched again.
        created (int | Unset): Number of skills that were new in the source and have been installed.
        failed (int | Unset): Number of folders that could not be imported.
        removed_from_source (list[str] | Unset): Names of the skills that no longer exist in the source.
            They are kept until you delete them.
        skills (list[SkillSummary] | Unset): The skills that were fetched again or installed.
    """

    namespace: str
    """The namespace of the collection."""
    synced: int | Unset = UNSET
    """Number of existing skills that were fetched again."""
    created: int | Unset = UNSET
    """Number of skills that were new in the source and have been installed."""
    failed: int | Unset = UNSET
    """Number of folders that could not be imported."""
    removed_from_source: list[str] | Unset = UNSET
    """Names of the skills that no longer exist in the source. They are kept until you delete them."""
    skills: list[SkillSummary] | Unset = UNSET
    """The skills that were fetched again or installed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"removed_from_source": "removedFromSource"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.namespace = rest.pop("namespace", UNSET)
        made.synced = rest.pop("synced", UNSET)
        made.created = rest.pop("created", UNSET)
        made.failed = rest.pop("failed", UNSET)
        made.removed_from_source = rest.pop("removedFromSource", UNSET)
        made.skills = each(SkillSummary.from_dict, rest.pop("skills", UNSET), "skills")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.namespace, Unset):
            made["namespace"] = self.namespace
        if self.synced is not UNSET:
            made["synced"] = self.synced
        if self.created is not UNSET:
            made["created"] = self.created
        if self.failed is not UNSET:
            made["failed"] = self.failed
        if self.removed_from_source is not UNSET:
            made["removedFromSource"] = self.removed_from_source
        if self.skills is not UNSET:
            made["skills"] = wire(self.skills)
        return made
