# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchPagesDeleted(_Model):
    """How many pages were deleted.

    Attributes:
        success (bool | Unset): Whether the pages were deleted.
        deleted_count (int | Unset): Number of pages that existed and were deleted.
        message (str | Unset): The same in words.
    """

    success: bool | Unset = UNSET
    """Whether the pages were deleted."""
    deleted_count: int | Unset = UNSET
    """Number of pages that existed and were deleted."""
    message: str | Unset = UNSET
    """The same in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"deleted_count": "deletedCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.success = rest.pop("success", UNSET)
        made.deleted_count = rest.pop("deletedCount", UNSET)
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.success is not UNSET:
            made["success"] = self.success
        if self.deleted_count is not UNSET:
            made["deletedCount"] = self.deleted_count
        if self.message is not UNSET:
            made["message"] = self.message
        return made
