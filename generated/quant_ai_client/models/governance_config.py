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
from .guardrail_preset import GuardrailPreset
from .model_policy import ModelPolicy
from .spend_limits import SpendLimits


@_define(kw_only=True, eq=False, repr=False)
class GovernanceConfig(_Model):
    """The rules that apply to the whole organisation.

    Attributes:
        ai_enabled (bool): Whether AI may be used at all. If false, all requests to models are refused.
        model_policy (ModelPolicy): Which models may be used. Known values: "unrestricted", "allowlist",
            "blocklist".
        org_id (str | Unset): Machine name of the organisation.
        model_list (list[str] | Unset): Ids of the models that the policy allows or forbids.
        mandatory_guardrail_preset (GuardrailPreset | Unset | None): Guardrails for all conversations,
            whatever their own settings; None for none.
        mandatory_filter_policies (list[str] | Unset): Ids of the filter policies that apply to all chats.
        spend_limits (SpendLimits | Unset): Spending limits, in cents. A request is refused once the
            spending in the calendar month or day (UTC) has reached one of the limits that apply to it; None
            or left out means no limit, 0 allows nothing. Limits per token are not available everywhere yet.
        version (int | Unset): How often the rules have been replaced; send it with an update so that you do
            not overwrite someone else's changes.
    """

    ai_enabled: bool
    """Whether AI may be used at all. If false, all requests to models are refused."""
    model_policy: ModelPolicy
    """Which models may be used:

    - `unrestricted`: all models
    - `allowlist`: only those in `model_list`
    - `blocklist`: all except those in `model_list`
    """
    org_id: str | Unset = UNSET
    """Machine name of the organisation."""
    model_list: list[str] | Unset = UNSET
    """Ids of the models that the policy allows or forbids."""
    mandatory_guardrail_preset: GuardrailPreset | Unset | None = UNSET
    """Guardrails for all conversations, whatever their own settings; None for none."""
    mandatory_filter_policies: list[str] | Unset = UNSET
    """Ids of the filter policies that apply to all chats."""
    spend_limits: SpendLimits | Unset = UNSET
    """Spending limits, in cents. A request is refused once the spending in the calendar month or day (UTC) has
    reached one of the limits that apply to it; None or left out means no limit, 0 allows nothing. Limits per
    token are not available everywhere yet.
    """
    version: int | Unset = UNSET
    """How often the rules have been replaced; send it with an update so that you do not overwrite someone else's
    changes.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "ai_enabled": "aiEnabled",
        "model_policy": "modelPolicy",
        "org_id": "orgId",
        "model_list": "modelList",
        "mandatory_guardrail_preset": "mandatoryGuardrailPreset",
        "mandatory_filter_policies": "mandatoryFilterPolicies",
        "spend_limits": "spendLimits",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.ai_enabled = rest.pop("aiEnabled", UNSET)
        made.model_policy = rest.pop("modelPolicy", UNSET)
        made.org_id = rest.pop("orgId", UNSET)
        made.model_list = rest.pop("modelList", UNSET)
        made.mandatory_guardrail_preset = rest.pop("mandatoryGuardrailPreset", UNSET)
        made.mandatory_filter_policies = rest.pop("mandatoryFilterPolicies", UNSET)
        made.spend_limits = nested(SpendLimits.from_dict, rest.pop("spendLimits", UNSET), "spendLimits")
        made.version = rest.pop("version", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.ai_enabled, Unset):
            made["aiEnabled"] = self.ai_enabled
        if not isinstance(self.model_policy, Unset):
            made["modelPolicy"] = self.model_policy
        if self.org_id is not UNSET:
            made["orgId"] = self.org_id
        if self.model_list is not UNSET:
            made["modelList"] = self.model_list
        if self.mandatory_guardrail_preset is not UNSET:
            made["mandatoryGuardrailPreset"] = self.mandatory_guardrail_preset
        if self.mandatory_filter_policies is not UNSET:
            made["mandatoryFilterPolicies"] = self.mandatory_filter_policies
        if self.spend_limits is not UNSET:
            made["spendLimits"] = wire(self.spend_limits)
        if self.version is not UNSET:
            made["version"] = self.version
        return made
