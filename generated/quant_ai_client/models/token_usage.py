# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class TokenUsage(_Model):
    """What a model's answer used, in tokens: pieces of text of about four characters in English. Input and
    output have different prices.
    """

    input_tokens: int
    """Tokens that the model read, earlier messages, system prompt and tool descriptions included."""
    output_tokens: int
    """Tokens that the model wrote."""
    total_tokens: int
    """Input and output tokens together."""
    cost_cents: float | Unset = UNSET
    """Price of these tokens in US cents, mostly a fraction of one. Absent where it was not worked out."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            input_tokens=get("inputTokens", UNSET),
            output_tokens=get("outputTokens", UNSET),
            total_tokens=get("totalTokens", UNSET),
            cost_cents=get("costCents", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "inputTokens": self.input_tokens,
                "outputTokens": self.output_tokens,
                "totalTokens": self.total_tokens,
                "costCents": self.cost_cents,
            }
        )


_NAMES = {
    "inputTokens": "input_tokens",
    "outputTokens": "output_tokens",
    "totalTokens": "total_tokens",
    "costCents": "cost_cents",
}
