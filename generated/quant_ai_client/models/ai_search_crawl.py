# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_datetime, unify_spelling, without
from ..encoding import restore_nulls, restore_spelling, wire
from ..types import NOT_SENT, Spelling
from ..types import Model as _Model
from .ai_search_crawl_status import AiSearchCrawlStatus


@_define(kw_only=True, eq=False, repr=False)
class AiSearchCrawl(_Model):
    """A crawl of a project's site.

    Attributes:
        job_id (str | None): Id of the crawl.
        crawler_uuid (str | None): The crawler.
        status (AiSearchCrawlStatus | None): Status of a crawl. Known values: "pending", "running",
            "completed", "complete", "failed".
        pages_found (int | None): Number of pages found so far.
        pages_processed (int | None): Number of pages processed, whatever the outcome.
        pages_failed (int | None): Number of pages that could not be fetched or processed.
        error (str | None): Why it failed, if it did.
        created_at (datetime | None): When the crawl was requested.
        started_at (datetime | None): When it started; None before.
        completed_at (datetime | None): When it ended; None before.
    """

    job_id: str | None = None
    """Id of the crawl."""
    crawler_uuid: str | None = None
    """The crawler."""
    status: AiSearchCrawlStatus | None = None
    """Status of a crawl:

    - `pending`: waiting to start
    - `running`: fetching and indexing
    - `completed`: finished
    - `complete`: another spelling of `completed`
    - `failed`: failed before it could fetch the site
    """
    pages_found: int | None = None
    """Number of pages found so far."""
    pages_processed: int | None = None
    """Number of pages processed, whatever the outcome."""
    pages_failed: int | None = None
    """Number of pages that could not be fetched or processed."""
    error: str | None = NOT_SENT
    """Why it failed, if it did."""
    created_at: datetime | None = None
    """When the crawl was requested."""
    started_at: datetime | None = NOT_SENT
    """When it started; None before."""
    completed_at: datetime | None = NOT_SENT
    """When it ended; None before."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _spelling: Spelling | None = _field(default=None, alias="_spelling")
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
    _nullable: ClassVar = {"error": "error", "startedAt": "started_at", "completedAt": "completed_at"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made._spelling = unify_spelling(rest, cls._aliases)
        nulls = nulls_in(rest, cls._nullable)
        made.job_id = rest.pop("jobId", None)
        made.crawler_uuid = rest.pop("crawler_uuid", None)
        made.status = rest.pop("status", None)
        made.pages_found = rest.pop("pagesFound", None)
        made.pages_processed = rest.pop("pagesProcessed", None)
        made.pages_failed = rest.pop("pagesFailed", None)
        made.error = rest.pop("error", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.started_at = to_datetime(rest.pop("startedAt", None))
        made.completed_at = to_datetime(rest.pop("completedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.job_id is not None:
            made["jobId"] = self.job_id
        if self.crawler_uuid is not None:
            made["crawler_uuid"] = self.crawler_uuid
        if self.status is not None:
            made["status"] = self.status
        if self.pages_found is not None:
            made["pagesFound"] = self.pages_found
        if self.pages_processed is not None:
            made["pagesProcessed"] = self.pages_processed
        if self.pages_failed is not None:
            made["pagesFailed"] = self.pages_failed
        if self.error is not None:
            made["error"] = self.error
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.started_at is not None:
            made["startedAt"] = wire(self.started_at)
        if self.completed_at is not None:
            made["completedAt"] = wire(self.completed_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        if self._spelling:
            restore_spelling(made, self._spelling)
        return made
