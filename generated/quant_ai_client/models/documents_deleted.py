# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class DocumentsDeleted(_Model):
    """Number of deleted documents.

    Attributes:
        message (str | Unset): A description of the outcome, in words.
        collection_id (str | Unset): The collection.
        deleted_count (int | Unset): Number of documents actually deleted; 0 if none matched.
    """

    message: str | Unset = UNSET
    """A description of the outcome, in words."""
    collection_id: str | Unset = UNSET
    """The collection."""
    deleted_count: int | Unset = UNSET
    """Number of documents actually deleted; 0 if none matched."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"collection_id": "collectionId", "deleted_count": "deletedCount"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.message = rest.pop("message", UNSET)
        made.collection_id = rest.pop("collectionId", UNSET)
        made.deleted_count = rest.pop("deletedCount", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.message is not UNSET:
            made["message"] = self.message
        if self.collection_id is not UNSET:
            made["collectionId"] = self.collection_id
        if self.deleted_count is not UNSET:
            made["deletedCount"] = self.deleted_count
        return made
