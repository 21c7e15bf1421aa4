# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_top_query import AiSearchTopQuery


@_define(kw_only=True, eq=False, repr=False)
class AiSearchTopQueries(_Model):
    """The searches of a period, most frequent first.

    Attributes:
        queries (list[AiSearchTopQuery]): The searches.
        range (str | Unset): The period of the list, as requested.
        count (int | Unset): Number of searches in the reply.
    """

    queries: list[AiSearchTopQuery]
    """The searches."""
    range: str | Unset = UNSET
    """The period of the list, as requested."""
    count: int | Unset = UNSET
    """Number of searches in the reply."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.queries = each(AiSearchTopQuery.from_dict, rest.pop("queries", UNSET), "queries")
        made.range = rest.pop("range", UNSET)
        made.count = rest.pop("count", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.queries, Unset):
            made["queries"] = wire(self.queries)
        if self.range is not UNSET:
            made["range"] = self.range
        if self.count is not UNSET:
            made["count"] = self.count
        return made
