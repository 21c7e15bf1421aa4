# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class DocumentMetadata(_Model):
    """Facts about a document, returned with every hit and usable in filters. Four members have an agreed
    meaning; add others as you like.
    """

    title: str | Unset = UNSET
    """Heading to show for the document."""
    source_url: str | Unset = UNSET
    """Where the text comes from."""
    section: str | Unset = UNSET
    """Part of the source that the text stands in."""
    tags: list[str] | Unset = UNSET
    """Words to filter by with `contains`."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            title=get("title", UNSET),
            source_url=get("source_url", UNSET),
            section=get("section", UNSET),
            tags=get("tags", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "title": self.title,
                "source_url": self.source_url,
                "section": self.section,
                "tags": self.tags,
            }
        )


_NAMES = {"title": "title", "source_url": "source_url", "section": "section", "tags": "tags"}


class DocumentMetadataParam(TypedDict):
    """A `DocumentMetadata` as a plain dict, names as in the JSON."""

    title: NotRequired[str]
    source_url: NotRequired[str]
    section: NotRequired[str]
    tags: NotRequired[Sequence[str]]
