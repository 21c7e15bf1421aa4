# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
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
        context_window (int | Unset): Context window in tokens, including the answer.
        max_output_tokens (int | Unset): Maximum tokens of one answer. Absent if the model does not generate
            text.
        supported_features (list[str] | Unset): Features of the model, as used by the `feature` filter.
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
    context_window: int | Unset = UNSET
    """Context window in tokens, including the answer."""
    max_output_tokens: int | Unset = UNSET
    """Maximum tokens of one answer. Absent if the model does not generate text."""
    supported_features: list[str] | Unset = UNSET
    """Features of the model, as used by the `feature` filter."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "context_window": "contextWindow",
        "max_output_tokens": "maxOutputTokens",
        "supported_features": "supportedFeatures",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.id = rest.pop("id", UNSET)
        made.name = rest.pop("name", UNSET)
        made.provider = rest.pop("provider", UNSET)
        made.capabilities = nested(ModelCapabilities.from_dict, rest.pop("capabilities", UNSET), "capabilities")
        made.context_window = rest.pop("contextWindow", UNSET)
        made.max_output_tokens = rest.pop("maxOutputTokens", UNSET)
        made.supported_features = rest.pop("supportedFeatures", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.id, Unset):
            made["id"] = self.id
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.provider, Unset):
            made["provider"] = self.provider
        if not isinstance(self.capabilities, Unset):
            made["capabilities"] = wire(self.capabilities)
        if self.context_window is not UNSET:
            made["contextWindow"] = self.context_window
        if self.max_output_tokens is not UNSET:
            made["maxOutputTokens"] = self.max_output_tokens
        if self.supported_features is not UNSET:
            made["supportedFeatures"] = self.supported_features
        return made
