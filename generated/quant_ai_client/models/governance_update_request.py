# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT, TypedDict
from ..types import Model as _Model
from .guardrail_preset import GuardrailPreset
from .model_policy import ModelPolicy
from .spend_limits import SpendLimits, SpendLimitsParam


@_define(kw_only=True, eq=False, repr=False)
class GovernanceUpdateRequest(_Model):
    """All rules of the organisation; those left out are reset to their defaults.

    Attributes:
        ai_enabled (bool): Whether AI may be used at all. If false, all requests to models are refused.
        model_policy (ModelPolicy): Which models may be used. Known values: "unrestricted", "allowlist",
            "blocklist".
        model_list (list[str] | None): Ids of the models that the policy allows or forbids. If left out, it
            is empty, and an allowlist then allows no models.
        mandatory_guardrail_preset (GuardrailPreset | None): Guardrails for all conversations, whatever
            their own settings; None for none.
        mandatory_filter_policies (list[str] | None): Ids of the filter policies that apply to all chats.
            Unknown ids have no effect.
        spend_limits (SpendLimits | None): Spending limits, in cents. A request is refused once the spending
            in the calendar month or day (UTC) has reached one of the limits that apply to it; None or left
            out means no limit, 0 allows nothing. Limits per token are not available everywhere yet.
        version (int | None): The version that the rules must currently have.
    """

    ai_enabled: bool
    """Whether AI may be used at all. If false, all requests to models are refused."""
    model_policy: ModelPolicy
    """Which models may be used:

    - `unrestricted`: all models
    - `allowlist`: only those in `model_list`
    - `blocklist`: all except those in `model_list`
    """
    model_list: list[str] | None = None
    """Ids of the models that the policy allows or forbids. If left out, it is empty, and an allowlist then allows
    no models.
    """
    mandatory_guardrail_preset: GuardrailPreset | None = NOT_SENT
    """Guardrails for all conversations, whatever their own settings; None for none."""
    mandatory_filter_policies: list[str] | None = None
    """Ids of the filter policies that apply to all chats. Unknown ids have no effect."""
    spend_limits: SpendLimits | None = None
    """Spending limits, in cents. A request is refused once the spending in the calendar month or day (UTC) has
    reached one of the limits that apply to it; None or left out means no limit, 0 allows nothing. Limits per
    token are not available everywhere yet.
    """
    version: int | None = None
    """The version that the rules must currently have."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "ai_enabled": "aiEnabled",
        "model_policy": "modelPolicy",
        "model_list": "modelList",
        "mandatory_guardrail_preset": "mandatoryGuardrailPreset",
        "mandatory_filter_policies": "mandatoryFilterPolicies",
        "spend_limits": "spendLimits",
    }
    _nullable: ClassVar = {"mandatoryGuardrailPreset": "mandatory_guardrail_preset"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.ai_enabled = rest.pop("aiEnabled", None)
        made.model_policy = rest.pop("modelPolicy", None)
        made.model_list = rest.pop("modelList", None)
        made.mandatory_guardrail_preset = rest.pop("mandatoryGuardrailPreset", None)
        made.mandatory_filter_policies = rest.pop("mandatoryFilterPolicies", None)
        made.spend_limits = nested_or_kept(SpendLimits.from_dict, rest.pop("spendLimits", None))
        made.version = rest.pop("version", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.ai_enabled is not None:
            made["aiEnabled"] = self.ai_enabled
        if self.model_policy is not None:
            made["modelPolicy"] = self.model_policy
        if self.model_list is not None:
            made["modelList"] = self.model_list
        if self.mandatory_guardrail_preset is not None:
            made["mandatoryGuardrailPreset"] = self.mandatory_guardrail_preset
        if self.mandatory_filter_policies is not None:
            made["mandatoryFilterPolicies"] = self.mandatory_filter_policies
        if self.spend_limits is not None:
            made["spendLimits"] = wire(self.spend_limits)
        if self.version is not None:
            made["version"] = self.version
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class GovernanceUpdateRequestParam(TypedDict):
    """A `GovernanceUpdateRequest` as a plain dict, names as in the JSON."""

    aiEnabled: bool
    modelPolicy: ModelPolicy
    modelList: NotRequired[Sequence[str]]
    mandatoryGuardrailPreset: NotRequired[GuardrailPreset | None]
    mandatoryFilterPolicies: NotRequired[Sequence[str]]
    spendLimits: NotRequired[SpendLimits | SpendLimitsParam]
    version: NotRequired[int]
