# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_result import AiSearchResult


@_define(kw_only=True, eq=False, repr=False)
class AiSearchResults(_Model):
    """Search results, best first.

    Attributes:
        results (list[AiSearchResult]): The pages found.
        query (str | Unset): The query.
        total_results (int | Unset): Number of all matching pages, including those beyond `limit`.
        timing_ms (float | Unset): Time taken by the search, in milliseconds.
    """

    results: list[AiSearchResult]
    """The pages found."""
    query: str | Unset = UNSET
    """The query."""
    total_results: int | Unset = UNSET
    """Number of all matching pages, including those beyond `limit`."""
    timing_ms: float | Unset = UNSET
    """Time taken by the search, in milliseconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"total_results": "totalResults", "timing_ms": "timingMs"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.results = each(AiSearchResult.from_dict, rest.pop("results", UNSET), "results")
        made.query = rest.pop("query", UNSET)
        made.total_results = rest.pop("totalResults", UNSET)
        made.timing_ms = rest.pop("timingMs", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.results, Unset):
            made["results"] = wire(self.results)
        if self.query is not UNSET:
            made["query"] = self.query
        if self.total_results is not UNSET:
            made["totalResults"] = self.total_results
        if self.timing_ms is not UNSET:
            made["timingMs"] = self.timing_ms
        return made
