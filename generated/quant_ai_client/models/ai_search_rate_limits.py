# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class AiSearchRateLimits(_Model):
    """How often a visitor may search or ask questions. The fields are not documented; these are assumed, and
    others are kept unchanged.

    Attributes:
        per_minute (int | None): Requests per minute.
        per_day (int | None): Requests per day.
    """

    per_minute: int | None = None
    """Requests per minute."""
    per_day: int | None = None
    """Requests per day."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"per_minute": "perMinute", "per_day": "perDay"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.per_minute = rest.pop("perMinute", None)
        made.per_day = rest.pop("perDay", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.per_minute is not None:
            made["perMinute"] = self.per_minute
        if self.per_day is not None:
            made["perDay"] = self.per_day
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchRateLimitsParam(TypedDict):
    """A `AiSearchRateLimits` as a plain dict, names as in the JSON."""

    perMinute: NotRequired[int]
    perDay: NotRequired[int]
