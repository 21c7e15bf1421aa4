# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill_source_type import SkillSourceType


@_define(kw_only=True, eq=False, repr=False)
class SkillSource(_Model):
    """Where a skill comes from, and which version is installed.

    Attributes:
        type (SkillSourceType): Where a skill comes from. Known values: "inline", "skills.sh", "github",
            "local".
        url (str | Unset): URL of the skill in the registry, or of its folder in the repository.
        repo (str | Unset): The repository, as owner/name.
        path (str | Unset): Folder of the skill in the repository.
        version (str | Unset): The version that the skill is pinned to; absent if it follows the latest
            version.
    """

    type: SkillSourceType
    """Where a skill comes from:

    - `inline`: created and changed here
    - `skills.sh`: imported from the skills.sh registry
    - `github`: imported from a GitHub repository
    - `local`: uploaded from a file; it has no source to sync from
    """
    url: str | Unset = UNSET
    """URL of the skill in the registry, or of its folder in the repository."""
    repo: str | Unset = UNSET
    """The repository, as owner/name."""
    path: str | Unset = UNSET
    """Folder of the skill in the repository."""
    version: str | Unset = UNSET
    """The version that the skill is pinned to; absent if it follows the latest version."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.url = rest.pop("url", UNSET)
        made.repo = rest.pop("repo", UNSET)
        made.path = rest.pop("path", UNSET)
        made.version = rest.pop("version", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.type, Unset):
            made["type"] = self.type
        if self.url is not UNSET:
            made["url"] = self.url
        if self.repo is not UNSET:
            made["repo"] = self.repo
        if self.path is not UNSET:
            made["path"] = self.path
        if self.version is not UNSET:
            made["version"] = self.version
        return made


class SkillSourceParam(TypedDict):
    """A `SkillSource` as a plain dict, names as in the JSON."""

    type: SkillSourceType
    url: NotRequired[str]
    repo: NotRequired[str]
    path: NotRequired[str]
    version: NotRequired[str]
