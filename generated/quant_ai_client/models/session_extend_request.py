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
class SessionExtendRequest(_Model):
    """By how much to extend the session.

    Attributes:
        additional_minutes (int | None): Minutes to add to the current expiry, from 1 to 1440 (24 hours) per
            request. Server default: 60.
    """

    additional_minutes: int | None = None
    """Minutes to add to the current expiry, from 1 to 1440 (24 hours) per request. Server default: 60."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"additional_minutes": "additionalMinutes"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.additional_minutes = rest.pop("additionalMinutes", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.additional_minutes is not None:
            made["additionalMinutes"] = self.additional_minutes
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SessionExtendRequestParam(TypedDict):
    """A `SessionExtendRequest` as a plain dict, names as in the JSON."""

    additionalMinutes: NotRequired[int]
