# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime, unify_spelling
from ..encoding import restore_spelling, wire
from ..types import UNSET, Spelling, Unset
from ..types import Model as _Model
from .ai_search_crawl_status import AiSearchCrawlStatus


@_define(kw_only=True, eq=False, repr=False)
class AiSearchCrawl(_Model):
    """A crawl of a project's site.

    Attributes:
        job_id (str | Unset): Id of the crawl.
        crawler_uuid (str | Unset): The crawler.
        status (AiSearchCrawlStatus | Unset): Status of a crawl. Known values: "pending", "running",
            "completed", "complete", "failed".
        pages_found (int | Unset): Number of pages found so far.
        pages_processed (int | Unset): Number of pages processed, whatever the outcome.
        pages_failed (int | Unset): Number of pages that could not be fetched or processed.
        error (str | Unset | None): Why it failed, if it did.
        created_at (datetime | Unset): When the crawl was requested.
        started_at (datetime | Unset | None): When it started; None before.
        completed_at (datetime | Unset | None): When it ended; None before.
    """

    job_id: str | Unset = UNSET
    """Id of the crawl."""
    crawler_uuid: str | Unset = UNSET
    """The crawler."""
    status: AiSearchCrawlStatus | Unset = UNSET
    """Status of a crawl:

    - `pending`: waiting to start
    - `running`: fetching and indexing
    - `completed`: finished
    - `complete`: another spelling of `completed`
    - `failed`: failed before it could fetch the site
    """
    pages_found: int | Unset = UNSET
    """Number of pages found so far."""
    pages_processed: int | Unset = UNSET
    """Number of pages processed, whatever the outcome."""
    pages_failed: int | Unset = UNSET
    """Number of pages that could not be fetched or processed."""
    error: str | Unset | None = UNSET
    """Why it failed, if it did."""
    created_at: datetime | Unset = UNSET
    """When the crawl was requested."""
    started_at: datetime | Unset | None = UNSET
    """When it started; None before."""
    completed_at: datetime | Unset | None = UNSET
    """When it ended; None before."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _spelling: Spelling | None = _field(default=None, init=False)
    _wire_names: ClassVar = {
        "job_id": "jobId",
        "pages_found": "pagesFound",
        "pages_processed": "pagesProcessed",
        "pages_failed": "pagesFailed",
        "created_at": "createdAt",
        "started_at": "startedAt",
        "completed_at": "completedAt",
    }
    _aliases: ClassVar = {"job_id": "jobId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        made.job_id = rest.pop("jobId", UNSET)
        made.crawler_uuid = rest.pop("crawler_uuid", UNSET)
        made.status = rest.pop("status", UNSET)
        made.pages_found = rest.pop("pagesFound", UNSET)
        made.pages_processed = rest.pop("pagesProcessed", UNSET)
        made.pages_failed = rest.pop("pagesFailed", UNSET)
        made.error = rest.pop("error", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.started_at = to_datetime(rest.pop("startedAt", UNSET))
        made.completed_at = to_datetime(rest.pop("completedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.job_id is not UNSET:
            made["jobId"] = self.job_id
        if self.crawler_uuid is not UNSET:
            made["crawler_uuid"] = self.crawler_uuid
        if self.status is not UNSET:
            made["status"] = self.status
        if self.pages_found is not UNSET:
            made["pagesFound"] = self.pages_found
        if self.pages_processed is not UNSET:
            made["pagesProcessed"] = self.pages_processed
        if self.pages_failed is not UNSET:
            made["pagesFailed"] = self.pages_failed
        if self.error is not UNSET:
            made["error"] = self.error
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self.started_at is not UNSET:
            made["startedAt"] = wire(self.started_at)
        if self.completed_at is not UNSET:
            made["completedAt"] = wire(self.completed_at)
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
