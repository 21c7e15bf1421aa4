# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_date, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchUsageDay(_Model):
    """The usage of one day (UTC).

    Attributes:
        date_ (date | None): The day.
        searches (int | None): Number of searches.
        chats (int | None): Number of questions.
        tokens (int | None): Tokens used for them.
    """

    date_: date | None = None
    """The day."""
    searches: int | None = None
    """Number of searches."""
    chats: int | None = None
    """Number of questions."""
    tokens: int | None = None
    """Tokens used for them."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"date_": "date"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.date_ = to_date(rest.pop("date", None))
        made.searches = rest.pop("searches", None)
        made.chats = rest.pop("chats", None)
        made.tokens = rest.pop("tokens", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.date_ is not None:
            made["date"] = wire(self.date_)
        if self.searches is not None:
            made["searches"] = self.searches
        if self.chats is not None:
            made["chats"] = self.chats
        if self.tokens is not None:
            made["tokens"] = self.tokens
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
