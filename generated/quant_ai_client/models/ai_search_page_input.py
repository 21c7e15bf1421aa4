# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict


@_define(kw_only=True, eq=False, repr=False)
class AiSearchPageInput(_Model):
    """A page to index.

    Attributes:
        url (str): URL of the page, shown with each result. A page already indexed with this URL is
            replaced.
        title (str): Title of the page, shown with each result.
        content (str): Text or source of the page, in the format of `content_type`.
        content_type (str | None): Media type of `content`. HTML tags are removed before the text is split
            into chunks. Server default: "text/plain".
        fetched_at (str | None): When the page was fetched, in ISO 8601.
        pre_processed (bool | None): Whether `content` is already clean text, to be indexed unchanged.
            Server default: False.
        summary (str | None): What the page is about, in a sentence.
        tags (list[str] | None): Custom tags.
        topics (list[str] | None): Topics of the page.
    """

    url: str
    """URL of the page, shown with each result. A page already indexed with this URL is replaced."""
    title: str
    """Title of the page, shown with each result."""
    content: str
    """Text or source of the page, in the format of `content_type`."""
    content_type: str | None = None
    """Media type of `content`. HTML tags are removed before the text is split into chunks. Server default:
    "text/plain".
    """
    fetched_at: str | None = None
    """When the page was fetched, in ISO 8601."""
    pre_processed: bool | None = None
    """Whether `content` is already clean text, to be indexed unchanged. Server default: False."""
    summary: str | None = None
    """What the page is about, in a sentence."""
    tags: list[str] | None = None
    """Custom tags."""
    topics: list[str] | None = None
    """Topics of the page."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"content_type": "contentType", "fetched_at": "fetchedAt", "pre_processed": "preProcessed"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.url = rest.pop("url", None)
        made.title = rest.pop("title", None)
        made.content = rest.pop("content", None)
        made.content_type = rest.pop("contentType", None)
        made.fetched_at = rest.pop("fetchedAt", None)
        made.pre_processed = rest.pop("preProcessed", None)
        made.summary = rest.pop("summary", None)
        made.tags = rest.pop("tags", None)
        made.topics = rest.pop("topics", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.url is not None:
            made["url"] = self.url
        if self.title is not None:
            made["title"] = self.title
        if self.content is not None:
            made["content"] = self.content
        if self.content_type is not None:
            made["contentType"] = self.content_type
        if self.fetched_at is not None:
            made["fetchedAt"] = self.fetched_at
        if self.pre_processed is not None:
            made["preProcessed"] = self.pre_processed
        if self.summary is not None:
            made["summary"] = self.summary
        if self.tags is not None:
            made["tags"] = self.tags
        if self.topics is not None:
            made["topics"] = self.topics
        if self._nulls:
            restore_nulls(made, self._nulls)
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
