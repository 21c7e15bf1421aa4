# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .usage_day import UsageDay
from .usage_group_by import UsageGroupBy
from .usage_row import UsageRow
from .usage_totals import UsageTotals


@_define(kw_only=True, eq=False, repr=False)
class UsageReport(_Model):
    """Usage of the organisation in a month. The exact format of this reply is not documented, so some fields
    may be missing, and there may be others.

    Attributes:
        month (str | None): The month of the report, as year and month.
        group_by (UsageGroupBy | None): What each row of a usage report stands for. Known values: "model",
            "user", "token".
        totals (UsageTotals | None): Usage of the whole month.
        rows (list[UsageRow] | None): One row for each model, user or token used in the month, most
            expensive first.
        daily (list[UsageDay] | None): The last 30 days, one entry each, oldest first; only with
            `include=daily`.
    """

    month: str | None = None
    """The month of the report, as year and month."""
    group_by: UsageGroupBy | None = None
    """What each row of a usage report stands for:

    - `model`: a model, by `model_id`
    - `user`: a caller, by `user_id`
    - `token`: an API token, by `token_id`
    """
    totals: UsageTotals | None = None
    """Usage of the whole month."""
    rows: list[UsageRow] | None = None
    """One row for each model, user or token used in the month, most expensive first."""
    daily: list[UsageDay] | None = None
    """The last 30 days, one entry each, oldest first; only with `include=daily`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"group_by": "groupBy"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.month = rest.pop("month", None)
        made.group_by = rest.pop("groupBy", None)
        made.totals = nested_or_kept(UsageTotals.from_dict, rest.pop("totals", None))
        made.rows = each_or_kept(UsageRow.from_dict, rest.pop("rows", None))
        made.daily = each_or_kept(UsageDay.from_dict, rest.pop("daily", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.month is not None:
            made["month"] = self.month
        if self.group_by is not None:
            made["groupBy"] = self.group_by
        if self.totals is not None:
            made["totals"] = wire(self.totals)
        if self.rows is not None:
            made["rows"] = wire(self.rows)
        if self.daily is not None:
            made["daily"] = wire(self.daily)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
