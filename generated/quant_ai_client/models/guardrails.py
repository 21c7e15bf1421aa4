# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict
from .guardrail_trace import GuardrailTrace


@_define(kw_only=True, eq=False, repr=False)
class Guardrails(_Model):
    """An Amazon Bedrock guardrail that checks input and output. A reply that it blocks ends with
    `finish_reason` `content_filter`.

    Attributes:
        guardrail_identifier (str): Id or ARN of the guardrail.
        guardrail_version (str): Version of the guardrail, as a string; `DRAFT` is the unpublished version.
        trace (GuardrailTrace | None): Whether the guardrail records how it reached its decision. Known
            values: "enabled", "disabled".
    """

    guardrail_identifier: str
    """Id or ARN of the guardrail."""
    guardrail_version: str
    """Version of the guardrail, as a string; `DRAFT` is the unpublished version."""
    trace: GuardrailTrace | None = None
    """Whether the guardrail records how it reached its decision.

    - `enabled`: it does
    - `disabled`: it does not
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"guardrail_identifier": "guardrailIdentifier", "guardrail_version": "guardrailVersion"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.guardrail_identifier = rest.pop("guardrailIdentifier", None)
        made.guardrail_version = rest.pop("guardrailVersion", None)
        made.trace = rest.pop("trace", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.guardrail_identifier is not None:
            made["guardrailIdentifier"] = self.guardrail_identifier
        if self.guardrail_version is not None:
            made["guardrailVersion"] = self.guardrail_version
        if self.trace is not None:
            made["trace"] = self.trace
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class GuardrailsParam(TypedDict):
    """A `Guardrails` as a plain dict, names as in the JSON."""

    guardrailIdentifier: str
    guardrailVersion: str
    trace: NotRequired[GuardrailTrace]
