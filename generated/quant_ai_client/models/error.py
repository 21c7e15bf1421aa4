# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
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
        message (str | Unset): What went wrong, in words. The wording may change, so do not compare it.
        error (ErrorCause | Unset): `True` next to a `message`, or a description of the error, or a code in
            capitals (`TASK_HAS_DEPENDENTS`), or an object with details.
        code (str | Unset): Error code in capitals, for use in programs.
        errors (FieldErrors | Unset): The errors of a request by field. A key is the name of a field or
            query parameter; a nested field is written with dots and indexes, such as `messages.0.role`.
        budget (ExhaustedBudget | Unset): The spending limit that has been reached, with the code
            `BUDGET_EXCEEDED`.
    """

    message: str | Unset = UNSET
    """What went wrong, in words. The wording may change, so do not compare it."""
    error: ErrorCause | Unset = UNSET
    """`True` next to a `message`, or a description of the error, or a code in capitals (`TASK_HAS_DEPENDENTS`), or
    an object with details.
    """
    code: str | Unset = UNSET
    """Error code in capitals, for use in programs."""
    errors: FieldErrors | Unset = UNSET
    """The errors of a request by field. A key is the name of a field or query parameter; a nested field is written
    with dots and indexes, such as `messages.0.role`.
    """
    budget: ExhaustedBudget | Unset = UNSET
    """The spending limit that has been reached, with the code `BUDGET_EXCEEDED`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _open_ended: ClassVar = True

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.message = rest.pop("message", UNSET)
        made.error = nested(decode_error_cause, rest.pop("error", UNSET), "error")
        made.code = rest.pop("code", UNSET)
        made.errors = rest.pop("errors", UNSET)
        made.budget = nested(ExhaustedBudget.from_dict, rest.pop("budget", UNSET), "budget")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.message is not UNSET:
            made["message"] = self.message
        if self.error is not UNSET:
            made["error"] = wire(self.error)
        if self.code is not UNSET:
            made["code"] = self.code
        if self.errors is not UNSET:
            made["errors"] = wire(self.errors)
        if self.budget is not UNSET:
            made["budget"] = wire(self.budget)
        return made
