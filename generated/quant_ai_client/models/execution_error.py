# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ExecutionError(_Model):
    """Why an execution failed. The member names are those of AWS Lambda, with capitals."""

    error_message: str | Unset = UNSET
    """The reason in words."""
    error_type: str | Unset = UNSET
    """Kind of the failure, for programs; not a closed list."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            error_message=get("ErrorMessage", UNSET),
            error_type=get("ErrorType", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "ErrorMessage": self.error_message, "ErrorType": self.error_type})


_NAMES = {"ErrorMessage": "error_message", "ErrorType": "error_type"}
