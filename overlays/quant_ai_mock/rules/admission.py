"""Admit a request by the rules of its organisation: whether AI is on, which models are allowed, what may be spent.

A request is checked once, before it does anything. What it starts runs to its end, even if that exceeds a limit.
"""

from __future__ import annotations

import logging
from collections.abc import Collection
from typing import Any

from ..document.refusal import model_not_found, rule_violation
from ..state.request_context import RequestContext
from ..synthetic.catalogue import MODELS, CatalogueModel
from . import callers
from .budgets import PERIODS, Spending, percent

log = logging.getLogger("quant_ai_mock")
KIND = "governance"
GATEWAY, STREAMING, DURABLE, EMBEDDING = "api-gateway", "streaming", "durable", "embedding"
AI_SEARCH = "ai-search"


def find_model(id: str) -> CatalogueModel:
    """The model with an id.

    Raises:
        Refusal: 404.
    """
    found = MODELS.get(id)
    if found is None:
        raise model_not_found()
    return found


def governance_rules(context: RequestContext) -> dict[str, Any]:
    """The rules that apply to this request, read once; what was never set is unrestricted."""
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
    """Replace the rules of the organisation."""
    context.store.put(KIND, KIND, new)
    context.rules = None


def allows(policy: str, listed: Collection[str], model: CatalogueModel) -> bool:
    """Whether a policy with a list of models allows a model."""
    return policy not in ("allowlist", "blocklist") or (model.id in listed) == (policy == "allowlist")


def admit(context: RequestContext, model: CatalogueModel, interface: str, user: str = "") -> None:
    """Check whether a request to a model is allowed. Without a `user` it is the caller's own.

    Raises:
        Refusal: 403: AI is off, the model is not allowed, or a budget is used up.
    """
    found = governance_rules(context)
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
                    "spendCents": budget.shown,
                    "resetsAt": budget.resets_at,
                },
            )


def interface_of(body: dict[str, Any], *, streams: bool) -> str:
    """The interface of a chat, as spend limits name it."""
    return DURABLE if body["async"] else STREAMING if streams else GATEWAY


def warn_near_limit(context: RequestContext, cents: float) -> None:
    """Log a warning if what was just spent takes a budget of the organisation over its warning threshold."""
    limits = governance_rules(context)["spendLimits"]
    threshold = limits.get("warningThresholdPercent")
    if threshold is None:
        return
    spending = Spending(context)
    for period in PERIODS:
        budget = spending.of_organisation(limits, period)
        if budget is not None and percent(budget.spent - cents, budget.limit) < threshold <= budget.percent:
            name, used = f"{PERIODS[period]} budget of {context.organisation}", f"{budget.percent:g} %"
            log.warning("the %s is used to %s, which is over its threshold of %s %%", name, used, threshold)
