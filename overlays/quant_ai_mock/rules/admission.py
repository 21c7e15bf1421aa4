"""The rules of an organisation: whether AI is on, which models it allows, and how much may be spent.

A request is let in once, before anything is done; what it starts runs to its end, even if that passes a limit.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Any

from ..document.refusal import model_not_found, rule_violation
from ..state.request_context import RequestContext
from ..synthetic.catalogue import MODELS, Model
from . import callers
from .budgets import PERIODS, Spending, percent

log = logging.getLogger("quant_ai_mock")
KIND = "governance"
GATEWAY, STREAMING, DURABLE, EMBEDDING = "api-gateway", "streaming", "durable", "embedding"
AI_SEARCH = "ai-search"


def find_model(id: str) -> Model:
    """The model with an id.

    Raises:
        Refusal: 404.
    """
    found = MODELS.get(id)
    if found is None:
        raise model_not_found()
    return found


def rules(context: RequestContext) -> dict[str, Any]:
    """The rules in force at this request, read once; what was never set is unrestricted."""
    if context.rules is None:
        context.rules = {
            "aiEnabled": True,
            "modelPolicy": "unrestricted",
            "modelList": [],
            "mandatoryGuardrailPreset": None,
            "mandatoryFilterPolicies": [],
            "spendLimits": {},
            "version": 0,
        } | (context.store.get(KIND, KIND) or {})
    return context.rules


def set_rules(context: RequestContext, new: dict[str, Any]) -> None:
    """Put other rules in force."""
    context.store.put(KIND, KIND, new)
    context.rules = None


def allows(policy: str, listed: Collection[str], model: Model) -> bool:
    """Whether a policy with these models lets one be used."""
    return policy not in ("allowlist", "blocklist") or (model.id in listed) == (policy == "allowlist")


def admit(context: RequestContext, model: Model, interface: str, user: str = "") -> None:
    """Let a request to a model in, or not. Without a `user` it is the caller's own.

    Raises:
        Refusal: 403: AI is off, the model is barred, or a limit is used up.
    """
    found = rules(context)
    if not found["aiEnabled"]:
        raise rule_violation("AI_DISABLED", "AI is switched off for this organisation.")
    if not allows(found["modelPolicy"], found["modelList"], model):
        raise rule_violation("MODEL_NOT_ALLOWED", "The model is not allowed in this organisation.", modelId=model.id)
    limits = found["spendLimits"]
    if not limits:
        return
    caller = {"user": user or callers.user_id(context), "token": callers.token_id(context)}
    for budget in Spending(context).budgets(limits, interface=interface, **caller):
        if budget.is_used_up:
            raise rule_violation(
                "BUDGET_EXCEEDED",
                f"The {PERIODS[budget.period]} budget of the {budget.scope} is used up.",
                budget={
                    "scope": budget.scope,
                    "period": budget.period,
                    "limitCents": budget.limit,
                    "spendCents": budget.spent,
                    "resetsAt": budget.resets_at,
                },
            )


def interface_of(body: dict[str, Any], *, streams: bool) -> str:
    """The way by which a chat comes, as limits of spending name it."""
    return DURABLE if body["async"] else STREAMING if streams else GATEWAY


def warn(context: RequestContext, cents: float) -> None:
    """Say in the log that what was spent just now took a budget of the organisation over the threshold of warning."""
    limits = rules(context)["spendLimits"]
    threshold = limits.get("warningThresholdPercent")
    if threshold is None:
        return
    spending = Spending(context)
    for period in PERIODS:
        budget = spending.of_organisation(limits, period)
        if budget is not None and percent(budget.spent - cents, budget.limit) < threshold <= budget.percent:
            name, used = f"{PERIODS[period]} budget of {context.organisation}", f"{budget.percent:g} %"
            log.warning("the %s is used to %s, which is over its threshold of %s %%", name, used, threshold)
