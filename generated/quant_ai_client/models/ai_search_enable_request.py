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
from .ai_search_crawler_config import AiSearchCrawlerConfig, AiSearchCrawlerConfigParam


@_define(kw_only=True, eq=False, repr=False)
class AiSearchEnableRequest(_Model):
    """The site to search.

    Attributes:
        base_url (str | None): URL of the site, where crawls start. Required the first time; later the known
            one is kept.
        crawler_config (AiSearchCrawlerConfig | None): Crawl settings. Their fields are not documented;
            these two are assumed, and others are passed on to the crawler.
    """

    base_url: str | None = None
    """URL of the site, where crawls start. Required the first time; later the known one is kept."""
    crawler_config: AiSearchCrawlerConfig | None = None
    """Crawl settings. Their fields are not documented; these two are assumed, and others are passed on to the
    crawler.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"base_url": "baseUrl", "crawler_config": "crawlerConfig"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.base_url = rest.pop("baseUrl", None)
        made.crawler_config = nested_or_kept(AiSearchCrawlerConfig.from_dict, rest.pop("crawlerConfig", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.base_url is not None:
            made["baseUrl"] = self.base_url
        if self.crawler_config is not None:
            made["crawlerConfig"] = wire(self.crawler_config)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchEnableRequestParam(TypedDict):
    """A `AiSearchEnableRequest` as a plain dict, names as in the JSON."""

    baseUrl: NotRequired[str]
    crawlerConfig: NotRequired[AiSearchCrawlerConfig | AiSearchCrawlerConfigParam]
