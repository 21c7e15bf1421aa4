"""Filter policies: what messages to a model, and its answers, may not contain."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found, unprocessable
from ..rules.content_filters import KIND, ExpressionError, compile_expression
from ..state.request_context import RequestContext


def filter_policies_list(context: RequestContext) -> dict[str, Any]:
    policies = context.store.all(KIND)
    return {"policies": policies, "count": len(policies)}


def filter_policies_create(context: RequestContext) -> dict[str, Any]:
    _check(context.body)
    policy_id, now = context.new_uuid("filter-policy"), context.iso_now
    policy = {"description": None, **context.body, "policyId": policy_id, "createdAt": now, "updatedAt": now}
    context.store.put(KIND, policy_id, policy)
    return policy


def filter_policies_get(context: RequestContext) -> dict[str, Any]:
    return _find(context)


def filter_policies_update(context: RequestContext) -> dict[str, Any]:
    policy = _find(context)
    _check(context.sent)
    return _update(context, policy, {key: value for key, value in context.sent.items() if key not in _READ_ONLY})


def filter_policies_delete(context: RequestContext) -> dict[str, Any]:
    policy = _find(context)
    context.store.delete(KIND, policy["policyId"])
    return {"success": True, "message": "Filter policy deleted"}


def filter_policies_enable(context: RequestContext) -> dict[str, Any]:
    return _update(context, _find(context), {"enabled": True})


def filter_policies_disable(context: RequestContext) -> dict[str, Any]:
    return _update(context, _find(context), {"enabled": False})


_READ_ONLY = ("policyId", "createdAt", "updatedAt")


def _find(context: RequestContext) -> dict[str, Any]:
    policy_id = context.path["policyId"]
    policy = context.store.get(KIND, policy_id)
    if policy is None:
        raise not_found("Filter policy", policyId=policy_id)
    return policy


def _update(context: RequestContext, policy: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    policy |= changes | {"updatedAt": context.iso_now}
    context.store.put(KIND, policy["policyId"], policy)
    return policy


def _check(body: dict[str, Any]) -> None:
    """Refuse regular expressions that fit the schema but do not compile."""
    errors = {}
    for index, rule in enumerate(body.get("rules", [])):
        pattern = rule.get("match", {}).get("pattern")
        field = f"rules.{index}.match.pattern"
        try:
            compile_expression(pattern or "")
        except ExpressionError as error:
            errors[field] = [f"The {field} is not a valid regular expression: {error}."]
    if errors:
        raise unprocessable(errors)
