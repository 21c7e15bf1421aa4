# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ErrorDetail(_Model):
    """An error as an object. It may have other fields too.

    Attributes:
        message (str | Unset): What went wrong, in words.
        code (str | Unset): Error code.
    """

    message: str | Unset = UNSET
    """What went wrong, in words."""
    code: str | Unset = UNSET
    """Error code."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.message = rest.pop("message", UNSET)
        made.code = rest.pop("code", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.message is not UNSET:
            made["message"] = self.message
        if self.code is not UNSET:
            made["code"] = self.code
        return made
