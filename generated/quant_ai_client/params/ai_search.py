# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.ai_search`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.ai_search_crawler_config import AiSearchCrawlerConfig, AiSearchCrawlerConfigParam
from ..models.ai_search_page_input import AiSearchPageInput, AiSearchPageInputParam
from ..models.ai_search_public_access import AiSearchPublicAccess, AiSearchPublicAccessParam
from ..models.ai_search_rate_limits import AiSearchRateLimits, AiSearchRateLimitsParam
from ..types import TypedDict


class AiSearchEnableParams(TypedDict):
    """The keyword arguments of `enable()`."""

    base_url: NotRequired[str | None]
    crawler_config: NotRequired[AiSearchCrawlerConfig | AiSearchCrawlerConfigParam | None]


class AiSearchUpdateSettingsParams(TypedDict):
    """The keyword arguments of `update_settings()`."""

    public_access: NotRequired[AiSearchPublicAccess | AiSearchPublicAccessParam | None]
    rate_limits: NotRequired[AiSearchRateLimits | AiSearchRateLimitsParam | None]


class AiSearchListPagesParams(TypedDict):
    """The keyword arguments of `list_pages()`."""

    limit: NotRequired[int | None]
    cursor: NotRequired[str | None]
    search: NotRequired[str | None]


class AiSearchIngestPagesParams(TypedDict):
    """The keyword arguments of `ingest_pages()`."""

    pages: Sequence[AiSearchPageInput | AiSearchPageInputParam]
    job_id: NotRequired[str | None]


class AiSearchDeletePagesParams(TypedDict):
    """The keyword arguments of `delete_pages()`."""

    urls: NotRequired[Sequence[str] | None]
    patterns: NotRequired[Sequence[str] | None]


class AiSearchSearchParams(TypedDict):
    """The keyword arguments of `search()`."""

    query: str
    limit: NotRequired[int | None]
    min_score: NotRequired[float | None]


class AiSearchChatParams(TypedDict):
    """The keyword arguments of `chat()`."""

    message: str
    session_id: NotRequired[str | None]
    context_url: NotRequired[str | None]
    max_context_chunks: NotRequired[int | None]


class AiSearchGetUsageParams(TypedDict):
    """The keyword arguments of `get_usage()`."""

    range: NotRequired[str | None]


class AiSearchListTopQueriesParams(TypedDict):
    """The keyword arguments of `list_top_queries()`."""

    range: NotRequired[str | None]
    limit: NotRequired[int | None]


class AiSearchListCrawlsParams(TypedDict):
    """The keyword arguments of `list_crawls()`."""

    limit: NotRequired[int | None]


class AiSearchTriggerCrawlParams(TypedDict):
    """The keyword arguments of `trigger_crawl()`."""

    crawler_uuid: str


class AiSearchListCrawlPagesParams(TypedDict):
    """The keyword arguments of `list_crawl_pages()`."""

    limit: NotRequired[int | None]
    status_code: NotRequired[int | None]
    processing_status: NotRequired[str | None]
