# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .embedding_output import EmbeddingOutput
from .embedding_usage import EmbeddingUsage


@_define(kw_only=True, eq=False, repr=False)
class EmbeddingsReply(_Model):
    """Vectors with their token usage.

    Attributes:
        embeddings (EmbeddingOutput): One vector if `input` was a string; otherwise an array with one vector
            per text, in the same order.
        model (str): Model that created the vectors.
        dimension (int): Length of each vector. The request calls it `dimensions`. At least 1.
        usage (EmbeddingUsage): Tokens of all texts together. Embeddings have no output tokens.
    """

    embeddings: EmbeddingOutput
    """One vector if `input` was a string; otherwise an array with one vector per text, in the same order."""
    model: str
    """Model that created the vectors."""
    dimension: int
    """Length of each vector. The request calls it `dimensions`. At least 1."""
    usage: EmbeddingUsage
    """Tokens of all texts together. Embeddings have no output tokens."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.embeddings = rest.pop("embeddings", UNSET)
        made.model = rest.pop("model", UNSET)
        made.dimension = rest.pop("dimension", UNSET)
        made.usage = nested(EmbeddingUsage.from_dict, rest.pop("usage", UNSET), "usage")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.embeddings, Unset):
            made["embeddings"] = wire(self.embeddings)
        if not isinstance(self.model, Unset):
            made["model"] = self.model
        if not isinstance(self.dimension, Unset):
            made["dimension"] = self.dimension
        if not isinstance(self.usage, Unset):
            made["usage"] = wire(self.usage)
        return made
