# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SkillImportFailure(_Model):
    """A folder that could not be imported.

    Attributes:
        path (str | Unset): The folder, relative to the repository root.
        error (str | Unset): Why it failed, in words.
    """

    path: str | Unset = UNSET
    """The folder, relative to the repository root."""
    error: str | Unset = UNSET
    """Why it failed, in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.path = rest.pop("path", UNSET)
        made.error = rest.pop("error", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.path is not UNSET:
            made["path"] = self.path
        if self.error is not UNSET:
            made["error"] = self.error
        return made
