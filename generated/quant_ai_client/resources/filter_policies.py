# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET
from .async_filter_policies import AsyncFilterPolicies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..models.filter_policy import FilterPolicy
    from ..models.filter_policy_deleted import FilterPolicyDeleted
    from ..models.filter_policy_list import FilterPolicyList
    from ..models.filter_rule import FilterRule, FilterRuleParam
    from ..protocol import Caller
    from ..types import Unset

__all__ = ["AsyncFilterPolicies", "FilterPolicies"]


class FilterPolicies:
    """Rules that look for words and patterns in what is said to models and in what they answer, and block it
    or cover it. A policy works where the governance or an agent names it.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> FilterPolicyList:
        """List the filter policies.

        Returns every filter policy of the organisation in one reply, with its rules, disabled ones too. The
        form of the replies about filter policies is not documented; the one described here follows its
        neighbours.

        Returns:
            The policies, in the order in which they were created.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.filter_policies.list()
        """
        from ..api.filter_policies import filter_policies_list as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)

    def create(
        self,
        *,
        name: str,
        rules: Sequence[FilterRule | FilterRuleParam],
        description: str | Unset | None = UNSET,
        enabled: bool | Unset = UNSET,
    ) -> FilterPolicy:
        """Create a filter policy.

        Stores a policy of up to 100 rules. It works where it is named: for every chat of the organisation in
        `mandatoryFilterPolicies` of the governance, for the chats of one agent in its `filterPolicies`.

        An expression that cannot be read is answered with 422. Write expressions that every engine reads: the
        service promises nothing about lookarounds and backreferences.

        Args:
            name (str): Name of the policy, for people. 1 to 255 characters.
            rules (Sequence[FilterRule | FilterRuleParam]): The rules. 1 to 100 items.
            description (str | None): What the policy is for. At most 1,000 characters.
            enabled (bool): Whether the policy is at work at once. Server default: true.

        Returns:
            The policy is stored.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body does not fit what this operation takes, or an expression in it cannot be read.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.filter_policies.create(
                name="Project names",
                rules=[
                    {
                        "name": "Secret projects",
                        "match": {"type": "word", "values": ["bluefin", "night heron"]},
                        "action": "BLOCK",
                        "applyTo": "both",
                    },
                ],
                description="Names that must not leave the house.",
                enabled=True,
            )
        """
        from ..api.filter_policies import filter_policies_create as _operation

        body = {"name": name, "rules": rules, "description": description, "enabled": enabled}
        request = _operation.request(body=body)
        return self._caller.call(_operation.OPERATION, request)

    def get(self, policy_id: str) -> FilterPolicy:
        """Get a filter policy.

        Returns one policy with its rules.

        Args:
            policy_id (str): The `policyId` of a filter policy, as its creation or the list returns it.

        Returns:
            The policy.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.filter_policies.get("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_get as _operation

        request = _operation.request(policy_id)
        return self._caller.call(_operation.OPERATION, request)

    def update(
        self,
        policy_id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset | None = UNSET,
        enabled: bool | Unset = UNSET,
        rules: Sequence[FilterRule | FilterRuleParam] | Unset = UNSET,
    ) -> FilterPolicy:
        """Update a filter policy.

        Changes what the body names and keeps the rest. `rules` replaces all the rules of the policy, and
        `description: null` takes the description away. The change holds from the next message on.

        Args:
            policy_id (str): The `policyId` of a filter policy, as its creation or the list returns it.
            name (str): Name of the policy, for people. 1 to 255 characters.
            description (str | None): What the policy is for; null takes it away. At most 1,000 characters.
            enabled (bool): Whether the policy is at work.
            rules (Sequence[FilterRule | FilterRuleParam]): The rules that replace those which are there. 1 to
                100 items.

        Returns:
            The policy after the change.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body does not fit what this operation takes, or an expression in it cannot be read.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.filter_policies.update(
                "5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47",
                rules=[
                    {
                        "name": "Secret projects",
                        "match": {"type": "word", "values": ["bluefin", "night heron", "wandoo"]},
                        "action": "REDACT",
                        "applyTo": "both",
                    },
                ],
            )
        """
        from ..api.filter_policies import filter_policies_update as _operation

        body = {"name": name, "description": description, "enabled": enabled, "rules": rules}
        request = _operation.request(policy_id, body=body)
        return self._caller.call(_operation.OPERATION, request)

    def delete(self, policy_id: str) -> FilterPolicyDeleted:
        """Delete a filter policy.

        Deletes the policy for good. Where the governance or an agent still names it, the name has no effect any
        more.

        Args:
            policy_id (str): The `policyId` of a filter policy, as its creation or the list returns it.

        Returns:
            The policy is gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.filter_policies.delete("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_delete as _operation

        request = _operation.request(policy_id)
        return self._caller.call(_operation.OPERATION, request)

    def enable(self, policy_id: str) -> FilterPolicy:
        """Enable a filter policy.

        Sets the policy to work from the next message on. One that is at work already stays as it is.

        Args:
            policy_id (str): The `policyId` of a filter policy, as its creation or the list returns it.

        Returns:
            The policy, at work.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.filter_policies.enable("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_enable as _operation

        request = _operation.request(policy_id)
        return self._caller.call(_operation.OPERATION, request)

    def disable(self, policy_id: str) -> FilterPolicy:
        """Disable a filter policy.

        Lets the policy rest from the next message on: it keeps its rules, and blocks and covers nothing. One
        that rests already stays as it is.

        Args:
            policy_id (str): The `policyId` of a filter policy, as its creation or the list returns it.

        Returns:
            The policy, at rest.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.filter_policies.disable("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_disable as _operation

        request = _operation.request(policy_id)
        return self._caller.call(_operation.OPERATION, request)
