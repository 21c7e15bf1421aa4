# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .embedding_dimensions import EmbeddingDimensions
from .embedding_input import EmbeddingInput, EmbeddingInputParam


@_define(kw_only=True, eq=False, repr=False)
class EmbeddingsRequest(_Model):
    """Texts to embed, and how."""

    input: EmbeddingInput
    """One text, or an array of 1 to 100. Which of the two it is decides the shape of the reply."""
    model_id: str | Unset = UNSET
    """Model that makes the vectors. Vectors of different models cannot be compared. Server default:
    "amazon.titan-embed-text-v2:0".
    """
    dimensions: EmbeddingDimensions | Unset = UNSET
    """Length of each vector, in numbers. Shorter vectors take less room and are compared faster; longer ones tell
    finer differences. Titan V2 makes 256, 512 or 1024. The service lists 8192 too, which no known model makes.
    Models of a fixed length, such as Titan V1 with 1536, do not follow it: `dimension` of the reply is what
    counts. Known values: 256, 512, 1024, 8192. Server default: 1024.
    """
    normalize: bool | Unset = UNSET
    """Whether to scale each vector to length 1, so that a dot product is the cosine similarity. Server default:
    true.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"model_id": "modelId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.input = rest.pop("input", UNSET)
        made.model_id = rest.pop("modelId", UNSET)
        made.dimensions = rest.pop("dimensions", UNSET)
        made.normalize = rest.pop("normalize", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.input, Unset):
            made["input"] = wire(self.input)
        if self.model_id is not UNSET:
            made["modelId"] = self.model_id
        if self.dimensions is not UNSET:
            made["dimensions"] = self.dimensions
        if self.normalize is not UNSET:
            made["normalize"] = self.normalize
        return made


class EmbeddingsRequestParam(TypedDict):
    """A `EmbeddingsRequest` as a plain dict, names as in the JSON."""

    input: EmbeddingInputParam
    modelId: NotRequired[str]
    dimensions: NotRequired[EmbeddingDimensions]
    normalize: NotRequired[bool]
