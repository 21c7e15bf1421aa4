# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .stream_error_cause import decode_stream_error_cause

if TYPE_CHECKING:
    from .stream_error_cause import StreamErrorCause


@_define(kw_only=True, eq=False, repr=False)
class ErrorEvent(_Model):
    """What went wrong. No further event is to be expected."""

    type: Literal["error"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    error: StreamErrorCause | Unset = UNSET
    """The reason of a failed stream, as a text or as an object."""
    message: str | Unset = UNSET
    """The reason in words, beside or instead of `error`."""
    code: str | Unset = UNSET
    """Kind of the failure, for programs; not a closed list."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            type=get("type", UNSET),
            error=nested(decode_stream_error_cause, get("error", UNSET), "error"),
            message=get("message", UNSET),
            code=get("code", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "type": self.type,
                "error": wire(self.error),
                "message": self.message,
                "code": self.code,
            }
        )


_NAMES = {"type": "type", "error": "error", "message": "message", "code": "code"}
