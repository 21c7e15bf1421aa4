# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .document_content import DocumentContent, DocumentContentParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentBlock(_Model):
    """A document for the model to read.

    Attributes:
        document (DocumentContent): A document with its format and a name.
    """

    document: DocumentContent
    """A document with its format and a name."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.document = nested(DocumentContent.from_dict, rest.pop("document", UNSET), "document")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.document, Unset):
            made["document"] = wire(self.document)
        return made


class DocumentBlockParam(TypedDict):
    """A `DocumentBlock` as a plain dict, names as in the JSON."""

    document: DocumentContent | DocumentContentParam
