# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_given, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .ai_search_crawler_config import AiSearchCrawlerConfig


@_define(kw_only=True, eq=False, repr=False)
class AiSearchStatus(_Model):
    """What AI Search covers and contains for a project.

    Attributes:
        enabled (bool): Whether AI Search is enabled.
        project (str | None): Machine name of the project.
        base_url (str | None): URL of the site.
        crawler_config (AiSearchCrawlerConfig | None): Crawl settings. Their fields are not documented;
            these two are assumed, and others are passed on to the crawler.
        page_count (int | None): Number of pages in the index.
        chunk_count (int | None): Number of chunks in the index.
        last_indexed_at (datetime | None): When a page was last indexed; None if none was.
        created_at (datetime | None): When AI Search was first enabled.
    """

    enabled: bool
    """Whether AI Search is enabled."""
    project: str | None = None
    """Machine name of the project."""
    base_url: str | None = None
    """URL of the site."""
    crawler_config: AiSearchCrawlerConfig | None = None
    """Crawl settings. Their fields are not documented; these two are assumed, and others are passed on to the
    crawler.
    """
    page_count: int | None = None
    """Number of pages in the index."""
    chunk_count: int | None = None
    """Number of chunks in the index."""
    last_indexed_at: datetime | None = NOT_SENT
    """When a page was last indexed; None if none was."""
    created_at: datetime | None = None
    """When AI Search was first enabled."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "base_url": "baseUrl",
        "crawler_config": "crawlerConfig",
        "page_count": "pageCount",
        "chunk_count": "chunkCount",
        "last_indexed_at": "lastIndexedAt",
        "created_at": "createdAt",
    }
    _nullable: ClassVar = {"lastIndexedAt": "last_indexed_at"}

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
        made.enabled = rest.pop("enabled", None)
        made.project = rest.pop("project", None)
        made.base_url = rest.pop("baseUrl", None)
        made.crawler_config = nested_or_kept(AiSearchCrawlerConfig.from_dict, rest.pop("crawlerConfig", None))
        made.page_count = rest.pop("pageCount", None)
        made.chunk_count = rest.pop("chunkCount", None)
        made.last_indexed_at = to_datetime(rest.pop("lastIndexedAt", None))
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.enabled is not None:
            made["enabled"] = self.enabled
        if self.project is not None:
            made["project"] = self.project
        if self.base_url is not None:
            made["baseUrl"] = self.base_url
        if self.crawler_config is not None:
            made["crawlerConfig"] = wire(self.crawler_config)
        if self.page_count is not None:
            made["pageCount"] = self.page_count
        if self.chunk_count is not None:
            made["chunkCount"] = self.chunk_count
        if self.last_indexed_at is not None:
            made["lastIndexedAt"] = wire(self.last_indexed_at)
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
