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
from .spent import Spent
from .spent_and_requests import SpentAndRequests
from .user_quota import UserQuota


@_define(kw_only=True, eq=False, repr=False)
class MyUsage(_Model):
    """Spending and limits of the caller.

    Attributes:
        user_id (str | Unset): The caller, as in usage reports and `user_overrides` of the governance: a
            number for people, or a string with a prefix such as `slack-` or `system:`.
        current_month (str | Unset): The month (UTC) of `monthly`, as year and month.
        monthly (SpentAndRequests | Unset): Spending and number of requests in a period.
        daily (Spent | Unset): Spending in a period.
        quota (UserQuota | Unset | None): The limits that apply to the caller; None if there are none.
    """

    user_id: str | Unset = UNSET
    """The caller, as in usage reports and `user_overrides` of the governance: a number for people, or a string with
    a prefix such as `slack-` or `system:`.
    """
    current_month: str | Unset = UNSET
    """The month (UTC) of `monthly`, as year and month."""
    monthly: SpentAndRequests | Unset = UNSET
    """Spending and number of requests in a period."""
    daily: Spent | Unset = UNSET
    """Spending in a period."""
    quota: UserQuota | Unset | None = UNSET
    """The limits that apply to the caller; None if there are none."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"user_id": "userId", "current_month": "currentMonth"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.user_id = rest.pop("userId", UNSET)
        made.current_month = rest.pop("currentMonth", UNSET)
        made.monthly = nested(SpentAndRequests.from_dict, rest.pop("monthly", UNSET), "monthly")
        made.daily = nested(Spent.from_dict, rest.pop("daily", UNSET), "daily")
        made.quota = nested(UserQuota.from_dict, rest.pop("quota", UNSET), "quota")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.user_id is not UNSET:
            made["userId"] = self.user_id
        if self.current_month is not UNSET:
            made["currentMonth"] = self.current_month
        if self.monthly is not UNSET:
            made["monthly"] = wire(self.monthly)
        if self.daily is not UNSET:
            made["daily"] = wire(self.daily)
        if self.quota is not UNSET:
            made["quota"] = wire(self.quota)
        return made
