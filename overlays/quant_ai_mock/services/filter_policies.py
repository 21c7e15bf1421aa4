"""Filter policies: what may not be said to a model, or by it."""

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
    own_id, now = context.new_uuid("filter-policy"), context.iso_now
    policy = {"description": None, **context.body, "policyId": own_id, "createdAt": now, "updatedAt": now}
    context.store.put(KIND, own_id, policy)
    return policy


def filter_policies_get(context: RequestContext) -> dict[str, Any]:
    return _find(context)


def filter_policies_update(context: RequestContext) -> dict[str, Any]:
    policy = _find(context)
    _check(context.sent)
    return _changed(context, policy, {key: value for key, value in context.sent.items() if key not in _FIXED})


def filter_policies_delete(context: RequestContext) -> dict[str, Any]:
    policy = _find(context)
    context.store.delete(KIND, policy["policyId"])
    return {"success": True, "message": "Filter policy deleted"}


def filter_policies_enable(context: RequestContext) -> dict[str, Any]:
    return _changed(context, _find(context), {"enabled": True})


def filter_policies_disable(context: RequestContext) -> dict[str, Any]:
    return _changed(context, _find(context), {"enabled": False})


_FIXED = ("policyId", "createdAt", "updatedAt")


def _find(context: RequestContext) -> dict[str, Any]:
    own_id = context.path["policyId"]
    policy = context.store.get(KIND, own_id)
    if policy is None:
        raise not_found("Filter policy", policyId=own_id)
    return policy


def _changed(context: RequestContext, policy: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    policy |= changes | {"updatedAt": context.iso_now}
    context.store.put(KIND, policy["policyId"], policy)
    return policy


def _check(body: dict[str, Any]) -> None:
    """Refuse expressions that fit the schema and yet cannot be run."""
    errors = {}
    for place, rule in enumerate(body.get("rules", [])):
        pattern = rule.get("match", {}).get("pattern")
        field = f"rules.{place}.match.pattern"
        try:
            compile_expression(pattern or "")
        except ExpressionError as error:
            errors[field] = [f"The {field} is no regular expression: {error}."]
    if errors:
        raise unprocessable(errors)
