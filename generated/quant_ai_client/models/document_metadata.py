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
class DocumentMetadata(_Model):
    """Metadata of a document, returned with every result and usable in filters. Four fields have a fixed
    meaning; you can add others.

    Attributes:
        title (str | None): Title of the document, for display.
        source_url (str | None): URL of the source.
        section (str | None): Section of the source that the text comes from.
        tags (list[str] | None): Tags to filter by with `contains`.
    """

    title: str | None = None
    """Title of the document, for display."""
    source_url: str | None = None
    """URL of the source."""
    section: str | None = None
    """Section of the source that the text comes from."""
    tags: list[str] | None = None
    """Tags to filter by with `contains`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _open_ended: ClassVar = True

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.title = rest.pop("title", None)
        made.source_url = rest.pop("source_url", None)
        made.section = rest.pop("section", None)
        made.tags = rest.pop("tags", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.title is not None:
            made["title"] = self.title
        if self.source_url is not None:
            made["source_url"] = self.source_url
        if self.section is not None:
            made["section"] = self.section
        if self.tags is not None:
            made["tags"] = self.tags
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class DocumentMetadataParam(TypedDict):
    """A `DocumentMetadata` as a plain dict, names as in the JSON."""

    title: NotRequired[str]
    source_url: NotRequired[str]
    section: NotRequired[str]
    tags: NotRequired[Sequence[str]]
