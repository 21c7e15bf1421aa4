# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ModelPricing(_Model):
    """What a model costs for each million tokens; reading and writing have prices of their own."""

    input_per_m_token: float
    """Price of one million tokens that the model reads, in units of `currency` (dollars, not cents)."""
    output_per_m_token: float
    """Price of one million tokens that the model writes, in units of `currency` (dollars, not cents)."""
    currency: str
    """Currency of the prices, as an ISO 4217 code."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            input_per_m_token=get("inputPerMToken", UNSET),
            output_per_m_token=get("outputPerMToken", UNSET),
            currency=get("currency", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "inputPerMToken": self.input_per_m_token,
                "outputPerMToken": self.output_per_m_token,
                "currency": self.currency,
            }
        )


_NAMES = {"inputPerMToken": "input_per_m_token", "outputPerMToken": "output_per_m_token", "currency": "currency"}
