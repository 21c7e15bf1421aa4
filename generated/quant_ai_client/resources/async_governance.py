# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence

from .. import encoding as _encoding
from .. import models
from ..protocol import AsyncCaller
from ..types import UNSET, Unset


class AsyncGovernance:
    """What your organisation allows: whether AI is enabled, which models may be used, which filters are
    mandatory, and the daily and monthly spending limits. Requests that break a rule are refused with
    `PermissionDeniedError` and a `code`.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(self) -> models.GovernanceConfig:
        """Get the governance rules.

        Returns the rules that apply to the whole organisation. If they were never changed, AI is enabled, all
        models are allowed, there are no limits, and the version is 0.

        Returns:
            The current rules.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.governance.get()
        """
        from ..api.governance import governance_get as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)

    async def update(
        self,
        *,
        ai_enabled: bool,
        model_policy: models.ModelPolicy,
        model_list: Sequence[str] | None = None,
        mandatory_guardrail_preset: models.GuardrailPreset | Unset | None = UNSET,
        mandatory_filter_policies: Sequence[str] | None = None,
        spend_limits: models.SpendLimits | models.SpendLimitsParam | None = None,
        version: int | None = None,
    ) -> models.GovernanceUpdated:
        """Replace the governance rules.

        Replaces all rules: fields that the body leaves out are reset to their defaults, limits included. To
        change one rule, read the others first and send them too. The rules cannot be deleted; to reset them,
        send only AI enabled and models unrestricted.

        With `version` the rules are only replaced if they still have that version; otherwise the request raises
        `ConflictError` and changes nothing. Without it, the last writer wins. The service does not document the
        status of this conflict; it is inferred from an agent's overlay, which raises `ConflictError` in the
        same case.

        The rules apply from the next request on. Work that has started is allowed to finish.

        Args:
            ai_enabled (bool): Whether AI may be used at all. If false, all requests to models are refused.
            model_policy (ModelPolicy): Which models may be used. Known values: "unrestricted", "allowlist",
                "blocklist".
            model_list (Sequence[str]): Ids of the models that the policy allows or forbids. If left out, it is
                empty, and an allowlist then allows no models.
            mandatory_guardrail_preset (GuardrailPreset | None): Guardrails for all conversations, whatever
                their own settings; None for none. `None` is sent, `UNSET` is not.
            mandatory_filter_policies (Sequence[str]): Ids of the filter policies that apply to all chats.
                Unknown ids have no effect.
            spend_limits (SpendLimits | SpendLimitsParam): Spending limits, in cents. A request is refused once
                the spending in the calendar month or day (UTC) has reached one of the limits that apply to it;
                None or left out means no limit, 0 allows nothing. Limits per token are not available everywhere
                yet.
            version (int): The version that the rules must currently have.

        Returns:
            The rules were replaced; `config` has them with their new version.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            ConflictError: The rules have a different version than the one sent.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.governance.update(
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

        _body = {
            "aiEnabled": ai_enabled,
            "modelPolicy": model_policy,
            "mandatoryGuardrailPreset": mandatory_guardrail_preset,
            **_encoding.given(
                {
                    "modelList": model_list,
                    "mandatoryFilterPolicies": mandatory_filter_policies,
                    "spendLimits": spend_limits,
                    "version": version,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def get_spend(self) -> models.GovernanceSpend:
        """Get spend and remaining budget.

        Returns what the organisation has spent this month and today (UTC), what remains of its budgets, and the
        caller's own spending. The remaining amount may be negative and the percentage above 100, because work
        that has started is allowed to finish. For a breakdown by model, user or token, or for another month,
        see the usage operations.

        Returns:
            Spending in the current month and day. A budget that is not set is None.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.governance.get_spend()
        """
        from ..api.governance import governance_get_spend as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)
