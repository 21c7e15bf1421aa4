# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .daily_limit import DailyLimit
from .monthly_limit import MonthlyLimit


@_define(kw_only=True, eq=False, repr=False)
class UserQuota(_Model):
    """Monthly and daily limits of a user (UTC).

    Attributes:
        monthly_limit (MonthlyLimit | Unset | None): The monthly limit; None if there is none.
        daily_limit (DailyLimit | Unset | None): The daily limit; None if there is none.
    """

    monthly_limit: MonthlyLimit | Unset | None = UNSET
    """The monthly limit; None if there is none."""
    daily_limit: DailyLimit | Unset | None = UNSET
    """The daily limit; None if there is none."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"monthly_limit": "monthlyLimit", "daily_limit": "dailyLimit"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.monthly_limit = nested(MonthlyLimit.from_dict, rest.pop("monthlyLimit", UNSET), "monthlyLimit")
        made.daily_limit = nested(DailyLimit.from_dict, rest.pop("dailyLimit", UNSET), "dailyLimit")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.monthly_limit is not UNSET:
            made["monthlyLimit"] = wire(self.monthly_limit)
        if self.daily_limit is not UNSET:
            made["dailyLimit"] = wire(self.daily_limit)
        return made
