# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Base64, Base64Text, TypedDict
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class BytesSource(_Model):
    """Content sent in the request.

    Attributes:
        bytes (str): The content in base64, without a `data:` prefix. The whole request may have up to 25
            MB; use S3 for content above 5 MB.
    """

    bytes: Base64Text
    """The content in base64, without a `data:` prefix. The whole request may have up to 25 MB; use S3 for content
    above 5 MB.
    """
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
        made.bytes = rest.pop("bytes", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.bytes is not None:
            made["bytes"] = wire(self.bytes)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class BytesSourceParam(TypedDict):
    """A `BytesSource` as a plain dict, names as in the JSON."""

    bytes: Base64
