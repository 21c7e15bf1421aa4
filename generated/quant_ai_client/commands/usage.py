# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of usage."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "get",
        "get",
        "call",
        "GET /usage",
        summary="Get monthly usage",
        text=(
            "Returns what the organisation used in a calendar month (UTC): totals, and one row per model, "
            "user or token. With `include=daily` the report includes the last 30 days, which `--user-id` or "
            "`--token-id` can restrict to one caller; they do not affect the rest of the report. This "
            "requires a token with the scope `subscription:read` and a role with the permission "
            "`update_subscription`; other tokens get 403. Older deployments return `total_requests`, "
            "`total_tokens` and `by_model` instead of the fields below."
        ),
        values=(
            CommandValue(
                "month",
                "month",
                "month",
                "query",
                "text",
                help=("The calendar month (UTC) of the report, as year and month. Defaults to the current month."),
            ),
            CommandValue(
                "group-by",
                "group_by",
                "groupBy",
                "query",
                "text",
                help=(
                    'What each row of the report stands for. Known values: "model", "user", "token". Default: "model".'
                ),
                choices=("model", "user", "token"),
            ),
            CommandValue(
                "include",
                "include",
                "include",
                "query",
                "text",
                help="What to include in addition to the rows. `daily` adds the last 30 days.",
            ),
            CommandValue(
                "user-id",
                "user_id",
                "userId",
                "query",
                "text",
                help="Restricts the daily usage to this user; only has an effect with `include=daily`.",
            ),
            CommandValue(
                "token-id",
                "token_id",
                "tokenId",
                "query",
                "text",
                help=(
                    "Restricts the daily usage to this API token, by its id; only has an effect with `include=daily`."
                ),
            ),
        ),
    ),
    Command(
        "get-mine",
        "get_mine",
        "call",
        "GET /usage/me",
        summary="Get your own usage",
        text=(
            "Returns what the caller has spent this month and today (UTC), and what is left of the limits "
            "that the organisation's governance sets for each user. The caller is the user who owns the "
            "token; a token without a user returns 401. Unlike the organisation's report, this requires no "
            "permission.\n"
            "\n"
            "The remaining amount may be negative and the percentage above 100, because work that has started"
            " is allowed to finish."
        ),
    ),
)
