# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill_import_failure import SkillImportFailure
from .skill_summary import SkillSummary


@_define(kw_only=True, eq=False, repr=False)
class SkillCollectionImported(_Model):
    """The outcome of importing a collection.

    Attributes:
        namespace (str): The namespace of the collection.
        imported (int | Unset): Number of skills that were installed or updated.
        failed (int | Unset): Number of folders that could not be imported.
        skills (list[SkillSummary] | Unset): The skills that were installed or updated.
        errors (list[SkillImportFailure] | Unset): The folders that failed, with the reasons.
    """

    namespace: str
    """The namespace of the collection."""
    imported: int | Unset = UNSET
    """Number of skills that were installed or updated."""
    failed: int | Unset = UNSET
    """Number of folders that could not be imported."""
    skills: list[SkillSummary] | Unset = UNSET
    """The skills that were installed or updated."""
    errors: list[SkillImportFailure] | Unset = UNSET
    """The folders that failed, with the reasons."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.namespace = rest.pop("namespace", UNSET)
        made.imported = rest.pop("imported", UNSET)
        made.failed = rest.pop("failed", UNSET)
        made.skills = each(SkillSummary.from_dict, rest.pop("skills", UNSET), "skills")
        made.errors = each(SkillImportFailure.from_dict, rest.pop("errors", UNSET), "errors")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.namespace, Unset):
            made["namespace"] = self.namespace
        if self.imported is not UNSET:
            made["imported"] = self.imported
        if self.failed is not UNSET:
            made["failed"] = self.failed
        if self.skills is not UNSET:
            made["skills"] = wire(self.skills)
        if self.errors is not UNSET:
            made["errors"] = wire(self.errors)
        return made
