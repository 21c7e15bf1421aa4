# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_page_input import AiSearchPageInput, AiSearchPageInputParam


@_define(kw_only=True, eq=False, repr=False)
class AiSearchIngestRequest(_Model):
    """Pages to index.

    Attributes:
        pages (list[AiSearchPageInput]): The pages, at least one.
        job_id (str | Unset): A crawl to list the pages with: one of the service's, or one with your own id.
    """

    pages: list[AiSearchPageInput]
    """The pages, at least one."""
    job_id: str | Unset = UNSET
    """A crawl to list the pages with: one of the service's, or one with your own id."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"job_id": "jobId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.pages = each(AiSearchPageInput.from_dict, rest.pop("pages", UNSET), "pages")
        made.job_id = rest.pop("jobId", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.pages, Unset):
            made["pages"] = wire(self.pages)
        if self.job_id is not UNSET:
            made["jobId"] = self.job_id
        return made


class AiSearchIngestRequestParam(TypedDict):
    """A `AiSearchIngestRequest` as a plain dict, names as in the JSON."""

    pages: Sequence[AiSearchPageInput | AiSearchPageInputParam]
    jobId: NotRequired[str]
