# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .skill_summary import SkillSummary


@_define(kw_only=True, eq=False, repr=False)
class SkillCollectionSynced(_Model):
    """The outcome of syncing a collection.

    Attributes:
        namespace (str): The namespace of the collection.
        synced (int | None): Number of existing skills that were fetched again.
        created (int | None): Number of skills that were new in the source and have been installed.
        failed (int | None): Number of folders that could not be imported.
        removed_from_source (list[str] | None): Names of the skills that no longer exist in the source. They
            are kept until you delete them.
        skills (list[SkillSummary] | None): The skills that were fetched again or installed.
    """

    namespace: str
    """The namespace of the collection."""
    synced: int | None = None
    """Number of existing skills that were fetched again."""
    created: int | None = None
    """Number of skills that were new in the source and have been installed."""
    failed: int | None = None
    """Number of folders that could not be imported."""
    removed_from_source: list[str] | None = None
    """Names of the skills that no longer exist in the source. They are kept until you delete them."""
    skills: list[SkillSummary] | None = None
    """The skills that were fetched again or installed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"removed_from_source": "removedFromSource"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.namespace = rest.pop("namespace", None)
        made.synced = rest.pop("synced", None)
        made.created = rest.pop("created", None)
        made.failed = rest.pop("failed", None)
        made.removed_from_source = rest.pop("removedFromSource", None)
        made.skills = each_or_kept(SkillSummary.from_dict, rest.pop("skills", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.namespace is not None:
            made["namespace"] = self.namespace
        if self.synced is not None:
            made["synced"] = self.synced
        if self.created is not None:
            made["created"] = self.created
        if self.failed is not None:
            made["failed"] = self.failed
        if self.removed_from_source is not None:
            made["removedFromSource"] = self.removed_from_source
        if self.skills is not None:
            made["skills"] = wire(self.skills)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
