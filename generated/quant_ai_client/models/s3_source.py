# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .s3_location import S3Location, S3LocationParam


@_define(kw_only=True, eq=False, repr=False)
class S3Source(_Model):
    """Content that the service reads from S3.

    Attributes:
        s3_location (S3Location): Address of an S3 object that the service can read.
    """

    s3_location: S3Location
    """Address of an S3 object that the service can read."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"s3_location": "s3Location"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.s3_location = nested(S3Location.from_dict, rest.pop("s3Location", None), "s3Location")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.s3_location is not None:
            made["s3Location"] = wire(self.s3_location)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class S3SourceParam(TypedDict):
    """A `S3Source` as a plain dict, names as in the JSON."""

    s3Location: S3Location | S3LocationParam
