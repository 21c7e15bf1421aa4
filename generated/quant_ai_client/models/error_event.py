# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .stream_error_cause import StreamErrorCause, decode_stream_error_cause


@_define(kw_only=True, eq=False, repr=False)
class ErrorEvent(_Model):
    """What went wrong. No further events follow.

    Attributes:
        type (Literal['error'] | Unset): The event type, if the frame has no `event`.
        error (StreamErrorCause | Unset): Why a stream failed, as a string or an object.
        message (str | Unset): The reason in words, in addition to or instead of `error`.
        code (str | Unset): Error type, for use in programs; other values are possible.
    """

    type: Literal["error"] | Unset = UNSET
    """The event type, if the frame has no `event`."""
    error: StreamErrorCause | Unset = UNSET
    """Why a stream failed, as a string or an object."""
    message: str | Unset = UNSET
    """The reason in words, in addition to or instead of `error`."""
    code: str | Unset = UNSET
    """Error type, for use in programs; other values are possible."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.error = nested(decode_stream_error_cause, rest.pop("error", UNSET), "error")
        made.message = rest.pop("message", UNSET)
        made.code = rest.pop("code", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.error is not UNSET:
            made["error"] = wire(self.error)
        if self.message is not UNSET:
            made["message"] = self.message
        if self.code is not UNSET:
            made["code"] = self.code
        return made
