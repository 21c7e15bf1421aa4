# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..types import UNSET

if TYPE_CHECKING:
    from ..models.my_usage import MyUsage
    from ..models.usage_group_by import UsageGroupBy
    from ..models.usage_report import UsageReport
    from ..protocol import AsyncCaller
    from ..types import Unset


class AsyncUsage:
    """What your organisation has used and spent in a month, by model, by user or by token."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get(
        self,
        *,
        month: str | Unset = UNSET,
        group_by: UsageGroupBy | Unset = UNSET,
        include: Literal["daily"] | Unset = UNSET,
        user_id: str | Unset = UNSET,
        token_id: str | Unset = UNSET,
    ) -> UsageReport:
        """Get the usage of a month.

        Returns what the organisation used in a calendar month (UTC): totals, and one row for each model, user
        or token. With `include=daily` a series of 30 days comes along, which `userId` or `tokenId` can narrow
        to one caller; they change nothing else in the report. Reading usage takes a token with the scope
        `subscription:read` and a role with the permission `update_subscription`; others are answered with 403.
        Older deployments answer with `total_requests`, `total_tokens` and `by_model` instead of the members
        below.

        Args:
            month (str): The calendar month (UTC) to report, as year and month. The current month if left out.
            group_by (UsageGroupBy): What a row of the report stands for. Known values: "model", "user",
                "token". Server default: "model".
            include (Literal['daily']): What to return beside the rows. `daily` adds the 30-day series.
            user_id (str): Narrows the daily series to this user; it has an effect only with `include=daily`.
            token_id (str): Narrows the daily series to this API token, given by its id; it has an effect only
                with `include=daily`.

        Returns:
            The report of the month.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.usage.get()
        """
        from ..api.usage import usage_get as _operation

        request = _operation.request(
            month=month, group_by=group_by, include=include, user_id=user_id, token_id=token_id
        )
        return await self._caller.call(_operation.OPERATION, request)

    async def get_mine(self) -> MyUsage:
        """Get your own usage.

        Returns what the caller has spent this month and today (UTC), and what is left of the limits that the
        organisation's governance sets for each user. The caller is the user that the token belongs to; a token
        that belongs to nobody is answered with 401. Unlike the report of the organisation, this takes no
        permission.

        What is left may be negative, and the share may pass 100: work that was let in runs to its end.

        Returns:
            What the caller has spent, with the limits that apply to them.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.usage.get_mine()
        """
        from ..api.usage import usage_get_mine as _operation

        request = _operation.request()
        return await self._caller.call(_operation.OPERATION, request)
