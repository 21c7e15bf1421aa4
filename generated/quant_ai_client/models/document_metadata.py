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
class DocumentMetadata(_Model):
    """Metadata of a document, returned with every result and usable in filters. Four fields have a fixed
    meaning; you can add others.

    Attributes:
        title (str | Unset): Title of the document, for display.
        source_url (str | Unset): URL of the source.
        section (str | Unset): Section of the source that the text comes from.
        tags (list[str] | Unset): Tags to filter by with `contains`.
    """

    title: str | Unset = UNSET
    """Title of the document, for display."""
    source_url: str | Unset = UNSET
    """URL of the source."""
    section: str | Unset = UNSET
    """Section of the source that the text comes from."""
    tags: list[str] | Unset = UNSET
    """Tags to filter by with `contains`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _open_ended: ClassVar = True

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.title = rest.pop("title", UNSET)
        made.source_url = rest.pop("source_url", UNSET)
        made.section = rest.pop("section", UNSET)
        made.tags = rest.pop("tags", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.title is not UNSET:
            made["title"] = self.title
        if self.source_url is not UNSET:
            made["source_url"] = self.source_url
        if self.section is not UNSET:
            made["section"] = self.section
        if self.tags is not UNSET:
            made["tags"] = self.tags
        return made


class DocumentMetadataParam(TypedDict):
    """A `DocumentMetadata` as a plain dict, names as in the JSON."""

    title: NotRequired[str]
    source_url: NotRequired[str]
    section: NotRequired[str]
    tags: NotRequired[Sequence[str]]
