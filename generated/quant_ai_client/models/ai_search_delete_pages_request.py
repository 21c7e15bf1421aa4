# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchDeletePagesRequest(_Model):
    """Which pages to delete. At least one of the two lists is required.

    Attributes:
        urls (list[str] | Unset): URLs of pages.
        patterns (list[str] | Unset): URL patterns; `*` matches any characters.
    """

    urls: list[str] | Unset = UNSET
    """URLs of pages."""
    patterns: list[str] | Unset = UNSET
    """URL patterns; `*` matches any characters."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.urls = rest.pop("urls", UNSET)
        made.patterns = rest.pop("patterns", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.urls is not UNSET:
            made["urls"] = self.urls
        if self.patterns is not UNSET:
            made["patterns"] = self.patterns
        return made


class AiSearchDeletePagesRequestParam(TypedDict):
    """A `AiSearchDeletePagesRequest` as a plain dict, names as in the JSON."""

    urls: NotRequired[Sequence[str]]
    patterns: NotRequired[Sequence[str]]
