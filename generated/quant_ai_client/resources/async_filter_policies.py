# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Sequence

from .. import encoding as _encoding
from .. import models
from ..protocol import AsyncCaller
from ..types import UNSET, Unset


class AsyncFilterPolicies:
    """Rules that find words and patterns in messages to models and in their answers, and block or redact them.
    A policy applies where the governance or an agent refers to it.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self) -> models.FilterPolicyList:
        """List filter policies.

        Returns all filter policies of the organisation in one reply, with their rules, including disabled ones.
        The format of these replies is not documented by the service; it is modelled on similar operations.

        Returns:
            The policies, in the order of their creation.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.filter_policies.list()
        """
        from ..api.filter_policies import filter_policies_list as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)

    async def create(
        self,
        *,
        name: str,
        rules: Sequence[models.FilterRule | models.FilterRuleParam],
        description: str | Unset | None = UNSET,
        enabled: bool | None = None,
    ) -> models.FilterPolicy:
        """Create a filter policy.

        Creates a policy with up to 100 rules. It applies to all chats of the organisation if it is in
        `mandatory_filter_policies` of the governance, and to the chats of an agent if it is in the agent's
        `filter_policies`.

        An invalid regular expression raises `UnprocessableError`. Use only features that all regex engines
        support: lookarounds and backreferences may not work.

        Args:
            name (str): Name of the policy. 1 to 255 characters.
            rules (Sequence[FilterRule | FilterRuleParam]): The rules. 1 to 100 items.
            description (str | None): What the policy is for. At most 1,000 characters. `None` is sent, `UNSET`
                is not.
            enabled (bool): Whether the policy is enabled immediately. Server default: True.

        Returns:
            The policy was created.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body is invalid, or contains an invalid regular expression.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.filter_policies.create(
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

        _body = {"name": name, "rules": rules, "description": description, **_encoding.given({"enabled": enabled})}
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def get(self, policy_id: str) -> models.FilterPolicy:
        """Get a filter policy.

        Returns one policy with its rules.

        Args:
            policy_id (str): The `policy_id` of a filter policy.

        Returns:
            The policy.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.filter_policies.get("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_get as _operation

        _request = _operation.request(policy_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def update(
        self,
        policy_id: str,
        *,
        name: str | None = None,
        description: str | Unset | None = UNSET,
        enabled: bool | None = None,
        rules: Sequence[models.FilterRule | models.FilterRuleParam] | None = None,
    ) -> models.FilterPolicy:
        """Update a filter policy.

        Changes the given fields and keeps the others. `rules` replaces all rules of the policy, and
        `description=None` removes the description. The update applies from the next message on.

        Args:
            policy_id (str): The `policy_id` of a filter policy.
            name (str): Name of the policy. 1 to 255 characters.
            description (str | None): What the policy is for; None removes it. At most 1,000 characters. `None`
                is sent, `UNSET` is not.
            enabled (bool): Whether the policy is enabled.
            rules (Sequence[FilterRule | FilterRuleParam]): The rules, replacing the existing ones. 1 to 100
                items.

        Returns:
            The policy after the update.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body is invalid, or contains an invalid regular expression.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.filter_policies.update(
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

        _body = {"description": description, **_encoding.given({"name": name, "enabled": enabled, "rules": rules})}
        _request = _operation.request(policy_id, body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def delete(self, policy_id: str) -> models.FilterPolicyDeleted:
        """Delete a filter policy.

        Deletes the policy permanently. Governance rules and agents that still refer to it are not affected by
        it any more.

        Args:
            policy_id (str): The `policy_id` of a filter policy.

        Returns:
            The policy was deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.filter_policies.delete("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_delete as _operation

        _request = _operation.request(policy_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def enable(self, policy_id: str) -> models.FilterPolicy:
        """Enable a filter policy.

        Enables the policy from the next message on. Has no effect if it is already enabled.

        Args:
            policy_id (str): The `policy_id` of a filter policy.

        Returns:
            The enabled policy.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.filter_policies.enable("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_enable as _operation

        _request = _operation.request(policy_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def disable(self, policy_id: str) -> models.FilterPolicy:
        """Disable a filter policy.

        Disables the policy from the next message on: it keeps its rules but does not block or redact anything.
        Has no effect if it is already disabled.

        Args:
            policy_id (str): The `policy_id` of a filter policy.

        Returns:
            The disabled policy.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.filter_policies.disable("5d2c9f1a-7e34-4b86-9c0d-3a1f8b6e2d47")
        """
        from ..api.filter_policies import filter_policies_disable as _operation

        _request = _operation.request(policy_id)
        return await self._caller.call(_operation.OPERATION, _request)
