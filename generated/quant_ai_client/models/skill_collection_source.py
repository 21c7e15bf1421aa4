# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SkillCollectionSource(_Model):
    """A folder of a GitHub repository in which every subfolder is a skill.

    Attributes:
        type (Literal['github']): Where to import from; collections come from GitHub.
        repo (str): The repository, as owner/name.
        path (str | Unset): The folder that contains the skills; the whole repository if left out.
        version (str | Unset): Tag to pin the collection to; if left out, it follows the latest version.
    """

    type: Literal["github"]
    """Where to import from; collections come from GitHub."""
    repo: str
    """The repository, as owner/name."""
    path: str | Unset = UNSET
    """The folder that contains the skills; the whole repository if left out."""
    version: str | Unset = UNSET
    """Tag to pin the collection to; if left out, it follows the latest version."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
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
        if not isinstance(self.repo, Unset):
            made["repo"] = self.repo
        if self.path is not UNSET:
            made["path"] = self.path
        if self.version is not UNSET:
            made["version"] = self.version
        return made


class SkillCollectionSourceParam(TypedDict):
    """A `SkillCollectionSource` as a plain dict, names as in the JSON."""

    type: Literal["github"]
    repo: str
    path: NotRequired[str]
    version: NotRequired[str]
