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
class AiSearchCrawlerConfig(_Model):
    """Crawl settings. Their fields are not documented; these two are assumed, and others are passed on to the
    crawler.

    Attributes:
        max_pages (int | None): Maximum number of pages to fetch per crawl. At least 1.
        exclude (list[str] | None): URLs to skip; `*` matches any characters.
    """

    max_pages: int | None = None
    """Maximum number of pages to fetch per crawl. At least 1."""
    exclude: list[str] | None = None
    """URLs to skip; `*` matches any characters."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"max_pages": "maxPages"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.max_pages = rest.pop("maxPages", None)
        made.exclude = rest.pop("exclude", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.max_pages is not None:
            made["maxPages"] = self.max_pages
        if self.exclude is not None:
            made["exclude"] = self.exclude
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchCrawlerConfigParam(TypedDict):
    """A `AiSearchCrawlerConfig` as a plain dict, names as in the JSON."""

    maxPages: NotRequired[int]
    exclude: NotRequired[Sequence[str]]
