# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .skill_collection_source import SkillCollectionSource, SkillCollectionSourceParam


@_define(kw_only=True, eq=False, repr=False)
class SkillCollectionImportRequest(_Model):
    """A folder of skills to import, and the namespace for them.

    Attributes:
        namespace (str): Name of the collection: 2 to 64 lower-case letters, digits and hyphens, with no
            hyphen at either end.
        source (SkillCollectionSource): A folder of a GitHub repository in which every subfolder is a skill.
        tags (list[str] | None): Tags for all skills of the collection.
        installed_by (str | None): Your own id of the person or system that imports the collection.
    """

    namespace: str
    """Name of the collection: 2 to 64 lower-case letters, digits and hyphens, with no hyphen at either end."""
    source: SkillCollectionSource
    """A folder of a GitHub repository in which every subfolder is a skill."""
    tags: list[str] | None = None
    """Tags for all skills of the collection."""
    installed_by: str | None = None
    """Your own id of the person or system that imports the collection."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"installed_by": "installedBy"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.namespace = rest.pop("namespace", None)
        made.source = nested(SkillCollectionSource.from_dict, rest.pop("source", None), "source")
        made.tags = rest.pop("tags", None)
        made.installed_by = rest.pop("installedBy", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.namespace is not None:
            made["namespace"] = self.namespace
        if self.source is not None:
            made["source"] = wire(self.source)
        if self.tags is not None:
            made["tags"] = self.tags
        if self.installed_by is not None:
            made["installedBy"] = self.installed_by
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SkillCollectionImportRequestParam(TypedDict):
    """A `SkillCollectionImportRequest` as a plain dict, names as in the JSON."""

    namespace: str
    source: SkillCollectionSource | SkillCollectionSourceParam
    tags: NotRequired[Sequence[str]]
    installedBy: NotRequired[str]
