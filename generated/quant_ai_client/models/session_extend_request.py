# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SessionExtendRequest(_Model):
    """By how much to extend the session."""

    additional_minutes: int | Unset = UNSET
    """Minutes to add to the present expiry, from 1 to 1440 (24 hours) per call. 1 to 1,440. Server default: 60."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            additional_minutes=get("additionalMinutes", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "additionalMinutes": self.additional_minutes})


_NAMES = {"additionalMinutes": "additional_minutes"}


class SessionExtendRequestParam(TypedDict):
    """A `SessionExtendRequest` as a plain dict, names as in the JSON."""

    additionalMinutes: NotRequired[int]
