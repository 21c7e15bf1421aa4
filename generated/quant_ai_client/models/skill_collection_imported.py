# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .skill_import_failure import SkillImportFailure
from .skill_summary import SkillSummary


@_define(kw_only=True, eq=False, repr=False)
class SkillCollectionImported(_Model):
    """The outcome of importing a collection.

    Attributes:
        namespace (str): The namespace of the collection.
        imported (int | None): Number of skills that were installed or updated.
        failed (int | None): Number of folders that could not be imported.
        skills (list[SkillSummary] | None): The skills that were installed or updated.
        errors (list[SkillImportFailure] | None): The folders that failed, with the reasons.
    """

    namespace: str
    """The namespace of the collection."""
    imported: int | None = None
    """Number of skills that were installed or updated."""
    failed: int | None = None
    """Number of folders that could not be imported."""
    skills: list[SkillSummary] | None = None
    """The skills that were installed or updated."""
    errors: list[SkillImportFailure] | None = None
    """The folders that failed, with the reasons."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.namespace = rest.pop("namespace", None)
        made.imported = rest.pop("imported", None)
        made.failed = rest.pop("failed", None)
        made.skills = each_or_kept(SkillSummary.from_dict, rest.pop("skills", None))
        made.errors = each_or_kept(SkillImportFailure.from_dict, rest.pop("errors", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.namespace is not None:
            made["namespace"] = self.namespace
        if self.imported is not None:
            made["imported"] = self.imported
        if self.failed is not None:
            made["failed"] = self.failed
        if self.skills is not None:
            made["skills"] = wire(self.skills)
        if self.errors is not None:
            made["errors"] = wire(self.errors)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
