# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .vector_collection import VectorCollection


@_define(kw_only=True, eq=False, repr=False)
class CollectionCreated(_Model):
    """Reply to the creation of a collection."""

    collection: VectorCollection
    """A named set of embedded documents. The list leaves out `dimensions`, the reply to a creation leaves out
    `documentCount`.
    """
    success: bool | Unset = UNSET
    """Always true; a failure is answered with an error status."""
    message: str | Unset = UNSET
    """A sentence for people."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            collection=nested(VectorCollection.from_dict, get("collection", UNSET), "collection"),
            success=get("success", UNSET),
            message=get("message", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "collection": wire(self.collection),
                "success": self.success,
                "message": self.message,
            }
        )


_NAMES = {"collection": "collection", "success": "success", "message": "message"}
