# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .stream_error_cause import StreamErrorCause, decode_stream_error_cause


@_define(kw_only=True, eq=False, repr=False)
class ErrorEvent(_Model):
    """What went wrong. No further events follow.

    Attributes:
        type (Literal['error'] | None): The event type, if the frame has no `event`.
        error (StreamErrorCause | None): Why a stream failed, as a string or an object.
        message (str | None): The reason in words, in addition to or instead of `error`.
        code (str | None): Error type, for use in programs; other values are possible.
    """

    type: Literal["error"] | None = None
    """The event type, if the frame has no `event`."""
    error: StreamErrorCause | None = None
    """Why a stream failed, as a string or an object."""
    message: str | None = None
    """The reason in words, in addition to or instead of `error`."""
    code: str | None = None
    """Error type, for use in programs; other values are possible."""
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
        made.type = rest.pop("type", None)
        made.error = nested_or_kept(decode_stream_error_cause, rest.pop("error", None))
        made.message = rest.pop("message", None)
        made.code = rest.pop("code", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.error is not None:
            made["error"] = wire(self.error)
        if self.message is not None:
            made["message"] = self.message
        if self.code is not None:
            made["code"] = self.code
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
