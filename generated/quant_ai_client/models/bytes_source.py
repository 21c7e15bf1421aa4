# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model

if TYPE_CHECKING:
    from ..types import Base64


@_define(kw_only=True, eq=False, repr=False)
class BytesSource(_Model):
    """Content that travels in the request."""

    bytes: str
    """The content in base64, without a `data:` prefix. Up to 25 MB, in one request together with all else; below 5 MB
    is wise, and larger content is better kept in S3.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            bytes=get("bytes", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "bytes": wire(self.bytes)})


_NAMES = {"bytes": "bytes"}


class BytesSourceParam(TypedDict):
    """A `BytesSource` as a plain dict, names as in the JSON."""

    bytes: Base64
