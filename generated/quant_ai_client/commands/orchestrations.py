# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of orchestrations."""

from __future__ import annotations

from ..command_types import Command, CommandValue, CommandWait

COMMANDS = (
    Command(
        "list",
        "list",
        "page",
        "GET /orchestrations",
        summary="List orchestrations",
        text=(
            "Returns orchestrations with their status and progress, in pages. To follow one of them, get it "
            "by its `orchestrationId`."
        ),
        values=(
            CommandValue(
                "status",
                "status",
                "status",
                "query",
                "text",
                help="Only orchestrations with this status.",
                choices=("pending", "running", "paused", "completed", "failed", "cancelled"),
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of entries per page. 1 to 100. Default: 20.",
            ),
            CommandValue(
                "cursor",
                "cursor",
                "cursor",
                "query",
                "text",
                help=(
                    "The `nextCursor` of the previous page; leave it out for the first page. Keep the other "
                    "parameters the same. A cursor is opaque: do not build one yourself."
                ),
            ),
        ),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /orchestrations",
        summary="Create an orchestration",
        text=(
            "Creates a loop that runs an agent, a tool or a workflow over many items, batch by batch, until "
            "its stop condition is met. It starts immediately unless `--auto-start` is false; then it stays "
            "`pending` until you start it. Send one of `--agent-id`, `--tool-id` and `--workflow-id`."
        ),
        values=(
            CommandValue("name", "name", "name", "body", "text", help="Display name.", required=True),
            CommandValue(
                "input-source",
                "input_source",
                "inputSource",
                "body",
                "json",
                help=("Where the items come from. Set the field that belongs to the `type`; the others are ignored."),
                required=True,
            ),
            CommandValue(
                "description", "description", "description", "body", "text", help="What it is for.", nullable=True
            ),
            CommandValue(
                "agent-id", "agent_id", "agentId", "body", "text", help="Agent that processes each item.", nullable=True
            ),
            CommandValue(
                "tool-id", "tool_id", "toolId", "body", "text", help="Tool that is run on each item.", nullable=True
            ),
            CommandValue(
                "workflow-id",
                "workflow_id",
                "workflowId",
                "body",
                "text",
                help="Workflow that is run on each item.",
                nullable=True,
            ),
            CommandValue(
                "batch-size",
                "batch_size",
                "batchSize",
                "body",
                "integer",
                help="Number of items per batch. 1 to 100. Default: 10.",
            ),
            CommandValue(
                "concurrency",
                "concurrency",
                "concurrency",
                "body",
                "integer",
                help="How many items of a batch are processed in parallel. 1 to 10. Default: 1.",
            ),
            CommandValue(
                "stop-condition",
                "stop_condition",
                "stopCondition",
                "body",
                "json",
                help="When the orchestration stops.",
            ),
            CommandValue(
                "assigned-skills",
                "assigned_skills",
                "assignedSkills",
                "body",
                "text",
                help="Ids of the skills that may be used.",
                many="items",
            ),
            CommandValue(
                "context",
                "context",
                "context",
                "body",
                "json",
                help="Data that is merged into every item.",
                nullable=True,
            ),
            CommandValue(
                "auto-start",
                "auto_start",
                "autoStart",
                "body",
                "boolean",
                help=(
                    "Start immediately. If false, the orchestration stays `pending` until you start it. Default: true."
                ),
            ),
        ),
        body="fields",
        wait=CommandWait(
            "orchestrations", "wait_for", arguments=(("orchestration_id", "$response.body#/orchestrationId"),)
        ),
        state="status",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /orchestrations/{orchestrationId}",
        summary="Get an orchestration",
        text=(
            "Returns an orchestration with its status, progress and settings.\n"
            "\n"
            "To wait for it, poll every 2 seconds at first and later every 30. It has finished when `status` "
            "is `completed`, `failed` or `cancelled`. A `paused` orchestration does nothing until it is "
            "resumed, so there is no point in polling it; a `pending` one continues once it is started. An "
            "orchestration is available until it is deleted."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
        ),
    ),
    Command(
        "wait",
        "wait_for",
        "wait",
        "GET /orchestrations/{orchestrationId}",
        summary="Wait for an orchestration to finish",
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
        ),
        alias="wait-for",
        state="status",
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /orchestrations/{orchestrationId}",
        summary="Delete an orchestration",
        text=(
            "Deletes an orchestration that has finished: `completed`, `failed` or `cancelled`. One that is "
            "`pending`, `running` or `paused` returns 400: cancel it first."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
        ),
    ),
    Command(
        "start",
        "start",
        "call",
        "POST /orchestrations/{orchestrationId}/start",
        summary="Start an orchestration",
        text=(
            "Starts an orchestration that is `pending` (created with `autoStart` false). In any other status "
            "it returns 400; to continue after a pause, resume it instead."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
        ),
    ),
    Command(
        "pause",
        "pause",
        "call",
        "POST /orchestrations/{orchestrationId}/pause",
        summary="Pause an orchestration",
        text=(
            "Pauses an orchestration that is `running`. The current batch is finished first; no further batch"
            " starts until you resume it. In any other status it returns 400."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
        ),
    ),
    Command(
        "resume",
        "resume",
        "call",
        "POST /orchestrations/{orchestrationId}/resume",
        summary="Resume an orchestration",
        text=(
            "Resumes a `paused` orchestration with its next batch; items that are done are not repeated. In "
            "any other status it returns 400."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
        ),
    ),
    Command(
        "cancel",
        "cancel",
        "call",
        "POST /orchestrations/{orchestrationId}/cancel",
        summary="Cancel an orchestration",
        text=(
            "Cancels an orchestration that is `pending`, `running` or `paused`. Items in progress are "
            "finished, the others are dropped, and it cannot be resumed. One that is `completed` or "
            "`cancelled` returns 400. For one that has `failed` this is not documented: expect 400 too."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
        ),
    ),
    Command(
        "list-batches",
        "list_batches",
        "page",
        "GET /orchestrations/{orchestrationId}/batches",
        summary="List the batches of an orchestration",
        text=(
            "Returns the batches that an orchestration has started so far, in pages, with the number of "
            "completed and failed items in each."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help="The `orchestrationId` of an orchestration.",
                required=True,
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help="Maximum number of entries per page. 1 to 100. Default: 20.",
            ),
            CommandValue(
                "cursor",
                "cursor",
                "cursor",
                "query",
                "text",
                help=(
                    "The `nextCursor` of the previous page; leave it out for the first page. Keep the other "
                    "parameters the same. A cursor is opaque: do not build one yourself."
                ),
            ),
        ),
    ),
)
