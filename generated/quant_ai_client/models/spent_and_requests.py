# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SpentAndRequests(_Model):
    """Spending and number of requests in a period.

    Attributes:
        spend_cents (int | Unset): Cost in whole cents. Single requests cost fractions of a cent; how the
            service rounds their sum is not documented.
        request_count (int | Unset): Number of requests.
    """

    spend_cents: int | Unset = UNSET
    """Cost in whole cents. Single requests cost fractions of a cent; how the service rounds their sum is not
    documented.
    """
    request_count: int | Unset = UNSET
    """Number of requests."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"spend_cents": "spendCents", "request_count": "requestCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.spend_cents = rest.pop("spendCents", UNSET)
        made.request_count = rest.pop("requestCount", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.spend_cents is not UNSET:
            made["spendCents"] = self.spend_cents
        if self.request_count is not UNSET:
            made["requestCount"] = self.request_count
        return made
