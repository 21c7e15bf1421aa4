# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class InterfaceLimit(_Model):
    """Limits of one interface, in cents; None or left out for no limit.

    Attributes:
        daily_cents (int | Unset | None): What may be spent in a day.
        monthly_cents (int | Unset | None): What may be spent in a month.
    """

    daily_cents: int | Unset | None = UNSET
    """What may be spent in a day."""
    monthly_cents: int | Unset | None = UNSET
    """What may be spent in a month."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"daily_cents": "dailyCents", "monthly_cents": "monthlyCents"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.daily_cents = rest.pop("dailyCents", UNSET)
        made.monthly_cents = rest.pop("monthlyCents", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.daily_cents is not UNSET:
            made["dailyCents"] = self.daily_cents
        if self.monthly_cents is not UNSET:
            made["monthlyCents"] = self.monthly_cents
        return made


class InterfaceLimitParam(TypedDict):
    """A `InterfaceLimit` as a plain dict, names as in the JSON."""

    dailyCents: NotRequired[int | None]
    monthlyCents: NotRequired[int | None]
