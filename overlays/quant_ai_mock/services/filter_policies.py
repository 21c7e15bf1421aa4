"""Filter policies: what may not be said to a model, or by it."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found, unprocessable
from ..rules.content_filters import KIND, ExpressionError, expression
from ..state.request_context import Call


def filter_policies_list(call: Call) -> dict[str, Any]:
    policies = call.shelf.all(KIND)
    return {"policies": policies, "count": len(policies)}


def filter_policies_create(call: Call) -> dict[str, Any]:
    _check(call.body)
    own_id, now = call.new_uuid("filter-policy"), call.iso_now
    policy = {"description": None, **call.body, "policyId": own_id, "createdAt": now, "updatedAt": now}
    call.shelf.put(KIND, own_id, policy)
    return policy


def filter_policies_get(call: Call) -> dict[str, Any]:
    return _find(call)


def filter_policies_update(call: Call) -> dict[str, Any]:
    policy = _find(call)
    _check(call.sent)
    return _changed(call, policy, {key: value for key, value in call.sent.items() if key not in _FIXED})


def filter_policies_delete(call: Call) -> dict[str, Any]:
    policy = _find(call)
    call.shelf.delete(KIND, policy["policyId"])
    return {"success": True, "message": "Filter policy deleted"}


def filter_policies_enable(call: Call) -> dict[str, Any]:
    return _changed(call, _find(call), {"enabled": True})


def filter_policies_disable(call: Call) -> dict[str, Any]:
    return _changed(call, _find(call), {"enabled": False})


_FIXED = ("policyId", "createdAt", "updatedAt")


def _find(call: Call) -> dict[str, Any]:
    own_id = call.path["policyId"]
    policy = call.shelf.get(KIND, own_id)
    if policy is None:
        raise not_found("Filter policy", policyId=own_id)
    return policy


def _changed(call: Call, policy: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    policy |= changes | {"updatedAt": call.iso_now}
    call.shelf.put(KIND, policy["policyId"], policy)
    return policy


def _check(body: dict[str, Any]) -> None:
    """Refuse expressions that fit the schema and yet cannot be run."""
    errors = {}
    for place, rule in enumerate(body.get("rules", [])):
        pattern = rule.get("match", {}).get("pattern")
        field = f"rules.{place}.match.pattern"
        try:
            expression(pattern or "")
        except ExpressionError as error:
            errors[field] = [f"The {field} is no regular expression: {error}."]
    if errors:
        raise unprocessable(errors)
