# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict
from .skill_source_type import SkillSourceType


@_define(kw_only=True, eq=False, repr=False)
class SkillSource(_Model):
    """Where a skill comes from, and which version is installed.

    Attributes:
        type (SkillSourceType): Where a skill comes from. Known values: "inline", "skills.sh", "github",
            "local".
        url (str | None): URL of the skill in the registry, or of its folder in the repository.
        repo (str | None): The repository, as owner/name.
        path (str | None): Folder of the skill in the repository.
        version (str | None): The version that the skill is pinned to; absent if it follows the latest
            version.
    """

    type: SkillSourceType
    """Where a skill comes from:

    - `inline`: created and changed here
    - `skills.sh`: imported from the skills.sh registry
    - `github`: imported from a GitHub repository
    - `local`: uploaded from a file; it has no source to sync from
    """
    url: str | None = None
    """URL of the skill in the registry, or of its folder in the repository."""
    repo: str | None = None
    """The repository, as owner/name."""
    path: str | None = None
    """Folder of the skill in the repository."""
    version: str | None = None
    """The version that the skill is pinned to; absent if it follows the latest version."""
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
        made.type = rest.pop("type", None)
        made.url = rest.pop("url", None)
        made.repo = rest.pop("repo", None)
        made.path = rest.pop("path", None)
        made.version = rest.pop("version", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.url is not None:
            made["url"] = self.url
        if self.repo is not None:
            made["repo"] = self.repo
        if self.path is not None:
            made["path"] = self.path
        if self.version is not None:
            made["version"] = self.version
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SkillSourceParam(TypedDict):
    """A `SkillSource` as a plain dict, names as in the JSON."""

    type: SkillSourceType
    url: NotRequired[str]
    repo: NotRequired[str]
    path: NotRequired[str]
    version: NotRequired[str]
