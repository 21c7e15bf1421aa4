# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of governance."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "get",
        "get",
        "call",
        "GET /governance",
        summary="Get the governance rules",
        text=(
            "Returns the rules that apply to the whole organisation. If they were never changed, AI is "
            "enabled, all models are allowed, there are no limits, and the version is 0."
        ),
    ),
    Command(
        "update",
        "update",
        "call",
        "PUT /governance",
        summary="Replace the governance rules",
        text=(
            "Replaces all rules: fields that the body leaves out are reset to their defaults, limits "
            "included. To change one rule, read the others first and send them too. The rules cannot be "
            "deleted; to reset them, send only AI enabled and models unrestricted.\n"
            "\n"
            "With `--version` the rules are only replaced if they still have that version; otherwise the "
            "request returns 409 and changes nothing. Without it, the last writer wins. The service does not "
            "document the status of this conflict; it is inferred from an agent's overlay, which returns 409 "
            "in the same case.\n"
            "\n"
            "The rules apply from the next request on. Work that has started is allowed to finish."
        ),
        values=(
            CommandValue(
                "ai-enabled",
                "ai_enabled",
                "aiEnabled",
                "body",
                "boolean",
                help="Whether AI may be used at all. If false, all requests to models are refused.",
                required=True,
            ),
            CommandValue(
                "model-policy",
                "model_policy",
                "modelPolicy",
                "body",
                "text",
                help="Which models may be used.",
                required=True,
                choices=("unrestricted", "allowlist", "blocklist"),
            ),
            CommandValue(
                "model-list",
                "model_list",
                "modelList",
                "body",
                "text",
                help=(
                    "Ids of the models that the policy allows or forbids. If left out, it is empty, and an allowlist "
                    "then allows no models."
                ),
                many="items",
            ),
            CommandValue(
                "mandatory-guardrail-preset",
                "mandatory_guardrail_preset",
                "mandatoryGuardrailPreset",
                "body",
                "text",
                help="Guardrails for all conversations, whatever their own settings; null for none.",
                nullable=True,
                choices=("official", "official-sensitive", "protected"),
            ),
            CommandValue(
                "mandatory-filter-policies",
                "mandatory_filter_policies",
                "mandatoryFilterPolicies",
                "body",
                "text",
                help="Ids of the filter policies that apply to all chats. Unknown ids have no effect.",
                many="items",
            ),
            CommandValue(
                "spend-limits",
                "spend_limits",
                "spendLimits",
                "body",
                "json",
                help=(
                    "Spending limits, in cents. A request is refused once the spending in the calendar month or day "
                    "(UTC) has reached one of the limits that apply to it; null or left out means no limit, 0 allows "
                    "nothing. Limits per token are not available everywhere yet."
                ),
            ),
            CommandValue(
                "version",
                "version",
                "version",
                "body",
                "integer",
                help="The version that the rules must currently have.",
            ),
        ),
        body="fields",
    ),
    Command(
        "get-spend",
        "get_spend",
        "call",
        "GET /governance/spend",
        summary="Get spend and remaining budget",
        text=(
            "Returns what the organisation has spent this month and today (UTC), what remains of its budgets,"
            " and the caller's own spending. The remaining amount may be negative and the percentage above "
            "100, because work that has started is allowed to finish. For a breakdown by model, user or "
            "token, or for another month, see the usage operations."
        ),
    ),
)
