# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .model_capabilities import ModelCapabilities


@_define(kw_only=True, eq=False, repr=False)
class ModelSummary(_Model):
    """A model as shown in the list, without description, price and dates.

    Attributes:
        id (str): Id to use as `model_id`.
        name (str): Display name.
        provider (str): Company that made the model.
        capabilities (ModelCapabilities): What a model can do. The service uses two sets of names, plain
            ones and ones with `supports`, and a reply may have either or both. If a flag is missing, check
            its counterpart.
        context_window (int | None): Context window in tokens, including the answer.
        max_output_tokens (int | None): Maximum tokens of one answer. Absent if the model does not generate
            text.
        supported_features (list[str] | None): Features of the model, as used by the `feature` filter.
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
    context_window: int | None = None
    """Context window in tokens, including the answer."""
    max_output_tokens: int | None = None
    """Maximum tokens of one answer. Absent if the model does not generate text."""
    supported_features: list[str] | None = None
    """Features of the model, as used by the `feature` filter."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "context_window": "contextWindow",
        "max_output_tokens": "maxOutputTokens",
        "supported_features": "supportedFeatures",
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
        made.context_window = rest.pop("contextWindow", None)
        made.max_output_tokens = rest.pop("maxOutputTokens", None)
        made.supported_features = rest.pop("supportedFeatures", None)
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
        if self.context_window is not None:
            made["contextWindow"] = self.context_window
        if self.max_output_tokens is not None:
            made["maxOutputTokens"] = self.max_output_tokens
        if self.supported_features is not None:
            made["supportedFeatures"] = self.supported_features
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
