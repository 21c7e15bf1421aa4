# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchSearchRequest(_Model):
    """What to search for.

    Attributes:
        query (str): A question or keywords.
        limit (int | Unset): Maximum number of results. 1 to 50. Server default: 10.
        min_score (float | Unset): Minimum score of a result. 0 to 1.
    """

    query: str
    """A question or keywords."""
    limit: int | Unset = UNSET
    """Maximum number of results. 1 to 50. Server default: 10."""
    min_score: float | Unset = UNSET
    """Minimum score of a result. 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"min_score": "minScore"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.query = rest.pop("query", UNSET)
        made.limit = rest.pop("limit", UNSET)
        made.min_score = rest.pop("minScore", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.query, Unset):
            made["query"] = self.query
        if self.limit is not UNSET:
            made["limit"] = self.limit
        if self.min_score is not UNSET:
            made["minScore"] = self.min_score
        return made


class AiSearchSearchRequestParam(TypedDict):
    """A `AiSearchSearchRequest` as a plain dict, names as in the JSON."""

    query: str
    limit: NotRequired[int]
    minScore: NotRequired[float]
