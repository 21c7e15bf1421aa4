# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class AiSearchPublicAccess(_Model):
    """Whether visitors may search without a token. The fields are not documented; these are assumed, and
    others are kept unchanged.

    Attributes:
        enabled (bool | None): Whether visitors may search.
        allowed_origins (list[str] | None): Websites from which visitors may search; empty for all.
    """

    enabled: bool | None = None
    """Whether visitors may search."""
    allowed_origins: list[str] | None = None
    """Websites from which visitors may search; empty for all."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"allowed_origins": "allowedOrigins"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.enabled = rest.pop("enabled", None)
        made.allowed_origins = rest.pop("allowedOrigins", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.enabled is not None:
            made["enabled"] = self.enabled
        if self.allowed_origins is not None:
            made["allowedOrigins"] = self.allowed_origins
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchPublicAccessParam(TypedDict):
    """A `AiSearchPublicAccess` as a plain dict, names as in the JSON."""

    enabled: NotRequired[bool]
    allowedOrigins: NotRequired[Sequence[str]]
