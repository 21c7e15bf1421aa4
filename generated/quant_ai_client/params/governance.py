# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.governance`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.guardrail_preset import GuardrailPreset
from ..models.model_policy import ModelPolicy
from ..models.spend_limits import SpendLimits, SpendLimitsParam
from ..types import TypedDict, Unset


class GovernanceUpdateParams(TypedDict):
    """The keyword arguments of `update()`."""

    ai_enabled: bool
    model_policy: ModelPolicy
    model_list: NotRequired[Sequence[str] | None]
    mandatory_guardrail_preset: NotRequired[GuardrailPreset | Unset | None]
    mandatory_filter_policies: NotRequired[Sequence[str] | None]
    spend_limits: NotRequired[SpendLimits | SpendLimitsParam | None]
    version: NotRequired[int | None]
