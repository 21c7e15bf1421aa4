# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class CollectionCreateRequest(_Model):
    """A collection to create.

    Attributes:
        name (str): Name; unique within the organisation. Raises `ConflictError` if the name is taken.
        description (str | None): What the collection contains.
        embedding_model (str | None): Id of the embedding model, which cannot be changed later. Supported
            are `amazon.titan-embed-text-v2:0`, `cohere.embed-english-v3` and
            `cohere.embed-multilingual-v3`. Always give it: the newest documentation of the service (since
            4.15) requires it, and only older clients leave it out. Server default:
            "amazon.titan-embed-text-v2:0".
        dimensions (int | None): Length of each vector. It follows from the model, so it is rarely needed.
            At least 1. Server default: 1024.
    """

    name: str
    """Name; unique within the organisation. Raises `ConflictError` if the name is taken."""
    description: str | None = None
    """What the collection contains."""
    embedding_model: str | None = None
    """Id of the embedding model, which cannot be changed later. Supported are `amazon.titan-embed-text-v2:0`,
    `cohere.embed-english-v3` and `cohere.embed-multilingual-v3`. Always give it: the newest documentation of the
    service (since 4.15) requires it, and only older clients leave it out. Server default:
    "amazon.titan-embed-text-v2:0".
    """
    dimensions: int | None = None
    """Length of each vector. It follows from the model, so it is rarely needed. At least 1. Server default: 1024."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"embedding_model": "embeddingModel"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.embedding_model = rest.pop("embeddingModel", None)
        made.dimensions = rest.pop("dimensions", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.embedding_model is not None:
            made["embeddingModel"] = self.embedding_model
        if self.dimensions is not None:
            made["dimensions"] = self.dimensions
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class CollectionCreateRequestParam(TypedDict):
    """A `CollectionCreateRequest` as a plain dict, names as in the JSON."""

    name: str
    description: NotRequired[str]
    embeddingModel: NotRequired[str]
    dimensions: NotRequired[int]
