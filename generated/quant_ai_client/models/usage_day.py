# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_date
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class UsageDay(_Model):
    """Usage of one day (UTC).

    Attributes:
        date_ (date): The day, as year, month and day.
        request_count (int | Unset): Number of requests.
        input_tokens (int | Unset): Input tokens.
        output_tokens (int | Unset): Output tokens.
        total_tokens (int | Unset): Input and output tokens together.
        spend_cents (int | Unset): Cost in whole cents.
    """

    date_: date
    """The day, as year, month and day."""
    request_count: int | Unset = UNSET
    """Number of requests."""
    input_tokens: int | Unset = UNSET
    """Input tokens."""
    output_tokens: int | Unset = UNSET
    """Output tokens."""
    total_tokens: int | Unset = UNSET
    """Input and output tokens together."""
    spend_cents: int | Unset = UNSET
    """Cost in whole cents."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "date_": "date",
        "request_count": "requestCount",
        "input_tokens": "inputTokens",
        "output_tokens": "outputTokens",
        "total_tokens": "totalTokens",
        "spend_cents": "spendCents",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.date_ = to_date(rest.pop("date", UNSET))
        made.request_count = rest.pop("requestCount", UNSET)
        made.input_tokens = rest.pop("inputTokens", UNSET)
        made.output_tokens = rest.pop("outputTokens", UNSET)
        made.total_tokens = rest.pop("totalTokens", UNSET)
        made.spend_cents = rest.pop("spendCents", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.date_, Unset):
            made["date"] = wire(self.date_)
        if self.request_count is not UNSET:
            made["requestCount"] = self.request_count
        if self.input_tokens is not UNSET:
            made["inputTokens"] = self.input_tokens
        if self.output_tokens is not UNSET:
            made["outputTokens"] = self.output_tokens
        if self.total_tokens is not UNSET:
            made["totalTokens"] = self.total_tokens
        if self.spend_cents is not UNSET:
            made["spendCents"] = self.spend_cents
        return made
