# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET
from .async_governance import AsyncGovernance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.governance_config import GovernanceConfig
    from ..models.governance_spend import GovernanceSpend
    from ..models.governance_updated import GovernanceUpdated
    from ..models.guardrail_preset import GuardrailPreset
    from ..models.model_policy import ModelPolicy
    from ..models.spend_limits import SpendLimits, SpendLimitsParam
    from ..protocol import Caller
    from ..types import Unset

__all__ = ["AsyncGovernance", "Governance"]


class Governance:
    """What your organisation allows: whether AI is on, which models may be used, which filters are mandatory,
    and how much may be spent by day and by month. What goes against it is refused with 403 and a `code`.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self) -> GovernanceConfig:
        """Get the governance.

        Returns the rules that apply to the whole organisation. One that nobody has changed yet has AI on, every
        model allowed, no limits, and version 0.

        Returns:
            The rules as they are now.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.governance.get()
        """
        from ..api.governance import governance_get as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)

    def update(
        self,
        *,
        ai_enabled: bool,
        model_policy: ModelPolicy,
        model_list: Sequence[str] | Unset = UNSET,
        mandatory_guardrail_preset: GuardrailPreset | Unset | None = UNSET,
        mandatory_filter_policies: Sequence[str] | Unset = UNSET,
        spend_limits: SpendLimits | SpendLimitsParam | Unset = UNSET,
        version: int | Unset = UNSET,
    ) -> GovernanceUpdated:
        """Replace the governance.

        Replaces the rules as a whole: what the body leaves out is back at its default afterwards, limits
        included. To change one rule, read the others first and send them along. There is no deletion; AI on and
        models unrestricted, alone in the body, take everything back.

        With `version` the rules are replaced only if nobody has changed them since they were read; otherwise
        the answer is 409 and nothing has changed. Without it, the last writer wins. The service does not
        document the status of that conflict; 409 is what an agent's overlay answers in the same case.

        The rules hold from the next request on. What was let in before runs to its end.

        Args:
            ai_enabled (bool): Whether AI may be used at all. False refuses every request to a model.
            model_policy (ModelPolicy): Which models may be used. Known values: "unrestricted", "allowlist",
                "blocklist".
            model_list (Sequence[str]): Ids of the models that the policy allows or bars; left out, it is empty,
                and an allowlist then allows none.
            mandatory_guardrail_preset (GuardrailPreset | None): Guardrails that every conversation is to have,
                whatever its own settings; null for none.
            mandatory_filter_policies (Sequence[str]): Ids of the filter policies that are to apply to every
                chat. Ids of nothing have no effect.
            spend_limits (SpendLimits | SpendLimitsParam): How much may be spent, in cents. A request is refused
                once the spending of the calendar month or day (UTC) has reached one of the limits that concern
                it; null, or left out, sets no limit, and 0 lets nothing through. Not every deployment knows the
                limits by token yet.
            version (int): The version that the rules must still have for the change to be made.

        Returns:
            The rules are replaced; `config` holds them with their new version.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            409: The rules have another version than the request expects.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.governance.update(
                ai_enabled=True,
                model_policy="unrestricted",
                spend_limits={
                    "monthlyBudgetCents": 50000,
                    "dailyBudgetCents": 5000,
                    "perUserMonthlyBudgetCents": 2000,
                    "perUserDailyBudgetCents": 100,
                    "perTokenMonthlyBudgetCents": 10000,
                    "perTokenDailyBudgetCents": None,
                    "warningThresholdPercent": 80,
                    "interfaceLimits": {
                        "slack": {"dailyCents": 500, "monthlyCents": None},
                        "streaming": {"dailyCents": 2000, "monthlyCents": 20000},
                    },
                    "userOverrides": {
                        "1042": {"dailyCents": 400, "monthlyCents": 8000},
                        "system:code-agent": {"unlimited": True},
                    },
                    "tokenOverrides": {"77": {"dailyCents": 50, "monthlyCents": 500}},
                },
            )
        """
        from ..api.governance import governance_update as _operation

        body = {
            "aiEnabled": ai_enabled,
            "modelPolicy": model_policy,
            "modelList": model_list,
            "mandatoryGuardrailPreset": mandatory_guardrail_preset,
            "mandatoryFilterPolicies": mandatory_filter_policies,
            "spendLimits": spend_limits,
            "version": version,
        }
        request = _operation.request(body=body)
        return self._caller.call(_operation.OPERATION, request)

    def get_spend(self) -> GovernanceSpend:
        """Get what is spent and left.

        Returns what the organisation has spent this month and today (UTC), what that is of its budgets, and the
        caller's own share. What is left may be negative, and the share may pass 100: work that was let in runs
        to its end. For a breakdown by model, user or token, or for another month, get the usage.

        Returns:
            Spending of the current month and day. A budget that is not set is null.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.governance.get_spend()
        """
        from ..api.governance import governance_get_spend as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)
