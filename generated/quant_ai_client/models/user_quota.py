# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .daily_limit import DailyLimit
from .monthly_limit import MonthlyLimit


@_define(kw_only=True, eq=False, repr=False)
class UserQuota(_Model):
    """Monthly and daily limits of a user (UTC).

    Attributes:
        monthly_limit (MonthlyLimit | None): The monthly limit; None if there is none.
        daily_limit (DailyLimit | None): The daily limit; None if there is none.
    """

    monthly_limit: MonthlyLimit | None = NOT_SENT
    """The monthly limit; None if there is none."""
    daily_limit: DailyLimit | None = NOT_SENT
    """The daily limit; None if there is none."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"monthly_limit": "monthlyLimit", "daily_limit": "dailyLimit"}
    _nullable: ClassVar = {"monthlyLimit": "monthly_limit", "dailyLimit": "daily_limit"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.monthly_limit = nested_or_kept(MonthlyLimit.from_dict, rest.pop("monthlyLimit", None))
        made.daily_limit = nested_or_kept(DailyLimit.from_dict, rest.pop("dailyLimit", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.monthly_limit is not None:
            made["monthlyLimit"] = wire(self.monthly_limit)
        if self.daily_limit is not None:
            made["dailyLimit"] = wire(self.daily_limit)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
