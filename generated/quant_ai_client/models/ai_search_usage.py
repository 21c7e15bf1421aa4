# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .ai_search_usage_day import AiSearchUsageDay


@_define(kw_only=True, eq=False, repr=False)
class AiSearchUsage(_Model):
    """Usage of AI Search in a project.

    Attributes:
        range (str | None): The period of the report, as requested.
        from_ (datetime | None): Start of the period.
        to (datetime | None): End of the period: the time of the request.
        searches (int | None): Number of searches.
        chats (int | None): Number of questions.
        tokens (int | None): Tokens used for them.
        daily (list[AiSearchUsageDay] | None): Usage by day, oldest first; days without usage are left out.
    """

    range: str | None = None
    """The period of the report, as requested."""
    from_: datetime | None = None
    """Start of the period."""
    to: datetime | None = None
    """End of the period: the time of the request."""
    searches: int | None = None
    """Number of searches."""
    chats: int | None = None
    """Number of questions."""
    tokens: int | None = None
    """Tokens used for them."""
    daily: list[AiSearchUsageDay] | None = None
    """Usage by day, oldest first; days without usage are left out."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"from_": "from"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.range = rest.pop("range", None)
        made.from_ = to_datetime(rest.pop("from", None))
        made.to = to_datetime(rest.pop("to", None))
        made.searches = rest.pop("searches", None)
        made.chats = rest.pop("chats", None)
        made.tokens = rest.pop("tokens", None)
        made.daily = each_or_kept(AiSearchUsageDay.from_dict, rest.pop("daily", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.range is not None:
            made["range"] = self.range
        if self.from_ is not None:
            made["from"] = wire(self.from_)
        if self.to is not None:
            made["to"] = wire(self.to)
        if self.searches is not None:
            made["searches"] = self.searches
        if self.chats is not None:
            made["chats"] = self.chats
        if self.tokens is not None:
            made["tokens"] = self.tokens
        if self.daily is not None:
            made["daily"] = wire(self.daily)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
