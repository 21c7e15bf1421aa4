# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .error_cause import ErrorCause, decode_error_cause
from .exhausted_budget import ExhaustedBudget
from .field_errors import FieldErrors


@_define(kw_only=True, eq=False, repr=False)
class Error(_Model):
    """Body of every error reply. Different parts of the platform use four formats, so every field is optional:
    show the first of `message`, `error` (if a string), the first entry of `errors`, `error.message`.
    Additional fields, mostly ids such as `session_id` or `dependentTaskIds`, identify what the error is
    about.

    Attributes:
        message (str | None): What went wrong, in words. The wording may change, so do not compare it.
        error (ErrorCause | None): `True` next to a `message`, or a description of the error, or a code in
            capitals (`TASK_HAS_DEPENDENTS`), or an object with details.
        code (str | None): Error code in capitals, for use in programs.
        errors (FieldErrors | None): The errors of a request by field. A key is the name of a field or query
            parameter; a nested field is written with dots and indexes, such as `messages.0.role`.
        budget (ExhaustedBudget | None): The spending limit that has been reached, with the code
            `BUDGET_EXCEEDED`.
    """

    message: str | None = None
    """What went wrong, in words. The wording may change, so do not compare it."""
    error: ErrorCause | None = None
    """`True` next to a `message`, or a description of the error, or a code in capitals (`TASK_HAS_DEPENDENTS`), or
    an object with details.
    """
    code: str | None = None
    """Error code in capitals, for use in programs."""
    errors: FieldErrors | None = None
    """The errors of a request by field. A key is the name of a field or query parameter; a nested field is written
    with dots and indexes, such as `messages.0.role`.
    """
    budget: ExhaustedBudget | None = None
    """The spending limit that has been reached, with the code `BUDGET_EXCEEDED`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _open_ended: ClassVar = True

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.message = rest.pop("message", None)
        made.error = nested_or_kept(decode_error_cause, rest.pop("error", None))
        made.code = rest.pop("code", None)
        made.errors = to_map(rest.pop("errors", None))
        made.budget = nested_or_kept(ExhaustedBudget.from_dict, rest.pop("budget", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.message is not None:
            made["message"] = self.message
        if self.error is not None:
            made["error"] = wire(self.error)
        if self.code is not None:
            made["code"] = self.code
        if self.errors is not None:
            made["errors"] = wire(self.errors)
        if self.budget is not None:
            made["budget"] = wire(self.budget)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
