# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .embedding_dimensions import EmbeddingDimensions
from .embedding_input import EmbeddingInput, EmbeddingInputParam


@_define(kw_only=True, eq=False, repr=False)
class EmbeddingsRequest(_Model):
    """Texts to embed, with settings.

    Attributes:
        input (EmbeddingInput): One text, or an array of 1 to 100. This determines the shape of the reply.
        model_id (str | None): Model that creates the vectors. Vectors of different models cannot be
            compared. Server default: "amazon.titan-embed-text-v2:0".
        dimensions (EmbeddingDimensions | None): Length of each vector. Shorter vectors take less space and
            compare faster; longer ones are more accurate. Titan V2 supports 256, 512 or 1024. The service
            also lists 8192, which no known model supports. Models with a fixed length, such as Titan V1
            with 1536, ignore it: check `dimension` in the reply. Known values: 256, 512, 1024, 8192. Server
            default: 1024.
        normalize (bool | None): Whether to scale each vector to length 1, so that a dot product is the
            cosine similarity. Server default: True.
    """

    input: EmbeddingInput
    """One text, or an array of 1 to 100. This determines the shape of the reply."""
    model_id: str | None = None
    """Model that creates the vectors. Vectors of different models cannot be compared. Server default:
    "amazon.titan-embed-text-v2:0".
    """
    dimensions: EmbeddingDimensions | None = None
    """Length of each vector. Shorter vectors take less space and compare faster; longer ones are more accurate.
    Titan V2 supports 256, 512 or 1024. The service also lists 8192, which no known model supports. Models with a
    fixed length, such as Titan V1 with 1536, ignore it: check `dimension` in the reply. Known values: 256, 512,
    1024, 8192. Server default: 1024.
    """
    normalize: bool | None = None
    """Whether to scale each vector to length 1, so that a dot product is the cosine similarity. Server default:
    True.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"model_id": "modelId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.input = rest.pop("input", None)
        made.model_id = rest.pop("modelId", None)
        made.dimensions = rest.pop("dimensions", None)
        made.normalize = rest.pop("normalize", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.input is not None:
            made["input"] = wire(self.input)
        if self.model_id is not None:
            made["modelId"] = self.model_id
        if self.dimensions is not None:
            made["dimensions"] = self.dimensions
        if self.normalize is not None:
            made["normalize"] = self.normalize
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class EmbeddingsRequestParam(TypedDict):
    """A `EmbeddingsRequest` as a plain dict, names as in the JSON."""

    input: EmbeddingInputParam
    modelId: NotRequired[str]
    dimensions: NotRequired[EmbeddingDimensions]
    normalize: NotRequired[bool]
