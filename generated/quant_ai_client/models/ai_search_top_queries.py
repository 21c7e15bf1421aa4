# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .ai_search_top_query import AiSearchTopQuery


@_define(kw_only=True, eq=False, repr=False)
class AiSearchTopQueries(_Model):
    """The searches of a period, most frequent first.

    Attributes:
        queries (list[AiSearchTopQuery]): The searches.
        range (str | None): The period of the list, as requested.
        count (int | None): Number of searches in the reply.
    """

    queries: list[AiSearchTopQuery]
    """The searches."""
    range: str | None = None
    """The period of the list, as requested."""
    count: int | None = None
    """Number of searches in the reply."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.queries = each(AiSearchTopQuery.from_dict, rest.pop("queries", None), "queries")
        made.range = rest.pop("range", None)
        made.count = rest.pop("count", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.queries is not None:
            made["queries"] = wire(self.queries)
        if self.range is not None:
            made["range"] = self.range
        if self.count is not None:
            made["count"] = self.count
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
