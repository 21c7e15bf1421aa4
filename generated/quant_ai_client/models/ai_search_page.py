# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchPage(_Model):
    """A page in the index.

    Attributes:
        url (str): URL of the page, its key in the index.
        title (str | Unset): Title of the page.
        content_type (str | Unset): Media type of the indexed content.
        summary (str | Unset): What the page is about, in a sentence.
        tags (list[str] | Unset): Tags of the page.
        topics (list[str] | Unset): Topics of the page.
        job_id (str | Unset | None): The crawl that fetched the page, if any.
        chunk_count (int | Unset): Number of chunks of the page.
        fetched_at (str | Unset): When the page was fetched from the site.
        indexed_at (datetime | Unset): When the page was indexed.
    """

    url: str
    """URL of the page, its key in the index."""
    title: str | Unset = UNSET
    """Title of the page."""
    content_type: str | Unset = UNSET
    """Media type of the indexed content."""
    summary: str | Unset = UNSET
    """What the page is about, in a sentence."""
    tags: list[str] | Unset = UNSET
    """Tags of the page."""
    topics: list[str] | Unset = UNSET
    """Topics of the page."""
    job_id: str | Unset | None = UNSET
    """The crawl that fetched the page, if any."""
    chunk_count: int | Unset = UNSET
    """Number of chunks of the page."""
    fetched_at: str | Unset = UNSET
    """When the page was fetched from the site."""
    indexed_at: datetime | Unset = UNSET
    """When the page was indexed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "content_type": "contentType",
        "job_id": "jobId",
        "chunk_count": "chunkCount",
        "fetched_at": "fetchedAt",
        "indexed_at": "indexedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.url = rest.pop("url", UNSET)
        made.title = rest.pop("title", UNSET)
        made.content_type = rest.pop("contentType", UNSET)
        made.summary = rest.pop("summary", UNSET)
        made.tags = rest.pop("tags", UNSET)
        made.topics = rest.pop("topics", UNSET)
        made.job_id = rest.pop("jobId", UNSET)
        made.chunk_count = rest.pop("chunkCount", UNSET)
        made.fetched_at = rest.pop("fetchedAt", UNSET)
        made.indexed_at = to_datetime(rest.pop("indexedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.url, Unset):
            made["url"] = self.url
        if self.title is not UNSET:
            made["title"] = self.title
        if self.content_type is not UNSET:
            made["contentType"] = self.content_type
        if self.summary is not UNSET:
            made["summary"] = self.summary
        if self.tags is not UNSET:
            made["tags"] = self.tags
        if self.topics is not UNSET:
            made["topics"] = self.topics
        if self.job_id is not UNSET:
            made["jobId"] = self.job_id
        if self.chunk_count is not UNSET:
            made["chunkCount"] = self.chunk_count
        if self.fetched_at is not UNSET:
            made["fetchedAt"] = self.fetched_at
        if self.indexed_at is not UNSET:
            made["indexedAt"] = wire(self.indexed_at)
        return made
