# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ExecutionError(_Model):
    """Why an execution failed. The field names come from AWS Lambda.

    Attributes:
        error_message (str | None): The reason in words.
        error_type (str | None): Error type, for use in programs; other values are possible.
    """

    error_message: str | None = None
    """The reason in words."""
    error_type: str | None = None
    """Error type, for use in programs; other values are possible."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"error_message": "ErrorMessage", "error_type": "ErrorType"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.error_message = rest.pop("ErrorMessage", None)
        made.error_type = rest.pop("ErrorType", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.error_message is not None:
            made["ErrorMessage"] = self.error_message
        if self.error_type is not None:
            made["ErrorType"] = self.error_type
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
