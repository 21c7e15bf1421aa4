# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Callable, Sequence

from .. import encoding as _encoding
from .. import models
from ..protocol import Caller
from ..types import UNSET, Unset
from .async_tasks import AsyncTasks

__all__ = ["AsyncTasks", "Tasks"]


class Tasks:
    """Units of work for agents and people, grouped in lists, with a status and dependencies."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        task_list_id: str | None = None,
        status: models.TaskStatus | None = None,
        assigned_agent_id: str | None = None,
        limit: int | None = None,
        depends_on: str | None = None,
        include_details: bool | None = None,
    ) -> models.TaskList:
        """List tasks.

        Returns tasks, newest first, up to `limit`. The list is not paginated; use the filters, all of which
        must match. With `depends_on`, returns the tasks that depend on that task: the reply then has
        `task_ids`, and `tasks` only if `include_details` is true.

        Args:
            task_list_id (str): Only tasks in this list.
            status (TaskStatus): Only tasks with this status. Known values: "pending", "in_progress",
                "completed", "failed", "cancelled", "blocked".
            assigned_agent_id (str): Only tasks assigned to this agent.
            limit (int): Maximum number of tasks to return; there are no further pages. 1 to 100. Server
                default: 50.
            depends_on (str): A `task_id`. Returns the tasks that directly depend on this task, only by id
                unless `include_details` is true.
            include_details (bool): Return the tasks as well as their ids. Only used together with `depends_on`.
                Server default: False.

        Returns:
            The tasks that match all filters.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.tasks.list()
        """
        from ..api.tasks import tasks_list as _operation

        _request = _operation.request(
            task_list_id=task_list_id,
            status=status,
            assigned_agent_id=assigned_agent_id,
            limit=limit,
            depends_on=depends_on,
            include_details=include_details,
        )
        return self._caller.call(_operation.OPERATION, _request)

    def create(
        self,
        *,
        title: str,
        description: str | None = None,
        task_list_id: str | None = None,
        status: models.TaskStatus | None = None,
        assigned_agent_id: str | None = None,
        created_by_agent_id: str | None = None,
        depends_on: Sequence[str] | None = None,
        metadata: models.JsonObjectParam | None = None,
        max_retries: int | None = None,
        blocked_reason: str | None = None,
        blocked_by_task_ids: Sequence[str] | None = None,
    ) -> models.TaskCreated:
        """Create a task.

        Creates a task for agents, or for your own workers, to pick up. Task lists are not created separately:
        tasks with the same `task_list_id` form a list. Dependencies are informational only: the service does
        not start, hold back or unblock tasks by itself.

        Args:
            title (str): What to do, in a few words.
            description (str): What to do, in detail.
            task_list_id (str): List to put the task in: any string. The list need not exist.
            status (TaskStatus): Initial status. Known values: "pending", "in_progress", "completed", "failed",
                "cancelled", "blocked". Server default: "pending".
            assigned_agent_id (str): Agent assigned to the task. Assigning does not start the agent.
            created_by_agent_id (str): Agent that creates the task, if any.
            depends_on (Sequence[str]): Ids of the tasks that should be done before this one.
            metadata (JsonObjectParam): Custom metadata, in any form.
            max_retries (int): Maximum number of retries, for the worker to respect. 0 to 10. Server default: 3.
            blocked_reason (str): Why the task is blocked, if it is created as `blocked`.
            blocked_by_task_ids (Sequence[str]): Ids of the tasks that block this one, if it is created as
                `blocked`.

        Returns:
            The task was created. The reply is short; get the task for the rest.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.tasks.create(title="Review the release notes")
        """
        from ..api.tasks import tasks_create as _operation

        _body = {
            "title": title,
            **_encoding.given(
                {
                    "description": description,
                    "taskListId": task_list_id,
                    "status": status,
                    "assignedAgentId": assigned_agent_id,
                    "createdByAgentId": created_by_agent_id,
                    "dependsOn": depends_on,
                    "metadata": metadata,
                    "maxRetries": max_retries,
                    "blockedReason": blocked_reason,
                    "blockedByTaskIds": blocked_by_task_ids,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def get(self, task_id: str) -> models.Task:
        """Get a task.

        Returns a task with status, progress, dependencies and result. Poll it to follow the work; a task ends
        as `completed`, `failed` or `cancelled`. Completed tasks are removed after 30 days, see `expires_at`.

        `wait_for()` waits until it has finished.

        Args:
            task_id (str): The `task_id` of a task.

        Returns:
            The task.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.tasks.get("a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28")
        """
        from ..api.tasks import tasks_get as _operation

        _request = _operation.request(task_id)
        return self._caller.call(_operation.OPERATION, _request)

    def wait_for(
        self,
        task_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[models.Task], object] | None = None,
    ) -> models.Task:
        """Wait for a task to finish.

        It has finished when `status` is `completed`, `failed` or `cancelled`. A reply's URL to poll can be used
        in place of the id.

        Args:
            task_id (str): The `task_id` of a task.
            deadline (float | None): Seconds to wait at most; by default 3600.
            interval (float | None): Seconds between polls; by default 1 at first, growing to 30.
            on_update (Callable[[Task], object] | None): Called after every poll.

        Returns:
            The task.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.tasks.wait_for("a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28")
        """
        from ..api.tasks import tasks_get as _operation

        _request = _operation.request(task_id)
        return self._caller.wait(
            _operation.OPERATION, _request, deadline=deadline, interval=interval, on_update=on_update
        )

    def update(
        self,
        task_id: str,
        *,
        title: str | None = None,
        description: str | None = None,
        task_list_id: str | Unset | None = UNSET,
        status: models.TaskStatus | None = None,
        assigned_agent_id: str | Unset | None = UNSET,
        depends_on: Sequence[str] | None = None,
        metadata: models.JsonObjectParam | None = None,
        progress: float | None = None,
        progress_message: str | None = None,
        result: models.JsonObjectParam | None = None,
        error: str | Unset | None = UNSET,
        retry_count: int | None = None,
        max_retries: int | None = None,
        blocked_reason: str | Unset | None = UNSET,
        blocked_by_task_ids: Sequence[str] | Unset | None = UNSET,
    ) -> models.TaskUpdated:
        """Update a task.

        Changes the fields that are sent and keeps the others, although the method is PUT. Note that `metadata`
        is replaced as a whole, not merged.

        Every status may follow every other. Some changes set or clear other fields:

        | From | To | Effect |
        |---|---|---|
        | `pending` | `in_progress` | sets `started_at` |
        | any | `completed`, `failed`, `cancelled` | sets `completed_at`, and for `completed` also `expires_at` |
        | any | `blocked` | sets `blocked_at` |
        | `blocked` | `in_progress`, `pending` | clears `blocked_reason`, `blocked_by_task_ids` and `blocked_at` |

        Args:
            task_id (str): The `task_id` of a task.
            title (str): What to do, in a few words.
            description (str): What to do, in detail.
            task_list_id (str | None): List to move the task to; None removes it from its list. `None` is sent,
                `UNSET` is not.
            status (TaskStatus): Status of a task. Known values: "pending", "in_progress", "completed",
                "failed", "cancelled", "blocked".
            assigned_agent_id (str | None): Agent assigned to the task; None removes the assignment. `None` is
                sent, `UNSET` is not.
            depends_on (Sequence[str]): Ids of the tasks that should be done before this one; they replace the
                previous ones.
            metadata (JsonObjectParam): Custom metadata. It replaces all existing metadata, so send the complete
                object.
            progress (float): Progress, from 0 to 1.
            progress_message (str): Progress in words.
            result (JsonObjectParam): Result of the work, in any form.
            error (str | None): What went wrong; None clears an earlier error. `None` is sent, `UNSET` is not.
            retry_count (int): Number of retries so far.
            max_retries (int): Maximum number of retries. 0 to 10.
            blocked_reason (str | None): Why the task is blocked; None clears the reason. `None` is sent,
                `UNSET` is not.
            blocked_by_task_ids (Sequence[str] | None): Ids of the tasks that block this one; None clears them.
                `None` is sent, `UNSET` is not.

        Returns:
            The task was updated. The reply is short; get the task for the rest.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.tasks.update(
                "a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28",
                status="in_progress",
                progress=0.4,
                progress_message="12 of 30 links checked",
            )
        """
        from ..api.tasks import tasks_update as _operation

        _body = {
            "taskListId": task_list_id,
            "assignedAgentId": assigned_agent_id,
            "error": error,
            "blockedReason": blocked_reason,
            "blockedByTaskIds": blocked_by_task_ids,
            **_encoding.given(
                {
                    "title": title,
                    "description": description,
                    "status": status,
                    "dependsOn": depends_on,
                    "metadata": metadata,
                    "progress": progress,
                    "progressMessage": progress_message,
                    "result": result,
                    "retryCount": retry_count,
                    "maxRetries": max_retries,
                }
            ),
        }
        _request = _operation.request(task_id, body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def delete(self, task_id: str, *, cascade: bool | None = None) -> models.TaskDeleted:
        """Delete a task.

        Deletes a task permanently. If other tasks depend on it, the request raises `ConflictError` with their
        ids and nothing is deleted, unless `cascade` is true: then all tasks that depend on it, directly or
        indirectly, are deleted too.

        Args:
            task_id (str): The `task_id` of a task.
            cascade (bool): Also delete all tasks that depend on this one, directly or indirectly. Server
                default: False.

        Returns:
            The task, and with `cascade` its dependents, were deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            ConflictError: The request conflicts with the current state of the resource.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.tasks.delete("a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28")
        """
        from ..api.tasks import tasks_delete as _operation

        _request = _operation.request(task_id, cascade=cascade)
        return self._caller.call(_operation.OPERATION, _request)

    def get_dependency_graph(self, task_list_id: str) -> models.DependencyGraph:
        """Get the dependency graph of a task list.

        Returns the dependencies within a task list: the tasks where work can begin (`roots`), the tasks where
        it ends (`leaves`) and the neighbours of each task. The path takes the id of a list, not of a task. A
        list exists only as the `task_list_id` of tasks, so an unknown list has an empty graph.

        Args:
            task_list_id (str): The id of a task list: any string that tasks have as their `task_list_id`.

        Returns:
            The dependency graph of all tasks in the list.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.tasks.get_dependency_graph("launch-2026")
        """
        from ..api.tasks import tasks_get_dependency_graph as _operation

        _request = _operation.request(task_list_id)
        return self._caller.call(_operation.OPERATION, _request)
