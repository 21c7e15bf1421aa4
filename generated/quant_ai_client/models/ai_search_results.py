# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .ai_search_result import AiSearchResult


@_define(kw_only=True, eq=False, repr=False)
class AiSearchResults(_Model):
    """Search results, best first.

    Attributes:
        results (list[AiSearchResult]): The pages found.
        query (str | None): The query.
        total_results (int | None): Number of all matching pages, including those beyond `limit`.
        timing_ms (float | None): Time taken by the search, in milliseconds.
    """

    results: list[AiSearchResult]
    """The pages found."""
    query: str | None = None
    """The query."""
    total_results: int | None = None
    """Number of all matching pages, including those beyond `limit`."""
    timing_ms: float | None = None
    """Time taken by the search, in milliseconds."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"total_results": "totalResults", "timing_ms": "timingMs"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.results = each(AiSearchResult.from_dict, rest.pop("results", None), "results")
        made.query = rest.pop("query", None)
        made.total_results = rest.pop("totalResults", None)
        made.timing_ms = rest.pop("timingMs", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.results is not None:
            made["results"] = wire(self.results)
        if self.query is not None:
            made["query"] = self.query
        if self.total_results is not None:
            made["totalResults"] = self.total_results
        if self.timing_ms is not None:
            made["timingMs"] = self.timing_ms
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
