# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .metadata_selector import MetadataSelector

if TYPE_CHECKING:
    from .metadata_selector import MetadataSelectorParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentsDeleteRequest(_Model):
    """Which documents to delete. Send exactly one of `purgeAll` (as true), `documentIds`, `keys` and
    `metadata`; none or several are refused.
    """

    purge_all: bool | Unset = UNSET
    """True deletes every document of the collection. False is the same as leaving it out."""
    document_ids: list[str] | Unset = UNSET
    """Ids of the documents to delete."""
    keys: list[str] | Unset = UNSET
    """Keys given at upload, up to 512 characters each."""
    metadata: MetadataSelector | Unset = UNSET
    """Selects the documents in which one metadata field has one of some values."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            purge_all=get("purgeAll", UNSET),
            document_ids=get("documentIds", UNSET),
            keys=get("keys", UNSET),
            metadata=nested(MetadataSelector.from_dict, get("metadata", UNSET), "metadata"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "purgeAll": self.purge_all,
                "documentIds": self.document_ids,
                "keys": self.keys,
                "metadata": wire(self.metadata),
            }
        )


_NAMES = {"purgeAll": "purge_all", "documentIds": "document_ids", "keys": "keys", "metadata": "metadata"}


class DocumentsDeleteRequestParam(TypedDict):
    """A `DocumentsDeleteRequest` as a plain dict, names as in the JSON."""

    purgeAll: NotRequired[bool]
    documentIds: NotRequired[Sequence[str]]
    keys: NotRequired[Sequence[str]]
    metadata: NotRequired[MetadataSelector | MetadataSelectorParam]
