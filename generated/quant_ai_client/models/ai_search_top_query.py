# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchTopQuery(_Model):
    """A search and its frequency.

    Attributes:
        query (str): The query, in lower case.
        count (int | None): Number of times.
        average_results (float | None): Average number of pages found.
        last_searched_at (datetime | None): When it was last searched.
    """

    query: str
    """The query, in lower case."""
    count: int | None = None
    """Number of times."""
    average_results: float | None = None
    """Average number of pages found."""
    last_searched_at: datetime | None = None
    """When it was last searched."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"average_results": "averageResults", "last_searched_at": "lastSearchedAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.query = rest.pop("query", None)
        made.count = rest.pop("count", None)
        made.average_results = rest.pop("averageResults", None)
        made.last_searched_at = to_datetime(rest.pop("lastSearchedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.query is not None:
            made["query"] = self.query
        if self.count is not None:
            made["count"] = self.count
        if self.average_results is not None:
            made["averageResults"] = self.average_results
        if self.last_searched_at is not None:
            made["lastSearchedAt"] = wire(self.last_searched_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
