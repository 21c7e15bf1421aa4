# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
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
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.embeddings = rest.pop("embeddings", None)
        made.model = rest.pop("model", None)
        made.dimension = rest.pop("dimension", None)
        made.usage = nested(EmbeddingUsage.from_dict, rest.pop("usage", None), "usage")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.embeddings is not None:
            made["embeddings"] = wire(self.embeddings)
        if self.model is not None:
            made["model"] = self.model
        if self.dimension is not None:
            made["dimension"] = self.dimension
        if self.usage is not None:
            made["usage"] = wire(self.usage)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
