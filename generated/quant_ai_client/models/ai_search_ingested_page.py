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
class AiSearchIngestedPage(_Model):
    """The outcome for one page.

    Attributes:
        url (str): URL of the page.
        processing_status (AiSearchProcessingStatus | Unset): Status of a page. Known values: "pending",
            "indexed", "skipped", "failed".
        chunk_count (int | Unset): Number of chunks of the page.
    """

    url: str
    """URL of the page."""
    processing_status: AiSearchProcessingStatus | Unset = UNSET
    """Status of a page:

    - `pending`: waiting to be processed
    - `indexed`: in the index
    - `skipped`: excluded, or has no content to index
    - `failed`: could not be fetched or processed
    """
    chunk_count: int | Unset = UNSET
    """Number of chunks of the page."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"processing_status": "processingStatus", "chunk_count": "chunkCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.url = rest.pop("url", UNSET)
        made.processing_status = rest.pop("processingStatus", UNSET)
        made.chunk_count = rest.pop("chunkCount", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.url, Unset):
            made["url"] = self.url
        if self.processing_status is not UNSET:
            made["processingStatus"] = self.processing_status
        if self.chunk_count is not UNSET:
            made["chunkCount"] = self.chunk_count
        return made
