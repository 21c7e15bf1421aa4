# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .guardrail_trace import GuardrailTrace


@_define(kw_only=True, eq=False, repr=False)
class Guardrails(_Model):
    """An Amazon Bedrock guardrail that checks input and output. A reply that it blocks ends with
    `finish_reason` `content_filter`.

    Attributes:
        guardrail_identifier (str): Id or ARN of the guardrail.
        guardrail_version (str): Version of the guardrail, as a string; `DRAFT` is the unpublished version.
        trace (GuardrailTrace | Unset): Whether the guardrail records how it reached its decision. Known
            values: "enabled", "disabled".
    """

    guardrail_identifier: str
    """Id or ARN of the guardrail."""
    guardrail_version: str
    """Version of the guardrail, as a string; `DRAFT` is the unpublished version."""
    trace: GuardrailTrace | Unset = UNSET
    """Whether the guardrail records how it reached its decision.

    - `enabled`: it does
    - `disabled`: it does not
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"guardrail_identifier": "guardrailIdentifier", "guardrail_version": "guardrailVersion"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.guardrail_identifier = rest.pop("guardrailIdentifier", UNSET)
        made.guardrail_version = rest.pop("guardrailVersion", UNSET)
        made.trace = rest.pop("trace", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.guardrail_identifier, Unset):
            made["guardrailIdentifier"] = self.guardrail_identifier
        if not isinstance(self.guardrail_version, Unset):
            made["guardrailVersion"] = self.guardrail_version
        if self.trace is not UNSET:
            made["trace"] = self.trace
        return made


class GuardrailsParam(TypedDict):
    """A `Guardrails` as a plain dict, names as in the JSON."""

    guardrailIdentifier: str
    guardrailVersion: str
    trace: NotRequired[GuardrailTrace]
