# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class SkillCollectionSource(_Model):
    """A folder of a GitHub repository in which every subfolder is a skill.

    Attributes:
        type (Literal['github']): Where to import from; collections come from GitHub.
        repo (str): The repository, as owner/name.
        path (str | None): The folder that contains the skills; the whole repository if left out.
        version (str | None): Tag to pin the collection to; if left out, it follows the latest version.
    """

    type: Literal["github"]
    """Where to import from; collections come from GitHub."""
    repo: str
    """The repository, as owner/name."""
    path: str | None = None
    """The folder that contains the skills; the whole repository if left out."""
    version: str | None = None
    """Tag to pin the collection to; if left out, it follows the latest version."""
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
        if self.repo is not None:
            made["repo"] = self.repo
        if self.path is not None:
            made["path"] = self.path
        if self.version is not None:
            made["version"] = self.version
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SkillCollectionSourceParam(TypedDict):
    """A `SkillCollectionSource` as a plain dict, names as in the JSON."""

    type: Literal["github"]
    repo: str
    path: NotRequired[str]
    version: NotRequired[str]
