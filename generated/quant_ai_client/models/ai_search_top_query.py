# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchTopQuery(_Model):
    """A search and its frequency.

    Attributes:
        query (str): The query, in lower case.
        count (int | Unset): Number of times.
        average_results (float | Unset): Average number of pages found.
        last_searched_at (datetime | Unset): When it was last searched.
    """

    query: str
    """The query, in lower case."""
    count: int | Unset = UNSET
    """Number of times."""
    average_results: float | Unset = UNSET
    """Average number of pages found."""
    last_searched_at: datetime | Unset = UNSET
    """When it was last searched."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"average_results": "averageResults", "last_searched_at": "lastSearchedAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.query = rest.pop("query", UNSET)
        made.count = rest.pop("count", UNSET)
        made.average_results = rest.pop("averageResults", UNSET)
        made.last_searched_at = to_datetime(rest.pop("lastSearchedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.query, Unset):
            made["query"] = self.query
        if self.count is not UNSET:
            made["count"] = self.count
        if self.average_results is not UNSET:
            made["averageResults"] = self.average_results
        if self.last_searched_at is not UNSET:
            made["lastSearchedAt"] = wire(self.last_searched_at)
        return made
