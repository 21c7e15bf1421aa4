"""Crawls of a project's site: pending, running, then completed or failed.

Like every job here they do nothing on their own: the progress of a crawl is computed when it, or the pages that it has
indexed, are read.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from ..state.clock import iso
from ..state.listing import Listing
from ..state.marks import field_marks, mark, time_mark
from ..state.request_context import RequestContext
from ..synthetic import websites
from .plain_text import plain_text
from .search_index import Index

OPEN, POLLED, PENDING, RUNNING = "has not ended", "was polled", "pending", "running"  # marks
PAGE_FILTERS = ("statusCode", "processingStatus")
Crawl: TypeAlias = dict[str, Any]


class Crawls:
    """The crawls of one project."""

    def __init__(self, context: RequestContext, project: str, index: Index) -> None:
        self._context = context
        self._kind = f"ai_search_crawl:{project}"
        self._index = index

    def start(self, crawler: str, base_url: str, config: dict[str, Any]) -> Crawl:
        crawl: Crawl = {
            "id": f"crawl_{self._context.new_hex('crawl')[:12]}",
            "crawler": crawler,
            "baseUrl": base_url,
            "config": config,
            "status": "pending",
            "processed": 0,
            "error": None,
            "polls": 0,
            "created": self._context.now,
            "started": None,
            "completed": None,
        }
        self._save(crawl)
        return crawl

    def newest(self, limit: int) -> list[Crawl]:
        """The newest crawls, newest first."""
        return Listing(self._context.store, self._kind).records(limit)

    def get(self, job_id: str) -> Crawl | None:
        """A crawl, if there is one."""
        return self._context.store.get(self._kind, job_id)

    def count_poll(self, crawl: Crawl) -> None:
        """Count a poll of a crawl that has not ended."""
        if crawl["completed"] is None:
            crawl["polls"] += 1
            self._save(crawl)

    def advance_all(self) -> None:
        """Advance all crawls to their present state."""
        for crawl in self._due():
            self._advance(crawl)

    def cancel_all(self, reason: str) -> None:
        """End the crawls that have not ended, with this error."""
        for crawl in self._open():
            self._save(crawl | {"status": "failed", "error": reason, "completed": self._context.now})

    def add_page(self, job_id: str, page: dict[str, Any]) -> None:
        """Record the outcome of one page of a crawl."""
        marks = field_marks(page, *PAGE_FILTERS)
        self._context.store.put(self._pages(job_id), page["url"], page, marks=marks)

    def has_pages(self, job_id: str) -> bool:
        """Whether there is an outcome of a page of a crawl."""
        return self._context.store.count(self._pages(job_id)) > 0

    def pages(self, job_id: str, wanted: dict[str, Any], limit: int) -> list[dict[str, Any]]:
        """The outcomes of the pages of a crawl that have these values, in the order of fetching."""
        marks = [[one] for one in field_marks(wanted, *wanted)]
        return Listing(self._context.store, self._pages(job_id), marks, newest_first=False).records(limit)

    def as_reply(self, crawl: Crawl) -> dict[str, Any]:
        """A crawl as replies show it."""
        kind = self._pages(crawl["id"])
        processed = self._context.store.count(kind)
        site = websites.fetch(crawl["baseUrl"]) if crawl["started"] is not None else None
        found = len(site) if site else processed
        return {
            "jobId": crawl["id"],
            "crawler_uuid": crawl["crawler"],
            "status": crawl["status"],
            "pagesFound": min(found, crawl["config"].get("maxPages", found)),
            "pagesProcessed": processed,
            "pagesFailed": self._context.store.count(kind, mark("processingStatus", "failed")),
            "error": crawl["error"],
            "createdAt": iso(crawl["created"]),
            "startedAt": iso(crawl["started"]) if crawl["started"] is not None else None,
            "completedAt": iso(crawl["completed"]) if crawl["completed"] is not None else None,
        }

    def _pages(self, job_id: str) -> str:
        """The kind of the outcomes of a crawl's pages."""
        return f"{self._kind}:{job_id}"

    def _advance(self, crawl: Crawl) -> None:
        context = self._context
        transition = context.settings.transitions["crawl"]
        stage = transition.stage(context.now - crawl["created"], crawl["polls"])
        if stage == "pending":
            return
        if crawl["started"] is None:
            crawl["started"] = transition.moment(crawl["created"], context.now, part=0.25)
        pages = websites.fetch(crawl["baseUrl"])
        if pages is None:
            error = f"The host {websites.host_of(crawl['baseUrl'])} cannot be resolved."
            crawl |= {"status": "failed", "error": error, "completed": context.now}
        else:
            pages = pages[: crawl["config"].get("maxPages")]
            reached = len(pages) if stage == "over" else len(pages) // 2
            for page in pages[crawl["processed"] : reached]:
                self._process(crawl, page)
            crawl |= {"status": "running", "processed": reached}
            if stage == "over":
                crawl |= {"status": "completed", "completed": transition.moment(crawl["created"], context.now)}
        self._save(crawl)

    def _process(self, crawl: Crawl, page: websites.FetchedPage) -> None:
        """Index one page, or record why it is not indexed."""
        context = self._context
        outcome: dict[str, Any] = {"url": page.url, "fetchedAt": context.iso_now}
        if websites.matches_any(page.url, crawl["config"].get("exclude", [])):
            self.add_page(crawl["id"], outcome | {"processingStatus": "skipped", "error": "The URL is excluded."})
            return
        outcome |= {"statusCode": page.status, "contentType": page.content_type}
        if page.title:
            outcome["title"] = page.title
        if page.status >= 400:
            outcome |= {"processingStatus": "failed", "error": f"The site answered {page.status}."}
        elif page.content_type != websites.HTML:
            outcome |= {"processingStatus": "skipped", "error": f"Cannot index {page.content_type}."}
        else:
            entry = {
                "url": page.url,
                "title": page.title,
                "contentType": page.content_type,
                "fetchedAt": context.iso_now,
            }
            self._index.put(entry, plain_text(page.content, page.content_type), crawl["id"])
            outcome["processingStatus"] = "indexed"
        self.add_page(crawl["id"], outcome)

    def _due(self) -> list[Crawl]:
        """The crawls that may have come to their next stage, oldest first."""
        transition, now = self._context.settings.transitions["crawl"], self._context.now
        if transition.progression == "immediate" or (transition.progression == "polls" and not transition.times):
            return self._open()
        if transition.progression == "polls":
            return Listing(self._context.store, self._kind, [[POLLED]], newest_first=False).records()
        moments = {PENDING: now - transition.seconds / 4, RUNNING: now - transition.seconds}
        windows = [(time_mark(name, 0), time_mark(name, moment)) for name, moment in moments.items()]
        found = [crawl for window in windows for _, crawl in self._context.store.between(self._kind, *window)]
        return sorted(found, key=lambda crawl: float(crawl["created"]))

    def _open(self) -> list[Crawl]:
        """The crawls that have not ended, oldest first."""
        return Listing(self._context.store, self._kind, [[OPEN]], newest_first=False).records()

    def _save(self, crawl: Crawl) -> None:
        marks = []
        if crawl["completed"] is None:
            name = PENDING if crawl["started"] is None else RUNNING
            marks = [OPEN, time_mark(name, crawl["created"]), *([POLLED] if crawl["polls"] else [])]
        self._context.store.put(self._kind, crawl["id"], crawl, marks=marks)
