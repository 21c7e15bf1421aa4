# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .ai_search_page_input import AiSearchPageInput, AiSearchPageInputParam


@_define(kw_only=True, eq=False, repr=False)
class AiSearchIngestRequest(_Model):
    """Pages to index.

    Attributes:
        pages (list[AiSearchPageInput]): The pages, at least one.
        job_id (str | None): A crawl to list the pages with: one of the service's, or one with your own id.
    """

    pages: list[AiSearchPageInput]
    """The pages, at least one."""
    job_id: str | None = None
    """A crawl to list the pages with: one of the service's, or one with your own id."""
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
        made.pages = each(AiSearchPageInput.from_dict, rest.pop("pages", None), "pages")
        made.job_id = rest.pop("jobId", None)
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
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class AiSearchIngestRequestParam(TypedDict):
    """A `AiSearchIngestRequest` as a plain dict, names as in the JSON."""

    pages: Sequence[AiSearchPageInput | AiSearchPageInputParam]
    jobId: NotRequired[str]
