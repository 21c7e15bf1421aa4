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
class ModelPricing(_Model):
    """Price of a model per million tokens, for input and output.

    Attributes:
        input_per_m_token (float): Price of one million input tokens, in units of `currency` (dollars, not
            cents).
        output_per_m_token (float): Price of one million output tokens, in units of `currency` (dollars, not
            cents).
        currency (str): Currency of the prices, as an ISO 4217 code.
    """

    input_per_m_token: float
    """Price of one million input tokens, in units of `currency` (dollars, not cents)."""
    output_per_m_token: float
    """Price of one million output tokens, in units of `currency` (dollars, not cents)."""
    currency: str
    """Currency of the prices, as an ISO 4217 code."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"input_per_m_token": "inputPerMToken", "output_per_m_token": "outputPerMToken"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.input_per_m_token = rest.pop("inputPerMToken", None)
        made.output_per_m_token = rest.pop("outputPerMToken", None)
        made.currency = rest.pop("currency", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.input_per_m_token is not None:
            made["inputPerMToken"] = self.input_per_m_token
        if self.output_per_m_token is not None:
            made["outputPerMToken"] = self.output_per_m_token
        if self.currency is not None:
            made["currency"] = self.currency
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
