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
class AiSearchDisabled(_Model):
    """AI Search is disabled.

    Attributes:
        success (bool | Unset): Whether AI Search was disabled.
        enabled (bool | Unset): Whether AI Search is enabled.
        message (str | Unset): The same in words.
    """

    success: bool | Unset = UNSET
    """Whether AI Search was disabled."""
    enabled: bool | Unset = UNSET
    """Whether AI Search is enabled."""
    message: str | Unset = UNSET
    """The same in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.success = rest.pop("success", UNSET)
        made.enabled = rest.pop("enabled", UNSET)
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.success is not UNSET:
            made["success"] = self.success
        if self.enabled is not UNSET:
            made["enabled"] = self.enabled
        if self.message is not UNSET:
            made["message"] = self.message
        return made
