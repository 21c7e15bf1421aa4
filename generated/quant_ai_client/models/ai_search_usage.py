# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_usage_day import AiSearchUsageDay


@_define(kw_only=True, eq=False, repr=False)
class AiSearchUsage(_Model):
    """Usage of AI Search in a project.

    Attributes:
        range (str | Unset): The period of the report, as requested.
        from_ (datetime | Unset): Start of the period.
        to (datetime | Unset): End of the period: the time of the request.
        searches (int | Unset): Number of searches.
        chats (int | Unset): Number of questions.
        tokens (int | Unset): Tokens used for them.
        daily (list[AiSearchUsageDay] | Unset): Usage by day, oldest first; days without usage are left out.
    """

    range: str | Unset = UNSET
    """The period of the report, as requested."""
    from_: datetime | Unset = UNSET
    """Start of the period."""
    to: datetime | Unset = UNSET
    """End of the period: the time of the request."""
    searches: int | Unset = UNSET
    """Number of searches."""
    chats: int | Unset = UNSET
    """Number of questions."""
    tokens: int | Unset = UNSET
    """Tokens used for them."""
    daily: list[AiSearchUsageDay] | Unset = UNSET
    """Usage by day, oldest first; days without usage are left out."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"from_": "from"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.range = rest.pop("range", UNSET)
        made.from_ = to_datetime(rest.pop("from", UNSET))
        made.to = to_datetime(rest.pop("to", UNSET))
        made.searches = rest.pop("searches", UNSET)
        made.chats = rest.pop("chats", UNSET)
        made.tokens = rest.pop("tokens", UNSET)
        made.daily = each(AiSearchUsageDay.from_dict, rest.pop("daily", UNSET), "daily")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.range is not UNSET:
            made["range"] = self.range
        if self.from_ is not UNSET:
            made["from"] = wire(self.from_)
        if self.to is not UNSET:
            made["to"] = wire(self.to)
        if self.searches is not UNSET:
            made["searches"] = self.searches
        if self.chats is not UNSET:
            made["chats"] = self.chats
        if self.tokens is not UNSET:
            made["tokens"] = self.tokens
        if self.daily is not UNSET:
            made["daily"] = wire(self.daily)
        return made
