# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchPage(_Model):
    """A page in the index.

    Attributes:
        url (str): URL of the page, its key in the index.
        title (str | None): Title of the page.
        content_type (str | None): Media type of the indexed content.
        summary (str | None): What the page is about, in a sentence.
        tags (list[str] | None): Tags of the page.
        topics (list[str] | None): Topics of the page.
        job_id (str | None): The crawl that fetched the page, if any.
        chunk_count (int | None): Number of chunks of the page.
        fetched_at (str | None): When the page was fetched from the site.
        indexed_at (datetime | None): When the page was indexed.
    """

    url: str
    """URL of the page, its key in the index."""
    title: str | None = None
    """Title of the page."""
    content_type: str | None = None
    """Media type of the indexed content."""
    summary: str | None = None
    """What the page is about, in a sentence."""
    tags: list[str] | None = None
    """Tags of the page."""
    topics: list[str] | None = None
    """Topics of the page."""
    job_id: str | None = NOT_SENT
    """The crawl that fetched the page, if any."""
    chunk_count: int | None = None
    """Number of chunks of the page."""
    fetched_at: str | None = None
    """When the page was fetched from the site."""
    indexed_at: datetime | None = None
    """When the page was indexed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "content_type": "contentType",
        "job_id": "jobId",
        "chunk_count": "chunkCount",
        "fetched_at": "fetchedAt",
        "indexed_at": "indexedAt",
    }
    _nullable: ClassVar = {"jobId": "job_id"}

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
        made.url = rest.pop("url", None)
        made.title = rest.pop("title", None)
        made.content_type = rest.pop("contentType", None)
        made.summary = rest.pop("summary", None)
        made.tags = rest.pop("tags", None)
        made.topics = rest.pop("topics", None)
        made.job_id = rest.pop("jobId", None)
        made.chunk_count = rest.pop("chunkCount", None)
        made.fetched_at = rest.pop("fetchedAt", None)
        made.indexed_at = to_datetime(rest.pop("indexedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.url is not None:
            made["url"] = self.url
        if self.title is not None:
            made["title"] = self.title
        if self.content_type is not None:
            made["contentType"] = self.content_type
        if self.summary is not None:
            made["summary"] = self.summary
        if self.tags is not None:
            made["tags"] = self.tags
        if self.topics is not None:
            made["topics"] = self.topics
        if self.job_id is not None:
            made["jobId"] = self.job_id
        if self.chunk_count is not None:
            made["chunkCount"] = self.chunk_count
        if self.fetched_at is not None:
            made["fetchedAt"] = self.fetched_at
        if self.indexed_at is not None:
            made["indexedAt"] = wire(self.indexed_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
