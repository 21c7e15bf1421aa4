# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_date, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class UsageDay(_Model):
    """Usage of one day (UTC).

    Attributes:
        date_ (date): The day, as year, month and day.
        request_count (int | None): Number of requests.
        input_tokens (int | None): Input tokens.
        output_tokens (int | None): Output tokens.
        total_tokens (int | None): Input and output tokens together.
        spend_cents (int | None): Cost in whole cents.
    """

    date_: date
    """The day, as year, month and day."""
    request_count: int | None = None
    """Number of requests."""
    input_tokens: int | None = None
    """Input tokens."""
    output_tokens: int | None = None
    """Output tokens."""
    total_tokens: int | None = None
    """Input and output tokens together."""
    spend_cents: int | None = None
    """Cost in whole cents."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.date_ = to_date(rest.pop("date", None))
        made.request_count = rest.pop("requestCount", None)
        made.input_tokens = rest.pop("inputTokens", None)
        made.output_tokens = rest.pop("outputTokens", None)
        made.total_tokens = rest.pop("totalTokens", None)
        made.spend_cents = rest.pop("spendCents", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.date_ is not None:
            made["date"] = wire(self.date_)
        if self.request_count is not None:
            made["requestCount"] = self.request_count
        if self.input_tokens is not None:
            made["inputTokens"] = self.input_tokens
        if self.output_tokens is not None:
            made["outputTokens"] = self.output_tokens
        if self.total_tokens is not None:
            made["totalTokens"] = self.total_tokens
        if self.spend_cents is not None:
            made["spendCents"] = self.spend_cents
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
