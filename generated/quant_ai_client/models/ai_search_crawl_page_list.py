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
from .ai_search_crawled_page import AiSearchCrawledPage


@_define(kw_only=True, eq=False, repr=False)
class AiSearchCrawlPageList(_Model):
    """The pages fetched by a crawl.

    Attributes:
        pages (list[AiSearchCrawledPage]): The pages, in the order they were fetched.
        job_id (str | Unset): The crawl.
        count (int | Unset): Number of pages in the reply.
    """

    pages: list[AiSearchCrawledPage]
    """The pages, in the order they were fetched."""
    job_id: str | Unset = UNSET
    """The crawl."""
    count: int | Unset = UNSET
    """Number of pages in the reply."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"job_id": "jobId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.pages = each(AiSearchCrawledPage.from_dict, rest.pop("pages", UNSET), "pages")
        made.job_id = rest.pop("jobId", UNSET)
        made.count = rest.pop("count", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.pages, Unset):
            made["pages"] = wire(self.pages)
        if self.job_id is not UNSET:
            made["jobId"] = self.job_id
        if self.count is not UNSET:
            made["count"] = self.count
        return made
