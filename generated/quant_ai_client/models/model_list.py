# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .model_summary import ModelSummary


@_define(kw_only=True, eq=False, repr=False)
class ModelList(_Model):
    """The models that fit the filter. There are no further pages."""

    models: list[ModelSummary]
    """The models; their order has no meaning."""
    count: int
    """Number of models in this reply."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            models=each(ModelSummary.from_dict, get("models", UNSET), "models"),
            count=get("count", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "models": wire(self.models), "count": self.count})


_NAMES = {"models": "models", "count": "count"}
