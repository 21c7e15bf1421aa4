# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .guardrail_trace import GuardrailTrace


@_define(kw_only=True, eq=False, repr=False)
class Guardrails(_Model):
    """An Amazon Bedrock guardrail that checks what goes in and what comes out. A reply that it withholds ends
    with `finishReason` `content_filter`.
    """

    guardrail_identifier: str
    """Id or ARN of the guardrail."""
    guardrail_version: str
    """Version of the guardrail, as a string; `DRAFT` is its unpublished state."""
    trace: GuardrailTrace | Unset = UNSET
    """Whether the guardrail records how it came to its decision.

    - `enabled`: it does
    - `disabled`: it does not

    Known values: "enabled", "disabled".
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            guardrail_identifier=get("guardrailIdentifier", UNSET),
            guardrail_version=get("guardrailVersion", UNSET),
            trace=get("trace", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "guardrailIdentifier": self.guardrail_identifier,
                "guardrailVersion": self.guardrail_version,
                "trace": self.trace,
            }
        )


_NAMES = {"guardrailIdentifier": "guardrail_identifier", "guardrailVersion": "guardrail_version", "trace": "trace"}


class GuardrailsParam(TypedDict):
    """A `Guardrails` as a plain dict, names as in the JSON."""

    guardrailIdentifier: str
    guardrailVersion: str
    trace: NotRequired[GuardrailTrace]
