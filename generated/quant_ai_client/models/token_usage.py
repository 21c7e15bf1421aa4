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
class TokenUsage(_Model):
    """The tokens that a model's answer used. A token is about four characters of English text. Input and
    output have different prices.

    Attributes:
        input_tokens (int): Tokens that the model read, including earlier messages, the system prompt and
            tool descriptions.
        output_tokens (int): Tokens that the model wrote.
        total_tokens (int): Input and output tokens together.
        cost_cents (float | None): Price of these tokens in US cents, usually a fraction of a cent. Absent
            if it was not calculated.
    """

    input_tokens: int
    """Tokens that the model read, including earlier messages, the system prompt and tool descriptions."""
    output_tokens: int
    """Tokens that the model wrote."""
    total_tokens: int
    """Input and output tokens together."""
    cost_cents: float | None = None
    """Price of these tokens in US cents, usually a fraction of a cent. Absent if it was not calculated."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "input_tokens": "inputTokens",
        "output_tokens": "outputTokens",
        "total_tokens": "totalTokens",
        "cost_cents": "costCents",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.input_tokens = rest.pop("inputTokens", None)
        made.output_tokens = rest.pop("outputTokens", None)
        made.total_tokens = rest.pop("totalTokens", None)
        made.cost_cents = rest.pop("costCents", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.input_tokens is not None:
            made["inputTokens"] = self.input_tokens
        if self.output_tokens is not None:
            made["outputTokens"] = self.output_tokens
        if self.total_tokens is not None:
            made["totalTokens"] = self.total_tokens
        if self.cost_cents is not None:
            made["costCents"] = self.cost_cents
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
