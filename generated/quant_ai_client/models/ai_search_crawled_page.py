# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from .ai_search_processing_status import AiSearchProcessingStatus


@_define(kw_only=True, eq=False, repr=False)
class AiSearchCrawledPage(_Model):
    """A page that a crawl tried to fetch.

    Attributes:
        url (str): URL of the page.
        title (str | None): Title of the page, if it has one.
        status_code (int | None): HTTP status returned by the site.
        processing_status (AiSearchProcessingStatus | None): Status of a page. Known values: "pending",
            "indexed", "skipped", "failed".
        content_type (str | None): Media type of the content.
        error (str | None): Why it failed or was skipped.
        fetched_at (str | None): When the page was fetched.
    """

    url: str
    """URL of the page."""
    title: str | None = None
    """Title of the page, if it has one."""
    status_code: int | None = None
    """HTTP status returned by the site."""
    processing_status: AiSearchProcessingStatus | None = None
    """Status of a page:

    - `pending`: waiting to be processed
    - `indexed`: in the index
    - `skipped`: excluded, or has no content to index
    - `failed`: could not be fetched or processed
    """
    content_type: str | None = None
    """Media type of the content."""
    error: str | None = None
    """Why it failed or was skipped."""
    fetched_at: str | None = None
    """When the page was fetched."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "status_code": "statusCode",
        "processing_status": "processingStatus",
        "content_type": "contentType",
        "fetched_at": "fetchedAt",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.url = rest.pop("url", None)
        made.title = rest.pop("title", None)
        made.status_code = rest.pop("statusCode", None)
        made.processing_status = rest.pop("processingStatus", None)
        made.content_type = rest.pop("contentType", None)
        made.error = rest.pop("error", None)
        made.fetched_at = rest.pop("fetchedAt", None)
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
        if self.status_code is not None:
            made["statusCode"] = self.status_code
        if self.processing_status is not None:
            made["processingStatus"] = self.processing_status
        if self.content_type is not None:
            made["contentType"] = self.content_type
        if self.error is not None:
            made["error"] = self.error
        if self.fetched_at is not None:
            made["fetchedAt"] = self.fetched_at
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
