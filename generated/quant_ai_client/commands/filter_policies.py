# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of filter_policies."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /filter-policies",
        summary="List filter policies",
        text=(
            "Returns all filter policies of the organisation in one reply, with their rules, including "
            "disabled ones. The format of these replies is not documented by the service; it is modelled on "
            "similar operations."
        ),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /filter-policies",
        summary="Create a filter policy",
        text=(
            "Creates a policy with up to 100 rules. It applies to all chats of the organisation if it is in "
            "`mandatoryFilterPolicies` of the governance, and to the chats of an agent if it is in the "
            "agent's `filterPolicies`.\n"
            "\n"
            "An invalid regular expression returns 422. Use only features that all regex engines support: "
            "lookarounds and backreferences may not work."
        ),
        values=(
            CommandValue(
                "name", "name", "name", "body", "text", help="Name of the policy. 1 to 255 characters.", required=True
            ),
            CommandValue(
                "rules",
                "rules",
                "rules",
                "body",
                "json",
                help="The rules. 1 to 100 items.",
                required=True,
                many="items",
            ),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help="What the policy is for. At most 1,000 characters.",
                nullable=True,
            ),
            CommandValue(
                "enabled",
                "enabled",
                "enabled",
                "body",
                "boolean",
                help="Whether the policy is enabled immediately. Default: true.",
            ),
        ),
        body="fields",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /filter-policies/{policyId}",
        summary="Get a filter policy",
        text="Returns one policy with its rules.",
        values=(
            CommandValue(
                "policy-id",
                "policy_id",
                "policyId",
                "path",
                "text",
                help="The `policyId` of a filter policy.",
                required=True,
            ),
        ),
    ),
    Command(
        "update",
        "update",
        "call",
        "PUT /filter-policies/{policyId}",
        summary="Update a filter policy",
        text=(
            "Changes the given fields and keeps the others. `--rules` replaces all rules of the policy, and "
            "`description: null` removes the description. The update applies from the next message on."
        ),
        values=(
            CommandValue(
                "policy-id",
                "policy_id",
                "policyId",
                "path",
                "text",
                help="The `policyId` of a filter policy.",
                required=True,
            ),
            CommandValue("name", "name", "name", "body", "text", help="Name of the policy. 1 to 255 characters."),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help="What the policy is for; null removes it. At most 1,000 characters.",
                nullable=True,
            ),
            CommandValue("enabled", "enabled", "enabled", "body", "boolean", help="Whether the policy is enabled."),
            CommandValue(
                "rules",
                "rules",
                "rules",
                "body",
                "json",
                help="The rules, replacing the existing ones. 1 to 100 items.",
                many="items",
            ),
        ),
        body="fields",
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /filter-policies/{policyId}",
        summary="Delete a filter policy",
        text=(
            "Deletes the policy permanently. Governance rules and agents that still refer to it are not "
            "affected by it any more."
        ),
        values=(
            CommandValue(
                "policy-id",
                "policy_id",
                "policyId",
                "path",
                "text",
                help="The `policyId` of a filter policy.",
                required=True,
            ),
        ),
    ),
    Command(
        "enable",
        "enable",
        "call",
        "PUT /filter-policies/{policyId}/enable",
        summary="Enable a filter policy",
        text=("Enables the policy from the next message on. Has no effect if it is already enabled."),
        values=(
            CommandValue(
                "policy-id",
                "policy_id",
                "policyId",
                "path",
                "text",
                help="The `policyId` of a filter policy.",
                required=True,
            ),
        ),
    ),
    Command(
        "disable",
        "disable",
        "call",
        "PUT /filter-policies/{policyId}/disable",
        summary="Disable a filter policy",
        text=(
            "Disables the policy from the next message on: it keeps its rules but does not block or redact "
            "anything. Has no effect if it is already disabled."
        ),
        values=(
            CommandValue(
                "policy-id",
                "policy_id",
                "policyId",
                "path",
                "text",
                help="The `policyId` of a filter policy.",
                required=True,
            ),
        ),
    ),
)
