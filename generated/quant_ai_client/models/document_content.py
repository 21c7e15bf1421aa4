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
from .media_source import decode_media_source

if TYPE_CHECKING:
    from .document_format import DocumentFormat
    from .media_source import MediaSource, MediaSourceParam


@_define(kw_only=True, eq=False, repr=False)
class DocumentContent(_Model):
    """A document with its format and a name."""

    format: DocumentFormat
    """Format of a document:

    - `pdf`: PDF.
    - `csv`: Values separated by commas.
    - `doc`, `docx`: Word, the older and the newer format.
    - `xls`, `xlsx`: Excel, the older and the newer format.
    - `html`: A web page.
    - `txt`: Plain text.
    - `md`: Markdown.

    All models that read documents take `pdf`, `csv`, `docx` and `xlsx`; the others are in use but less certain.

    Known values: "pdf", "csv", "doc", "docx", "xls", "xlsx", "html", "txt", "md".
    """
    name: str
    """Name by which you and the model refer to the document. The model reads it, so do not fill it from a source that
    you do not trust.
    """
    source: MediaSource
    """Where the content of a picture, video or document is; either in the request or in S3."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            format=get("format", UNSET),
            name=get("name", UNSET),
            source=nested(decode_media_source, get("source", UNSET), "source"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "format": self.format, "name": self.name, "source": wire(self.source)}
        )


_NAMES = {"format": "format", "name": "name", "source": "source"}


class DocumentContentParam(TypedDict):
    """A `DocumentContent` as a plain dict, names as in the JSON."""

    format: DocumentFormat
    name: str
    source: MediaSourceParam
