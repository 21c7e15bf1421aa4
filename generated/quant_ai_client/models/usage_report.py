# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .usage_day import UsageDay
from .usage_row import UsageRow
from .usage_totals import UsageTotals

if TYPE_CHECKING:
    from .usage_group_by import UsageGroupBy


@_define(kw_only=True, eq=False, repr=False)
class UsageReport(_Model):
    """What the organisation used in a month. The exact form of this reply is not documented, so expect members
    to be missing, and others to be there.
    """

    month: str | Unset = UNSET
    """The month of the report, as year and month."""
    group_by: UsageGroupBy | Unset = UNSET
    """What a row of a usage report stands for:

    - `model`: a model, by `modelId`
    - `user`: a caller, by `userId`
    - `token`: an API token, by `tokenId`

    Known values: "model", "user", "token".
    """
    totals: UsageTotals | Unset = UNSET
    """What the organisation used in the whole month."""
    rows: list[UsageRow] | Unset = UNSET
    """One row for each model, user or token that was used in the month, the costliest first."""
    daily: list[UsageDay] | Unset = UNSET
    """The last 30 days, one entry each, oldest first; only with `include=daily`."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            month=get("month", UNSET),
            group_by=get("groupBy", UNSET),
            totals=nested(UsageTotals.from_dict, get("totals", UNSET), "totals"),
            rows=each(UsageRow.from_dict, get("rows", UNSET), "rows"),
            daily=each(UsageDay.from_dict, get("daily", UNSET), "daily"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "month": self.month,
                "groupBy": self.group_by,
                "totals": wire(self.totals),
                "rows": wire(self.rows),
                "daily": wire(self.daily),
            }
        )


_NAMES = {"month": "month", "groupBy": "group_by", "totals": "totals", "rows": "rows", "daily": "daily"}
