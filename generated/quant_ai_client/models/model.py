# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, to_date, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .model_capabilities import ModelCapabilities
from .model_pricing import ModelPricing


@_define(kw_only=True, eq=False, repr=False)
class Model(_Model):
    """A model with all that is known of it."""

    id: str
    """Id to send as `modelId`."""
    name: str
    """Name for people."""
    provider: str
    """Company that made the model."""
    capabilities: ModelCapabilities
    """What a model can do. The service describes it in two vocabularies, plain names and names with `supports`, and a
    reply may hold one of them or both. A flag that is absent says nothing: look at its twin.
    """
    description: str | Unset = UNSET
    """What the model is good at, in a sentence or two."""
    context_window: int | Unset = UNSET
    """Tokens that the model can take in at once, its answer included."""
    max_output_tokens: int | Unset = UNSET
    """Tokens that one answer of the model can have at most. Absent where a model writes no text."""
    supported_features: list[str] | Unset = UNSET
    """What the model can do, in the words of the `feature` filter of the list."""
    pricing: ModelPricing | Unset = UNSET
    """What a model costs for each million tokens; reading and writing have prices of their own."""
    release_date: date | Unset = UNSET
    """Day on which the provider released this version."""
    deprecated: bool | Unset = UNSET
    """Whether the model is on its way out. It still answers, but new work should use another."""
    available: bool | Unset = UNSET
    """Whether the model answers at present."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            id=get("id", UNSET),
            name=get("name", UNSET),
            provider=get("provider", UNSET),
            capabilities=nested(ModelCapabilities.from_dict, get("capabilities", UNSET), "capabilities"),
            description=get("description", UNSET),
            context_window=get("contextWindow", UNSET),
            max_output_tokens=get("maxOutputTokens", UNSET),
            supported_features=get("supportedFeatures", UNSET),
            pricing=nested(ModelPricing.from_dict, get("pricing", UNSET), "pricing"),
            release_date=to_date(get("releaseDate", UNSET)),
            deprecated=get("deprecated", UNSET),
            available=get("available", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "id": self.id,
                "name": self.name,
                "provider": self.provider,
                "capabilities": wire(self.capabilities),
                "description": self.description,
                "contextWindow": self.context_window,
                "maxOutputTokens": self.max_output_tokens,
                "supportedFeatures": self.supported_features,
                "pricing": wire(self.pricing),
                "releaseDate": wire(self.release_date),
                "deprecated": self.deprecated,
                "available": self.available,
            }
        )


_NAMES = {
    "id": "id",
    "name": "name",
    "provider": "provider",
    "capabilities": "capabilities",
    "description": "description",
    "contextWindow": "context_window",
    "maxOutputTokens": "max_output_tokens",
    "supportedFeatures": "supported_features",
    "pricing": "pricing",
    "releaseDate": "release_date",
    "deprecated": "deprecated",
    "available": "available",
}
