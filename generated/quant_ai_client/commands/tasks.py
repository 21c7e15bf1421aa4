# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of tasks."""

from __future__ import annotations

from ..command_types import Command, CommandValue, CommandWait

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /tasks",
        summary="List tasks",
        text=(
            "Returns tasks, newest first, up to `--limit`. The list is not paginated; use the filters, all of"
            " which must match. With `--depends-on`, returns the tasks that depend on that task: the reply "
            "then has `taskIds`, and `tasks` only if `--include-details` is true."
        ),
        values=(
            CommandValue(
                "task-list-id", "task_list_id", "taskListId", "query", "text", help="Only tasks in this list."
            ),
            CommandValue(
                "status",
                "status",
                "status",
                "query",
                "text",
                help="Only tasks with this status.",
                choices=("pending", "in_progress", "completed", "failed", "cancelled", "blocked"),
            ),
            CommandValue(
                "assigned-agent-id",
                "assigned_agent_id",
                "assignedAgentId",
                "query",
                "text",
                help="Only tasks assigned to this agent.",
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help=("Maximum number of tasks to return; there are no further pages. 1 to 100. Default: 50."),
            ),
            CommandValue(
                "depends-on",
                "depends_on",
                "dependsOn",
                "query",
                "text",
                help=(
                    "A `taskId`. Returns the tasks that directly depend on this task, only by id unless "
                    "`--include-details` is true."
                ),
            ),
            CommandValue(
                "include-details",
                "include_details",
                "includeDetails",
                "query",
                "boolean",
                help=("Return the tasks as well as their ids. Only used together with `--depends-on`. Default: false."),
            ),
        ),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /tasks",
        summary="Create a task",
        text=(
            "Creates a task for agents, or for your own workers, to pick up. Task lists are not created "
            "separately: tasks with the same `--task-list-id` form a list. Dependencies are informational "
            "only: the service does not start, hold back or unblock tasks by itself."
        ),
        values=(
            CommandValue("title", "title", "title", "body", "text", help="What to do, in a few words.", required=True),
            CommandValue("description", "description", "description", "body", "text", help="What to do, in detail."),
            CommandValue(
                "task-list-id",
                "task_list_id",
                "taskListId",
                "body",
                "text",
                help="List to put the task in: any string. The list need not exist.",
            ),
            CommandValue(
                "status",
                "status",
                "status",
                "body",
                "text",
                help=(
                    'Initial status. Known values: "pending", "in_progress", "completed", "failed", "cancelled", '
                    '"blocked". Default: "pending".'
                ),
                choices=("pending", "in_progress", "completed", "failed", "cancelled", "blocked"),
            ),
            CommandValue(
                "assigned-agent-id",
                "assigned_agent_id",
                "assignedAgentId",
                "body",
                "text",
                help="Agent assigned to the task. Assigning does not start the agent.",
            ),
            CommandValue(
                "created-by-agent-id",
                "created_by_agent_id",
                "createdByAgentId",
                "body",
                "text",
                help="Agent that creates the task, if any.",
            ),
            CommandValue(
                "depends-on",
                "depends_on",
                "dependsOn",
                "body",
                "text",
                help="Ids of the tasks that should be done before this one.",
                many="items",
            ),
            CommandValue("metadata", "metadata", "metadata", "body", "json", help="Custom metadata, in any form."),
            CommandValue(
                "max-retries",
                "max_retries",
                "maxRetries",
                "body",
                "integer",
                help="Maximum number of retries, for the worker to respect. 0 to 10. Default: 3.",
            ),
            CommandValue(
                "blocked-reason",
                "blocked_reason",
                "blockedReason",
                "body",
                "text",
                help="Why the task is blocked, if it is created as `blocked`.",
            ),
            CommandValue(
                "blocked-by-task-ids",
                "blocked_by_task_ids",
                "blockedByTaskIds",
                "body",
                "text",
                help="Ids of the tasks that block this one, if it is created as `blocked`.",
                many="items",
            ),
        ),
        body="fields",
        wait=CommandWait("tasks", "wait_for", arguments=(("task_id", "$response.body#/taskId"),)),
        state="status",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /tasks/{taskId}",
        summary="Get a task",
        text=(
            "Returns a task with status, progress, dependencies and result. Poll it to follow the work; a "
            "task ends as `completed`, `failed` or `cancelled`. Completed tasks are removed after 30 days, "
            "see `expiresAt`."
        ),
        values=(
            CommandValue("task-id", "task_id", "taskId", "path", "text", help="The `taskId` of a task.", required=True),
        ),
    ),
    Command(
        "wait",
        "wait_for",
        "wait",
        "GET /tasks/{taskId}",
        summary="Wait for a task to finish",
        values=(
            CommandValue("task-id", "task_id", "taskId", "path", "text", help="The `taskId` of a task.", required=True),
        ),
        alias="wait-for",
        state="status",
    ),
    Command(
        "update",
        "update",
        "call",
        "PUT /tasks/{taskId}",
        summary="Update a task",
        text=(
            "Changes the fields that are sent and keeps the others, although the method is PUT. Note that "
            "`--metadata` is replaced as a whole, not merged.\n"
            "\n"
            "Every status may follow every other. Some changes set or clear other fields:\n"
            "\n"
            "- `pending`: `in_progress`; sets `startedAt`\n"
            "- any: `completed`, `failed`, `cancelled`; sets `completedAt`, and for `completed` also "
            "`expiresAt`\n"
            "- any: `blocked`; sets `blockedAt`\n"
            "- `blocked`: `in_progress`, `pending`; clears `--blocked-reason`, `--blocked-by-task-ids` and "
            "`blockedAt`"
        ),
        values=(
            CommandValue("task-id", "task_id", "taskId", "path", "text", help="The `taskId` of a task.", required=True),
            CommandValue("title", "title", "title", "body", "text", help="What to do, in a few words."),
            CommandValue("description", "description", "description", "body", "text", help="What to do, in detail."),
            CommandValue(
                "task-list-id",
                "task_list_id",
                "taskListId",
                "body",
                "text",
                help="List to move the task to; null removes it from its list.",
                nullable=True,
            ),
            CommandValue(
                "status",
                "status",
                "status",
                "body",
                "text",
                help="Status of a task.",
                choices=("pending", "in_progress", "completed", "failed", "cancelled", "blocked"),
            ),
            CommandValue(
                "assigned-agent-id",
                "assigned_agent_id",
                "assignedAgentId",
                "body",
                "text",
                help="Agent assigned to the task; null removes the assignment.",
                nullable=True,
            ),
            CommandValue(
                "depends-on",
                "depends_on",
                "dependsOn",
                "body",
                "text",
                help=("Ids of the tasks that should be done before this one; they replace the previous ones."),
                many="items",
            ),
            CommandValue(
                "metadata",
                "metadata",
                "metadata",
                "body",
                "json",
                help="Custom metadata. It replaces all existing metadata, so send the complete object.",
            ),
            CommandValue("progress", "progress", "progress", "body", "number", help="Progress, from 0 to 1."),
            CommandValue(
                "progress-message", "progress_message", "progressMessage", "body", "text", help="Progress in words."
            ),
            CommandValue("result", "result", "result", "body", "json", help="Result of the work, in any form."),
            CommandValue(
                "error",
                "error",
                "error",
                "body",
                "text",
                help="What went wrong; null clears an earlier error.",
                nullable=True,
            ),
            CommandValue(
                "retry-count", "retry_count", "retryCount", "body", "integer", help="Number of retries so far."
            ),
            CommandValue(
                "max-retries",
                "max_retries",
                "maxRetries",
                "body",
                "integer",
                help="Maximum number of retries. 0 to 10.",
            ),
            CommandValue(
                "blocked-reason",
                "blocked_reason",
                "blockedReason",
                "body",
                "text",
                help="Why the task is blocked; null clears the reason.",
                nullable=True,
            ),
            CommandValue(
                "blocked-by-task-ids",
                "blocked_by_task_ids",
                "blockedByTaskIds",
                "body",
                "text",
                help="Ids of the tasks that block this one; null clears them.",
                nullable=True,
                many="items",
            ),
        ),
        body="fields",
        wait=CommandWait("tasks", "wait_for", arguments=(("task_id", "$response.body#/taskId"),)),
        state="status",
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /tasks/{taskId}",
        summary="Delete a task",
        text=(
            "Deletes a task permanently. If other tasks depend on it, the request returns 409 with their ids "
            "and nothing is deleted, unless `--cascade` is true: then all tasks that depend on it, directly "
            "or indirectly, are deleted too."
        ),
        values=(
            CommandValue("task-id", "task_id", "taskId", "path", "text", help="The `taskId` of a task.", required=True),
            CommandValue(
                "cascade",
                "cascade",
                "cascade",
                "query",
                "boolean",
                help=("Also delete all tasks that depend on this one, directly or indirectly. Default: false."),
            ),
        ),
    ),
    Command(
        "get-dependency-graph",
        "get_dependency_graph",
        "call",
        "GET /tasks/{taskListId}/dependency-graph",
        summary="Get the dependency graph of a task list",
        text=(
            "Returns the dependencies within a task list: the tasks where work can begin (`roots`), the tasks"
            " where it ends (`leaves`) and the neighbours of each task. The path takes the id of a list, not "
            "of a task. A list exists only as the `taskListId` of tasks, so an unknown list has an empty "
            "graph."
        ),
        values=(
            CommandValue(
                "task-list-id",
                "task_list_id",
                "taskListId",
                "path",
                "text",
                help="The id of a task list: any string that tasks have as their `taskListId`.",
                required=True,
            ),
        ),
    ),
)
