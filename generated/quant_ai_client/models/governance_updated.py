# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .governance_config import GovernanceConfig


@_define(kw_only=True, eq=False, repr=False)
class GovernanceUpdated(_Model):
    """The new governance rules.

    Attributes:
        config (GovernanceConfig): The rules that apply to the whole organisation.
        success (bool | Unset): True if the rules were replaced.
    """

    config: GovernanceConfig
    """The rules that apply to the whole organisation."""
    success: bool | Unset = UNSET
    """True if the rules were replaced."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.config = nested(GovernanceConfig.from_dict, rest.pop("config", UNSET), "config")
        made.success = rest.pop("success", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.config, Unset):
            made["config"] = wire(self.config)
        if self.success is not UNSET:
            made["success"] = self.success
        return made
