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
class AiSearchIngestedPage(_Model):
    """The outcome for one page.

    Attributes:
        url (str): URL of the page.
        processing_status (AiSearchProcessingStatus | None): Status of a page. Known values: "pending",
            "indexed", "skipped", "failed".
        chunk_count (int | None): Number of chunks of the page.
    """

    url: str
    """URL of the page."""
    processing_status: AiSearchProcessingStatus | None = None
    """Status of a page:

    - `pending`: waiting to be processed
    - `indexed`: in the index
    - `skipped`: excluded, or has no content to index
    - `failed`: could not be fetched or processed
    """
    chunk_count: int | None = None
    """Number of chunks of the page."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"processing_status": "processingStatus", "chunk_count": "chunkCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.url = rest.pop("url", None)
        made.processing_status = rest.pop("processingStatus", None)
        made.chunk_count = rest.pop("chunkCount", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.url is not None:
            made["url"] = self.url
        if self.processing_status is not None:
            made["processingStatus"] = self.processing_status
        if self.chunk_count is not None:
            made["chunkCount"] = self.chunk_count
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
