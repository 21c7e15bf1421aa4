# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchPageInput(_Model):
    """A page to index.

    Attributes:
        url (str): URL of the page, shown with each result. A page already indexed with this URL is
            replaced.
        title (str): Title of the page, shown with each result.
        content (str): Text or source of the page, in the format of `content_type`.
        content_type (str | Unset): Media type of `content`. HTML tags are removed before the text is split
            into chunks. Server default: "text/plain".
        fetched_at (str | Unset): When the page was fetched, in ISO 8601.
        pre_processed (bool | Unset): Whether `content` is already clean text, to be indexed unchanged.
            Server default: False.
        summary (str | Unset): What the page is about, in a sentence.
        tags (list[str] | Unset): Custom tags.
        topics (list[str] | Unset): Topics of the page.
    """

    url: str
    """URL of the page, shown with each result. A page already indexed with this URL is replaced."""
    title: str
    """Title of the page, shown with each result."""
    content: str
    """Text or source of the page, in the format of `content_type`."""
    content_type: str | Unset = UNSET
    """Media type of `content`. HTML tags are removed before the text is split into chunks. Server default:
    "text/plain".
    """
    fetched_at: str | Unset = UNSET
    """When the page was fetched, in ISO 8601."""
    pre_processed: bool | Unset = UNSET
    """Whether `content` is already clean text, to be indexed unchanged. Server default: False."""
    summary: str | Unset = UNSET
    """What the page is about, in a sentence."""
    tags: list[str] | Unset = UNSET
    """Custom tags."""
    topics: list[str] | Unset = UNSET
    """Topics of the page."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"content_type": "contentType", "fetched_at": "fetchedAt", "pre_processed": "preProcessed"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.url = rest.pop("url", UNSET)
        made.title = rest.pop("title", UNSET)
        made.content = rest.pop("content", UNSET)
        made.content_type = rest.pop("contentType", UNSET)
        made.fetched_at = rest.pop("fetchedAt", UNSET)
        made.pre_processed = rest.pop("preProcessed", UNSET)
        made.summary = rest.pop("summary", UNSET)
        made.tags = rest.pop("tags", UNSET)
        made.topics = rest.pop("topics", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.url, Unset):
            made["url"] = self.url
        if not isinstance(self.title, Unset):
            made["title"] = self.title
        if not isinstance(self.content, Unset):
            made["content"] = self.content
        if self.content_type is not UNSET:
            made["contentType"] = self.content_type
        if self.fetched_at is not UNSET:
            made["fetchedAt"] = self.fetched_at
        if self.pre_processed is not UNSET:
            made["preProcessed"] = self.pre_processed
        if self.summary is not UNSET:
            made["summary"] = self.summary
        if self.tags is not UNSET:
            made["tags"] = self.tags
        if self.topics is not UNSET:
            made["topics"] = self.topics
        return made


class AiSearchPageInputParam(TypedDict):
    """A `AiSearchPageInput` as a plain dict, names as in the JSON."""

    url: str
    title: str
    content: str
    contentType: NotRequired[str]
    fetchedAt: NotRequired[str]
    preProcessed: NotRequired[bool]
    summary: NotRequired[str]
    tags: NotRequired[Sequence[str]]
    topics: NotRequired[Sequence[str]]
