# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchResult(_Model):
    """A page that was found.

    Attributes:
        url (str): URL of the page.
        title (str | Unset): Title of the page.
        snippet (str | Unset): An excerpt of the matching text.
        score (float | Unset): Similarity to the query, from 0 to 1.
    """

    url: str
    """URL of the page."""
    title: str | Unset = UNSET
    """Title of the page."""
    snippet: str | Unset = UNSET
    """An excerpt of the matching text."""
    score: float | Unset = UNSET
    """Similarity to the query, from 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.url = rest.pop("url", UNSET)
        made.title = rest.pop("title", UNSET)
        made.snippet = rest.pop("snippet", UNSET)
        made.score = rest.pop("score", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.url, Unset):
            made["url"] = self.url
        if self.title is not UNSET:
            made["title"] = self.title
        if self.snippet is not UNSET:
            made["snippet"] = self.snippet
        if self.score is not UNSET:
            made["score"] = self.score
        return made
