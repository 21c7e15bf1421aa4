# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_ingested_page import AiSearchIngestedPage


@_define(kw_only=True, eq=False, repr=False)
class AiSearchIngested(_Model):
    """The outcome for each page.

    Attributes:
        success (bool | Unset): Whether all pages are indexed.
        job_id (str | Unset | None): The crawl of the pages, if the request set one.
        ingested (int | Unset): Number of pages that were indexed.
        failed (int | Unset): Number of pages that were not indexed because they have no content.
        chunks_created (int | Unset): Number of chunks that were created.
        pages (list[AiSearchIngestedPage] | Unset): The outcome for each page, in the order of the request.
    """

    success: bool | Unset = UNSET
    """Whether all pages are indexed."""
    job_id: str | Unset | None = UNSET
    """The crawl of the pages, if the request set one."""
    ingested: int | Unset = UNSET
    """Number of pages that were indexed."""
    failed: int | Unset = UNSET
    """Number of pages that were not indexed because they have no content."""
    chunks_created: int | Unset = UNSET
    """Number of chunks that were created."""
    pages: list[AiSearchIngestedPage] | Unset = UNSET
    """The outcome for each page, in the order of the request."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"job_id": "jobId", "chunks_created": "chunksCreated"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.success = rest.pop("success", UNSET)
        made.job_id = rest.pop("jobId", UNSET)
        made.ingested = rest.pop("ingested", UNSET)
        made.failed = rest.pop("failed", UNSET)
        made.chunks_created = rest.pop("chunksCreated", UNSET)
        made.pages = each(AiSearchIngestedPage.from_dict, rest.pop("pages", UNSET), "pages")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.success is not UNSET:
            made["success"] = self.success
        if self.job_id is not UNSET:
            made["jobId"] = self.job_id
        if self.ingested is not UNSET:
            made["ingested"] = self.ingested
        if self.failed is not UNSET:
            made["failed"] = self.failed
        if self.chunks_created is not UNSET:
            made["chunksCreated"] = self.chunks_created
        if self.pages is not UNSET:
            made["pages"] = wire(self.pages)
        return made
