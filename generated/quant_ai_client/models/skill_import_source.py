# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .skill_import_source_type import SkillImportSourceType


@_define(kw_only=True, eq=False, repr=False)
class SkillImportSource(_Model):
    """Where to fetch a skill from, given by `url`, or by `repo` and `path`.

    Attributes:
        type (SkillImportSourceType): Where to import a skill from. Known values: "skills.sh", "github".
        url (str | Unset): URL of the skill in the registry, `https://skills.sh/OWNER/REPOSITORY/SKILL`, or
            of its folder on GitHub, `https://github.com/OWNER/REPOSITORY/tree/VERSION/FOLDER`. If `repo`,
            `path` or `version` is set too, it takes precedence.
        repo (str | Unset): The repository, as owner/name.
        path (str | Unset): Folder of the skill in the repository, or its `SKILL.md`; for skills.sh the name
            of the skill is enough. Optional if the repository contains a single skill.
        version (str | Unset): Tag to pin the skill to; if left out, the skill follows the latest version.
    """

    type: SkillImportSourceType
    """Where to import a skill from:

    - `skills.sh`: the skills.sh registry
    - `github`: a GitHub repository
    """
    url: str | Unset = UNSET
    """URL of the skill in the registry, `https://skills.sh/OWNER/REPOSITORY/SKILL`, or of its folder on GitHub,
    `https://github.com/OWNER/REPOSITORY/tree/VERSION/FOLDER`. If `repo`, `path` or `version` is set too, it
    takes precedence.
    """
    repo: str | Unset = UNSET
    """The repository, as owner/name."""
    path: str | Unset = UNSET
    """Folder of the skill in the repository, or its `SKILL.md`; for skills.sh the name of the skill is enough.
    Optional if the repository contains a single skill.
    """
    version: str | Unset = UNSET
    """Tag to pin the skill to; if left out, the skill follows the latest version."""
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


class SkillImportSourceParam(TypedDict):
    """A `SkillImportSource` as a plain dict, names as in the JSON."""

    type: SkillImportSourceType
    url: NotRequired[str]
    repo: NotRequired[str]
    path: NotRequired[str]
    version: NotRequired[str]
