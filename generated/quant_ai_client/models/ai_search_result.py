# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AiSearchResult(_Model):
    """A page that was found.

    Attributes:
        url (str): URL of the page.
        title (str | None): Title of the page.
        snippet (str | None): An excerpt of the matching text.
        score (float | None): Similarity to the query, from 0 to 1.
    """

    url: str
    """URL of the page."""
    title: str | None = None
    """Title of the page."""
    snippet: str | None = None
    """An excerpt of the matching text."""
    score: float | None = None
    """Similarity to the query, from 0 to 1."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

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
        made.snippet = rest.pop("snippet", None)
        made.score = rest.pop("score", None)
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
        if self.snippet is not None:
            made["snippet"] = self.snippet
        if self.score is not None:
            made["score"] = self.score
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
