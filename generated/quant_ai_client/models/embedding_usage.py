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
class EmbeddingUsage(_Model):
    """What the embedding used, in tokens of all texts together. Nothing is written, so there is no output."""

    input_tokens: int
    """Tokens that were read."""
    total_tokens: int
    """Tokens that are billed; the same number."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            input_tokens=get("inputTokens", UNSET),
            total_tokens=get("totalTokens", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "inputTokens": self.input_tokens, "totalTokens": self.total_tokens}
        )


_NAMES = {"inputTokens": "input_tokens", "totalTokens": "total_tokens"}
