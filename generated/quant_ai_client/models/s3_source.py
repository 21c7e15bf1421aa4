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
from .s3_location import S3Location

if TYPE_CHECKING:
    from .s3_location import S3LocationParam


@_define(kw_only=True, eq=False, repr=False)
class S3Source(_Model):
    """Content that the service fetches from S3."""

    s_3_location: S3Location
    """Address of an object in S3 that the service may read."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            s_3_location=nested(S3Location.from_dict, get("s3Location", UNSET), "s3Location"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "s3Location": wire(self.s_3_location)})


_NAMES = {"s3Location": "s_3_location"}


class S3SourceParam(TypedDict):
    """A `S3Source` as a plain dict, names as in the JSON."""

    s3Location: S3Location | S3LocationParam
