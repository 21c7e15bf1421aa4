# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
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
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.document = nested(DocumentContent.from_dict, rest.pop("document", None), "document")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.document is not None:
            made["document"] = wire(self.document)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class DocumentBlockParam(TypedDict):
    """A `DocumentBlock` as a plain dict, names as in the JSON."""

    document: DocumentContent | DocumentContentParam
