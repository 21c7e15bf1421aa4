# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .metadata_selector import MetadataSelector, MetadataSelectorParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentsDeleteRequest(_Model):
    """Which documents to delete. Send exactly one of `purge_all` (as true), `document_ids`, `keys` and
    `metadata`; none or several are refused.

    Attributes:
        purge_all (bool | None): True deletes all documents of the collection. False is the same as leaving
            it out.
        document_ids (list[str] | None): Ids of the documents to delete.
        keys (list[str] | None): Keys set at upload, up to 512 characters each.
        metadata (MetadataSelector | None): Selects the documents whose metadata field has one of the given
            values.
    """

    purge_all: bool | None = None
    """True deletes all documents of the collection. False is the same as leaving it out."""
    document_ids: list[str] | None = None
    """Ids of the documents to delete."""
    keys: list[str] | None = None
    """Keys set at upload, up to 512 characters each."""
    metadata: MetadataSelector | None = None
    """Selects the documents whose metadata field has one of the given values."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"purge_all": "purgeAll", "document_ids": "documentIds"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.purge_all = rest.pop("purgeAll", None)
        made.document_ids = rest.pop("documentIds", None)
        made.keys = rest.pop("keys", None)
        made.metadata = nested_or_kept(MetadataSelector.from_dict, rest.pop("metadata", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.purge_all is not None:
            made["purgeAll"] = self.purge_all
        if self.document_ids is not None:
            made["documentIds"] = self.document_ids
        if self.keys is not None:
            made["keys"] = self.keys
        if self.metadata is not None:
            made["metadata"] = wire(self.metadata)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class DocumentsDeleteRequestParam(TypedDict):
    """A `DocumentsDeleteRequest` as a plain dict, names as in the JSON."""

    purgeAll: NotRequired[bool]
    documentIds: NotRequired[Sequence[str]]
    keys: NotRequired[Sequence[str]]
    metadata: NotRequired[MetadataSelector | MetadataSelectorParam]
