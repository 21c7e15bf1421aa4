# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_date
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchUsageDay(_Model):
    """The usage of one day (UTC).

    Attributes:
        date_ (date | Unset): The day.
        searches (int | Unset): Number of searches.
        chats (int | Unset): Number of questions.
        tokens (int | Unset): Tokens used for them.
    """

    date_: date | Unset = UNSET
    """The day."""
    searches: int | Unset = UNSET
    """Number of searches."""
    chats: int | Unset = UNSET
    """Number of questions."""
    tokens: int | Unset = UNSET
    """Tokens used for them."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"date_": "date"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.date_ = to_date(rest.pop("date", UNSET))
        made.searches = rest.pop("searches", UNSET)
        made.chats = rest.pop("chats", UNSET)
        made.tokens = rest.pop("tokens", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.date_ is not UNSET:
            made["date"] = wire(self.date_)
        if self.searches is not UNSET:
            made["searches"] = self.searches
        if self.chats is not UNSET:
            made["chats"] = self.chats
        if self.tokens is not UNSET:
            made["tokens"] = self.tokens
        return made
