# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .ai_search_ingested_page import AiSearchIngestedPage


@_define(kw_only=True, eq=False, repr=False)
class AiSearchIngested(_Model):
    """The outcome for each page.

    Attributes:
        success (bool | None): Whether all pages are indexed.
        job_id (str | None): The crawl of the pages, if the request set one.
        ingested (int | None): Number of pages that were indexed.
        failed (int | None): Number of pages that were not indexed because they have no content.
        chunks_created (int | None): Number of chunks that were created.
        pages (list[AiSearchIngestedPage] | None): The outcome for each page, in the order of the request.
    """

    success: bool | None = None
    """Whether all pages are indexed."""
    job_id: str | None = NOT_SENT
    """The crawl of the pages, if the request set one."""
    ingested: int | None = None
    """Number of pages that were indexed."""
    failed: int | None = None
    """Number of pages that were not indexed because they have no content."""
    chunks_created: int | None = None
    """Number of chunks that were created."""
    pages: list[AiSearchIngestedPage] | None = None
    """The outcome for each page, in the order of the request."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"job_id": "jobId", "chunks_created": "chunksCreated"}
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
        made.success = rest.pop("success", None)
        made.job_id = rest.pop("jobId", None)
        made.ingested = rest.pop("ingested", None)
        made.failed = rest.pop("failed", None)
        made.chunks_created = rest.pop("chunksCreated", None)
        made.pages = each_or_kept(AiSearchIngestedPage.from_dict, rest.pop("pages", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.success is not None:
            made["success"] = self.success
        if self.job_id is not None:
            made["jobId"] = self.job_id
        if self.ingested is not None:
            made["ingested"] = self.ingested
        if self.failed is not None:
            made["failed"] = self.failed
        if self.chunks_created is not None:
            made["chunksCreated"] = self.chunks_created
        if self.pages is not None:
            made["pages"] = wire(self.pages)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
