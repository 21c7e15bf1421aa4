# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class CollectionCreateRequest(_Model):
    """A collection to create."""

    name: str
    """Name, unique within the organisation. A name in use is answered with 409."""
    embedding_model: str
    """Id of the embedding model, for good. Supported are `amazon.titan-embed-text-v2:0`, `cohere.embed-english-v3` and
    `cohere.embed-multilingual-v3`.
    """
    description: str | Unset = UNSET
    """What the collection is to hold, for people."""
    dimensions: int | Unset = UNSET
    """How many numbers each vector has. It follows from the model, so it is seldom needed. At least 1. Server default:
    1024.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            embedding_model=get("embeddingModel", UNSET),
            description=get("description", UNSET),
            dimensions=get("dimensions", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "name": self.name,
                "embeddingModel": self.embedding_model,
                "description": self.description,
                "dimensions": self.dimensions,
            }
        )


_NAMES = {"name": "name", "embeddingModel": "embedding_model", "description": "description", "dimensions": "dimensions"}


class CollectionCreateRequestParam(TypedDict):
    """A `CollectionCreateRequest` as a plain dict, names as in the JSON."""

    name: str
    embeddingModel: str
    description: NotRequired[str]
    dimensions: NotRequired[int]
