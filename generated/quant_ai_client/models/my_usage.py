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
from .spent import Spent
from .spent_and_requests import SpentAndRequests
from .user_quota import UserQuota


@_define(kw_only=True, eq=False, repr=False)
class MyUsage(_Model):
    """Spending and limits of the caller.

    Attributes:
        user_id (str | None): The caller, as in usage reports and `user_overrides` of the governance: a
            number for people, or a string with a prefix such as `slack-` or `system:`.
        current_month (str | None): The month (UTC) of `monthly`, as year and month.
        monthly (SpentAndRequests | None): Spending and number of requests in a period.
        daily (Spent | None): Spending in a period.
        quota (UserQuota | None): The limits that apply to the caller; None if there are none.
    """

    user_id: str | None = None
    """The caller, as in usage reports and `user_overrides` of the governance: a number for people, or a string with
    a prefix such as `slack-` or `system:`.
    """
    current_month: str | None = None
    """The month (UTC) of `monthly`, as year and month."""
    monthly: SpentAndRequests | None = None
    """Spending and number of requests in a period."""
    daily: Spent | None = None
    """Spending in a period."""
    quota: UserQuota | None = NOT_SENT
    """The limits that apply to the caller; None if there are none."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"user_id": "userId", "current_month": "currentMonth"}
    _nullable: ClassVar = {"quota": "quota"}

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
        made.user_id = rest.pop("userId", None)
        made.current_month = rest.pop("currentMonth", None)
        made.monthly = nested_or_kept(SpentAndRequests.from_dict, rest.pop("monthly", None))
        made.daily = nested_or_kept(Spent.from_dict, rest.pop("daily", None))
        made.quota = nested_or_kept(UserQuota.from_dict, rest.pop("quota", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.user_id is not None:
            made["userId"] = self.user_id
        if self.current_month is not None:
            made["currentMonth"] = self.current_month
        if self.monthly is not None:
            made["monthly"] = wire(self.monthly)
        if self.daily is not None:
            made["daily"] = wire(self.daily)
        if self.quota is not None:
            made["quota"] = wire(self.quota)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
