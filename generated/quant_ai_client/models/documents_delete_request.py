# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .metadata_selector import MetadataSelector, MetadataSelectorParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentsDeleteRequest(_Model):
    """Which documents to delete. Send exactly one of `purge_all` (as true), `document_ids`, `keys` and
    `metadata`; none or several are refused.

    Attributes:
        purge_all (bool | Unset): True deletes all documents of the collection. False is the same as leaving
            it out.
        document_ids (list[str] | Unset): Ids of the documents to delete.
        keys (list[str] | Unset): Keys set at upload, up to 512 characters each.
        metadata (MetadataSelector | Unset): Selects the documents whose metadata field has one of the given
            values.
    """

    purge_all: bool | Unset = UNSET
    """True deletes all documents of the collection. False is the same as leaving it out."""
    document_ids: list[str] | Unset = UNSET
    """Ids of the documents to delete."""
    keys: list[str] | Unset = UNSET
    """Keys set at upload, up to 512 characters each."""
    metadata: MetadataSelector | Unset = UNSET
    """Selects the documents whose metadata field has one of the given values."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"purge_all": "purgeAll", "document_ids": "documentIds"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.purge_all = rest.pop("purgeAll", UNSET)
        made.document_ids = rest.pop("documentIds", UNSET)
        made.keys = rest.pop("keys", UNSET)
        made.metadata = nested(MetadataSelector.from_dict, rest.pop("metadata", UNSET), "metadata")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.purge_all is not UNSET:
            made["purgeAll"] = self.purge_all
        if self.document_ids is not UNSET:
            made["documentIds"] = self.document_ids
        if self.keys is not UNSET:
            made["keys"] = self.keys
        if self.metadata is not UNSET:
            made["metadata"] = wire(self.metadata)
        return made


class DocumentsDeleteRequestParam(TypedDict):
    """A `DocumentsDeleteRequest` as a plain dict, names as in the JSON."""

    purgeAll: NotRequired[bool]
    documentIds: NotRequired[Sequence[str]]
    keys: NotRequired[Sequence[str]]
    metadata: NotRequired[MetadataSelector | MetadataSelectorParam]
