# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .embedding_usage import EmbeddingUsage

if TYPE_CHECKING:
    from .embedding_output import EmbeddingOutput


@_define(kw_only=True, eq=False, repr=False)
class EmbeddingsReply(_Model):
    """Vectors with what they cost."""

    embeddings: EmbeddingOutput
    """One vector if `input` was a string; otherwise an array of vectors, as many as there were texts and in their
    order.
    """
    model: str
    """Model that made the vectors."""
    dimension: int
    """Length of each vector, in numbers. In the request the name is `dimensions`. At least 1."""
    usage: EmbeddingUsage
    """What the embedding used, in tokens of all texts together. Nothing is written, so there is no output."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            embeddings=get("embeddings", UNSET),
            model=get("model", UNSET),
            dimension=get("dimension", UNSET),
            usage=nested(EmbeddingUsage.from_dict, get("usage", UNSET), "usage"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "embeddings": wire(self.embeddings),
                "model": self.model,
                "dimension": self.dimension,
                "usage": wire(self.usage),
            }
        )


_NAMES = {"embeddings": "embeddings", "model": "model", "dimension": "dimension", "usage": "usage"}
