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
class Spent(_Model):
    """Spending in a period.

    Attributes:
        spend_cents (int | Unset): Cost in whole cents.
    """

    spend_cents: int | Unset = UNSET
    """Cost in whole cents."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"spend_cents": "spendCents"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.spend_cents = rest.pop("spendCents", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.spend_cents is not UNSET:
            made["spendCents"] = self.spend_cents
        return made
