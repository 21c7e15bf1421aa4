# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .document_content import DocumentContent

if TYPE_CHECKING:
    from .document_content import DocumentContentParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentBlock(_Model):
    """A document for the model to read."""

    document: DocumentContent
    """A document with its format and a name."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            document=nested(DocumentContent.from_dict, get("document", UNSET), "document"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "document": wire(self.document)})


_NAMES = {"document": "document"}


class DocumentBlockParam(TypedDict):
    """A `DocumentBlock` as a plain dict, names as in the JSON."""

    document: DocumentContent | DocumentContentParam
