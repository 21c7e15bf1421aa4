# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_crawler_config import AiSearchCrawlerConfig


@_define(kw_only=True, eq=False, repr=False)
class AiSearchStatus(_Model):
    """What AI Search covers and contains for a project.

    Attributes:
        enabled (bool): Whether AI Search is enabled.
        project (str | Unset): Machine name of the project.
        base_url (str | Unset): URL of the site.
        crawler_config (AiSearchCrawlerConfig | Unset): Crawl settings. Their fields are not documented;
            these two are assumed, and others are passed on to the crawler.
        page_count (int | Unset): Number of pages in the index.
        chunk_count (int | Unset): Number of chunks in the index.
        last_indexed_at (datetime | Unset | None): When a page was last indexed; None if none was.
        created_at (datetime | Unset): When AI Search was first enabled.
    """

    enabled: bool
    """Whether AI Search is enabled."""
    project: str | Unset = UNSET
    """Machine name of the project."""
    base_url: str | Unset = UNSET
    """URL of the site."""
    crawler_config: AiSearchCrawlerConfig | Unset = UNSET
    """Crawl settings. Their fields are not documented; these two are assumed, and others are passed on to the
    crawler.
    """
    page_count: int | Unset = UNSET
    """Number of pages in the index."""
    chunk_count: int | Unset = UNSET
    """Number of chunks in the index."""
    last_indexed_at: datetime | Unset | None = UNSET
    """When a page was last indexed; None if none was."""
    created_at: datetime | Unset = UNSET
    """When AI Search was first enabled."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "base_url": "baseUrl",
        "crawler_config": "crawlerConfig",
        "page_count": "pageCount",
        "chunk_count": "chunkCount",
        "last_indexed_at": "lastIndexedAt",
        "created_at": "createdAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.enabled = rest.pop("enabled", UNSET)
        made.project = rest.pop("project", UNSET)
        made.base_url = rest.pop("baseUrl", UNSET)
        made.crawler_config = nested(AiSearchCrawlerConfig.from_dict, rest.pop("crawlerConfig", UNSET), "crawlerConfig")
        made.page_count = rest.pop("pageCount", UNSET)
        made.chunk_count = rest.pop("chunkCount", UNSET)
        made.last_indexed_at = to_datetime(rest.pop("lastIndexedAt", UNSET))
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.enabled, Unset):
            made["enabled"] = self.enabled
        if self.project is not UNSET:
            made["project"] = self.project
        if self.base_url is not UNSET:
            made["baseUrl"] = self.base_url
        if self.crawler_config is not UNSET:
            made["crawlerConfig"] = wire(self.crawler_config)
        if self.page_count is not UNSET:
            made["pageCount"] = self.page_count
        if self.chunk_count is not UNSET:
            made["chunkCount"] = self.chunk_count
        if self.last_indexed_at is not UNSET:
            made["lastIndexedAt"] = wire(self.last_indexed_at)
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        return made
