# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_date, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class UsageDay(_Model):
    """The use of one day (UTC)."""

    date_: date
    """The day, as year, month and day."""
    request_count: int | Unset = UNSET
    """Number of requests."""
    input_tokens: int | Unset = UNSET
    """Tokens read by models."""
    output_tokens: int | Unset = UNSET
    """Tokens written by models."""
    total_tokens: int | Unset = UNSET
    """Tokens read and written together."""
    spend_cents: float | Unset = UNSET
    """What it cost, in cents, with fractions."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            date_=to_date(get("date", UNSET)),
            request_count=get("requestCount", UNSET),
            input_tokens=get("inputTokens", UNSET),
            output_tokens=get("outputTokens", UNSET),
            total_tokens=get("totalTokens", UNSET),
            spend_cents=get("spendCents", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "date": wire(self.date_),
                "requestCount": self.request_count,
                "inputTokens": self.input_tokens,
                "outputTokens": self.output_tokens,
                "totalTokens": self.total_tokens,
                "spendCents": self.spend_cents,
            }
        )


_NAMES = {
    "date": "date_",
    "requestCount": "request_count",
    "inputTokens": "input_tokens",
    "outputTokens": "output_tokens",
    "totalTokens": "total_tokens",
    "spendCents": "spend_cents",
}
