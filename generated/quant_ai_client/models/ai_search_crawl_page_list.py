# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .ai_search_crawled_page import AiSearchCrawledPage


@_define(kw_only=True, eq=False, repr=False)
class AiSearchCrawlPageList(_Model):
    """The pages fetched by a crawl.

    Attributes:
        pages (list[AiSearchCrawledPage]): The pages, in the order they were fetched.
        job_id (str | None): The crawl.
        count (int | None): Number of pages in the reply.
    """

    pages: list[AiSearchCrawledPage]
    """The pages, in the order they were fetched."""
    job_id: str | None = None
    """The crawl."""
    count: int | None = None
    """Number of pages in the reply."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"job_id": "jobId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.pages = each(AiSearchCrawledPage.from_dict, rest.pop("pages", None), "pages")
        made.job_id = rest.pop("jobId", None)
        made.count = rest.pop("count", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.pages is not None:
            made["pages"] = wire(self.pages)
        if self.job_id is not None:
            made["jobId"] = self.job_id
        if self.count is not None:
            made["count"] = self.count
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
