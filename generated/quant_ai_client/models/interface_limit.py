# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls
from ..types import NOT_SENT, TypedDict
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class InterfaceLimit(_Model):
    """Limits of one interface, in cents; None or left out for no limit.

    Attributes:
        daily_cents (int | None): What may be spent in a day.
        monthly_cents (int | None): What may be spent in a month.
    """

    daily_cents: int | None = NOT_SENT
    """What may be spent in a day."""
    monthly_cents: int | None = NOT_SENT
    """What may be spent in a month."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"daily_cents": "dailyCents", "monthly_cents": "monthlyCents"}
    _nullable: ClassVar = {"dailyCents": "daily_cents", "monthlyCents": "monthly_cents"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.daily_cents = rest.pop("dailyCents", None)
        made.monthly_cents = rest.pop("monthlyCents", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.daily_cents is not None:
            made["dailyCents"] = self.daily_cents
        if self.monthly_cents is not None:
            made["monthlyCents"] = self.monthly_cents
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class InterfaceLimitParam(TypedDict):
    """A `InterfaceLimit` as a plain dict, names as in the JSON."""

    dailyCents: NotRequired[int | None]
    monthlyCents: NotRequired[int | None]
