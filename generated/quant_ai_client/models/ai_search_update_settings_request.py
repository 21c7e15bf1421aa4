# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .ai_search_public_access import AiSearchPublicAccess, AiSearchPublicAccessParam
from .ai_search_rate_limits import AiSearchRateLimits, AiSearchRateLimitsParam


@_define(kw_only=True, eq=False, repr=False)
class AiSearchUpdateSettingsRequest(_Model):
    """The groups of settings to replace, at least one.

    Attributes:
        public_access (AiSearchPublicAccess | None): Whether visitors may search without a token. The fields
            are not documented; these are assumed, and others are kept unchanged.
        rate_limits (AiSearchRateLimits | None): How often a visitor may search or ask questions. The fields
            are not documented; these are assumed, and others are kept unchanged.
    """

    public_access: AiSearchPublicAccess | None = None
    """Whether visitors may search without a token. The fields are not documented; these are assumed, and others are
    kept unchanged.
    """
    rate_limits: AiSearchRateLimits | None = None
    """How often a visitor may search or ask questions. The fields are not documented; these are assumed, and others
    are kept unchanged.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"public_access": "publicAccess", "rate_limits": "rateLimits"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.public_access = nested_or_kept(AiSearchPublicAccess.from_dict, rest.pop("publicAccess", None))
        made.rate_limits = nested_or_kept(AiSearchRateLimits.from_dict, rest.pop("rateLimits", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.public_access is not None:
            made["publicAccess"] = wire(self.public_access)
        if self.rate_limits is not None:
            made["rateLimits"] = wire(self.rate_limits)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchUpdateSettingsRequestParam(TypedDict):
    """A `AiSearchUpdateSettingsRequest` as a plain dict, names as in the JSON."""

    publicAccess: NotRequired[AiSearchPublicAccess | AiSearchPublicAccessParam]
    rateLimits: NotRequired[AiSearchRateLimits | AiSearchRateLimitsParam]
