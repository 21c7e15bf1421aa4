# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import Literal

from .. import models
from ..protocol import AsyncCaller


class AsyncUsage:
    """What your organisation used and spent in a month, by model, user or API token."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(
        self,
        *,
        month: str | None = None,
        group_by: models.UsageGroupBy | None = None,
        include: Literal["daily"] | None = None,
        user_id: str | None = None,
        token_id: str | None = None,
    ) -> models.UsageReport:
        """Get monthly usage.

        Returns what the organisation used in a calendar month (UTC): totals, and one row per model, user or
        token. With `include=daily` the report includes the last 30 days, which `user_id` or `token_id` can
        restrict to one caller; they do not affect the rest of the report. This requires a token with the scope
        `subscription:read` and a role with the permission `update_subscription`; other tokens raise
        `PermissionDeniedError`. Older deployments return `total_requests`, `total_tokens` and `by_model`
        instead of the fields below.

        Args:
            month (str): The calendar month (UTC) of the report, as year and month. Defaults to the current
                month.
            group_by (UsageGroupBy): What each row of the report stands for. Known values: "model", "user",
                "token". Server default: "model".
            include (Literal['daily']): What to include in addition to the rows. `daily` adds the last 30 days.
            user_id (str): Restricts the daily usage to this user; only has an effect with `include=daily`.
            token_id (str): Restricts the daily usage to this API token, by its id; only has an effect with
                `include=daily`.

        Returns:
            The report for the month.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.usage.get()
        """
        from ..api.usage import usage_get as _operation

        _request = _operation.request(
            month=month, group_by=group_by, include=include, user_id=user_id, token_id=token_id
        )
        return await self._caller.call(_operation.OPERATION, _request)

    async def get_mine(self) -> models.MyUsage:
        """Get your own usage.

        Returns what the caller has spent this month and today (UTC), and what is left of the limits that the
        organisation's governance sets for each user. The caller is the user who owns the token; a token without
        a user raises `AuthenticationError`. Unlike the organisation's report, this requires no permission.

        The remaining amount may be negative and the percentage above 100, because work that has started is
        allowed to finish.

        Returns:
            The caller's spending and limits.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.usage.get_mine()
        """
        from ..api.usage import usage_get_mine as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)
