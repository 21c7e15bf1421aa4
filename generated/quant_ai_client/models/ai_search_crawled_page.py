# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_processing_status import AiSearchProcessingStatus


@_define(kw_only=True, eq=False, repr=False)
class AiSearchCrawledPage(_Model):
    """A page that a crawl tried to fetch.

    Attributes:
        url (str): URL of the page.
        title (str | Unset): Title of the page, if it has one.
        status_code (int | Unset): HTTP status returned by the site.
        processing_status (AiSearchProcessingStatus | Unset): Status of a page. Known values: "pending",
            "indexed", "skipped", "failed".
        content_type (str | Unset): Media type of the content.
        error (str | Unset): Why it failed or was skipped.
        fetched_at (str | Unset): When the page was fetched.
    """

    url: str
    """URL of the page."""
    title: str | Unset = UNSET
    """Title of the page, if it has one."""
    status_code: int | Unset = UNSET
    """HTTP status returned by the site."""
    processing_status: AiSearchProcessingStatus | Unset = UNSET
    """Status of a page:

    - `pending`: waiting to be processed
    - `indexed`: in the index
    - `skipped`: excluded, or has no content to index
    - `failed`: could not be fetched or processed
    """
    content_type: str | Unset = UNSET
    """Media type of the content."""
    error: str | Unset = UNSET
    """Why it failed or was skipped."""
    fetched_at: str | Unset = UNSET
    """When the page was fetched."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "status_code": "statusCode",
        "processing_status": "processingStatus",
        "content_type": "contentType",
        "fetched_at": "fetchedAt",
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
        made.status_code = rest.pop("statusCode", UNSET)
        made.processing_status = rest.pop("processingStatus", UNSET)
        made.content_type = rest.pop("contentType", UNSET)
        made.error = rest.pop("error", UNSET)
        made.fetched_at = rest.pop("fetchedAt", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.url, Unset):
            made["url"] = self.url
        if self.title is not UNSET:
            made["title"] = self.title
        if self.status_code is not UNSET:
            made["statusCode"] = self.status_code
        if self.processing_status is not UNSET:
            made["processingStatus"] = self.processing_status
        if self.content_type is not UNSET:
            made["contentType"] = self.content_type
        if self.error is not UNSET:
            made["error"] = self.error
        if self.fetched_at is not UNSET:
            made["fetchedAt"] = self.fetched_at
        return made
