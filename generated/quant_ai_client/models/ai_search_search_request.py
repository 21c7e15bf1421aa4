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
class AiSearchSearchRequest(_Model):
    """What to search for.

    Attributes:
        query (str): A question or keywords.
        limit (int | None): Maximum number of results. 1 to 50. Server default: 10.
        min_score (float | None): Minimum score of a result. 0 to 1.
    """

    query: str
    """A question or keywords."""
    limit: int | None = None
    """Maximum number of results. 1 to 50. Server default: 10."""
    min_score: float | None = None
    """Minimum score of a result. 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"min_score": "minScore"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.query = rest.pop("query", None)
        made.limit = rest.pop("limit", None)
        made.min_score = rest.pop("minScore", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.query is not None:
            made["query"] = self.query
        if self.limit is not None:
            made["limit"] = self.limit
        if self.min_score is not None:
            made["minScore"] = self.min_score
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchSearchRequestParam(TypedDict):
    """A `AiSearchSearchRequest` as a plain dict, names as in the JSON."""

    query: str
    limit: NotRequired[int]
    minScore: NotRequired[float]
