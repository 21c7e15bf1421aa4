# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, nested_or_kept, new, nulls_in, to_date, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .model_capabilities import ModelCapabilities
from .model_pricing import ModelPricing


@_define(kw_only=True, eq=False, repr=False)
class Model(_Model):
    """A model with all its details.

    Attributes:
        id (str): Id to use as `model_id`.
        name (str): Display name.
        provider (str): Company that made the model.
        capabilities (ModelCapabilities): What a model can do. The service uses two sets of names, plain
            ones and ones with `supports`, and a reply may have either or both. If a flag is missing, check
            its counterpart.
        description (str | None): What the model is good at.
        context_window (int | None): Context window in tokens, including the answer.
        max_output_tokens (int | None): Maximum tokens of one answer. Absent if the model does not generate
            text.
        supported_features (list[str] | None): Features of the model, as used by the `feature` filter of the
            list.
        pricing (ModelPricing | None): Price of a model per million tokens, for input and output.
        release_date (date | None): Day on which the provider released this version.
        deprecated (bool | None): Whether the model is deprecated. It still works, but should not be used
            for new work.
        available (bool | None): Whether the model is currently available.
    """

    id: str
    """Id to use as `model_id`."""
    name: str
    """Display name."""
    provider: str
    """Company that made the model."""
    capabilities: ModelCapabilities
    """What a model can do. The service uses two sets of names, plain ones and ones with `supports`, and a reply may
    have either or both. If a flag is missing, check its counterpart.
    """
    description: str | None = None
    """What the model is good at."""
    context_window: int | None = None
    """Context window in tokens, including the answer."""
    max_output_tokens: int | None = None
    """Maximum tokens of one answer. Absent if the model does not generate text."""
    supported_features: list[str] | None = None
    """Features of the model, as used by the `feature` filter of the list."""
    pricing: ModelPricing | None = None
    """Price of a model per million tokens, for input and output."""
    release_date: date | None = None
    """Day on which the provider released this version."""
    deprecated: bool | None = None
    """Whether the model is deprecated. It still works, but should not be used for new work."""
    available: bool | None = None
    """Whether the model is currently available."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "context_window": "contextWindow",
        "max_output_tokens": "maxOutputTokens",
        "supported_features": "supportedFeatures",
        "release_date": "releaseDate",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.id = rest.pop("id", None)
        made.name = rest.pop("name", None)
        made.provider = rest.pop("provider", None)
        made.capabilities = nested(ModelCapabilities.from_dict, rest.pop("capabilities", None), "capabilities")
        made.description = rest.pop("description", None)
        made.context_window = rest.pop("contextWindow", None)
        made.max_output_tokens = rest.pop("maxOutputTokens", None)
        made.supported_features = rest.pop("supportedFeatures", None)
        made.pricing = nested_or_kept(ModelPricing.from_dict, rest.pop("pricing", None))
        made.release_date = to_date(rest.pop("releaseDate", None))
        made.deprecated = rest.pop("deprecated", None)
        made.available = rest.pop("available", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.id is not None:
            made["id"] = self.id
        if self.name is not None:
            made["name"] = self.name
        if self.provider is not None:
            made["provider"] = self.provider
        if self.capabilities is not None:
            made["capabilities"] = wire(self.capabilities)
        if self.description is not None:
            made["description"] = self.description
        if self.context_window is not None:
            made["contextWindow"] = self.context_window
        if self.max_output_tokens is not None:
            made["maxOutputTokens"] = self.max_output_tokens
        if self.supported_features is not None:
            made["supportedFeatures"] = self.supported_features
        if self.pricing is not None:
            made["pricing"] = wire(self.pricing)
        if self.release_date is not None:
            made["releaseDate"] = wire(self.release_date)
        if self.deprecated is not None:
            made["deprecated"] = self.deprecated
        if self.available is not None:
            made["available"] = self.available
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
