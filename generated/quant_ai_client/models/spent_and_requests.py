# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SpentAndRequests(_Model):
    """Spending and number of requests in a period.

    Attributes:
        spend_cents (int | None): Cost in whole cents. Single requests cost fractions of a cent; how the
            service rounds their sum is not documented.
        request_count (int | None): Number of requests.
    """

    spend_cents: int | None = None
    """Cost in whole cents. Single requests cost fractions of a cent; how the service rounds their sum is not
    documented.
    """
    request_count: int | None = None
    """Number of requests."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"spend_cents": "spendCents", "request_count": "requestCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.spend_cents = rest.pop("spendCents", None)
        made.request_count = rest.pop("requestCount", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.spend_cents is not None:
            made["spendCents"] = self.spend_cents
        if self.request_count is not None:
            made["requestCount"] = self.request_count
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
