# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..models.dependency_graph import DependencyGraph
    from ..models.json_object import JsonObjectParam
    from ..models.task import Task
    from ..models.task_created import TaskCreated
    from ..models.task_deleted import TaskDeleted
    from ..models.task_list import TaskList
    from ..models.task_status import TaskStatus
    from ..models.task_updated import TaskUpdated
    from ..protocol import AsyncCaller
    from ..types import Unset


class AsyncTasks:
    """Units of work for agents and people, kept in lists, with states and with dependencies on one another."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self,
        *,
        task_list_id: str | Unset = UNSET,
        status: TaskStatus | Unset = UNSET,
        assigned_agent_id: str | Unset = UNSET,
        limit: int | Unset = UNSET,
        depends_on: str | Unset = UNSET,
        include_details: bool | Unset = UNSET,
    ) -> TaskList:
        """List tasks.

        Returns tasks, newest first, up to `limit`; there is no further page, so narrow the list with the
        filters, which combine. With `dependsOn` the question turns round: which tasks wait for this one? The
        reply then holds `taskIds`, and holds `tasks` as well only if `includeDetails` is true.

        Args:
            task_list_id (str): Only tasks of this list.
            status (TaskStatus): Only tasks in this state. Known values: "pending", "in_progress", "completed",
                "failed", "cancelled", "blocked".
            assigned_agent_id (str): Only tasks assigned to this agent.
            limit (int): The largest number of tasks to return. What lies beyond it cannot be paged to. 1 to
                100. Server default: 50.
            depends_on (str): A `taskId`. Only tasks that depend on that task, directly, are returned, and by
                their ids alone unless `includeDetails` is true.
            include_details (bool): Return the tasks beside their ids. It matters only together with
                `dependsOn`. Server default: false.

        Returns:
            The tasks that pass all filters.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.tasks.list()
        """
        from ..api.tasks import tasks_list as _operation

        request = _operation.request(
            task_list_id=task_list_id,
            status=status,
            assigned_agent_id=assigned_agent_id,
            limit=limit,
            depends_on=depends_on,
            include_details=include_details,
        )
        return await self._caller.call(_operation.OPERATION, request)

    async def create(
        self,
        *,
        title: str,
        description: str | Unset = UNSET,
        task_list_id: str | Unset = UNSET,
        status: TaskStatus | Unset = UNSET,
        assigned_agent_id: str | Unset = UNSET,
        created_by_agent_id: str | Unset = UNSET,
        depends_on: Sequence[str] | Unset = UNSET,
        metadata: JsonObjectParam | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        blocked_reason: str | Unset = UNSET,
        blocked_by_task_ids: Sequence[str] | Unset = UNSET,
    ) -> TaskCreated:
        """Create a task.

        Creates a task for agents, or your own workers, to pick up. A task list needs no creation: tasks with
        the same `taskListId` form one. Dependencies inform and do not enforce: the service starts nothing by
        itself, holds nothing back, and does not unblock a task when those that it waits for are done.

        Args:
            title (str): What is to be done, in a few words.
            description (str): What is to be done, at length.
            task_list_id (str): The list to put the task in, any text. The list need not exist.
            status (TaskStatus): The state to begin in. Known values: "pending", "in_progress", "completed",
                "failed", "cancelled", "blocked". Server default: "pending".
            assigned_agent_id (str): The agent that is to do it. Assigning does not start the agent.
            created_by_agent_id (str): The agent that creates the task, if one does.
            depends_on (Sequence[str]): Ids of the tasks that should be done before this one.
            metadata (JsonObjectParam): Facts of your own about the task, in any form.
            max_retries (int): How often a worker may try again; it is up to the worker to heed it. 0 to 10.
                Server default: 3.
            blocked_reason (str): Why the task cannot go on, for one created as `blocked`.
            blocked_by_task_ids (Sequence[str]): The tasks that hold it up, for one created as `blocked`.

        Returns:
            The task exists. The reply is short; read the task for the rest.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.tasks.create(title="Review the release notes")
        """
        from ..api.tasks import tasks_create as _operation

        body = {
            "title": title,
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
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get(self, task_id: str) -> Task:
        """Get a task.

        Returns the whole task: state, progress, dependencies, result. Read it again to follow the work; it ends
        with `completed`, `failed` or `cancelled`. A completed task is removed 30 days after its completion, see
        `expiresAt`.

        `wait_for()` polls until it has ended.

        Args:
            task_id (str): The `taskId` of a task, as its creation or the list returns it.

        Returns:
            The task as it stands.

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
            await client.tasks.get("a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28")
        """
        from ..api.tasks import tasks_get as _operation

        request = _operation.request(task_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def wait_for(
        self,
        task_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[Task], object] | None = None,
    ) -> Task:
        """Get a task, polled until it has ended.

        It has ended when `status` is `completed`, `failed` or `cancelled`. A reply's URL to poll can be used in
        place of the id.

        Args:
            task_id (str): The `taskId` of a task, as its creation or the list returns it.
            deadline (float | None): Seconds after which to give up; by default 3600.
            interval (float | None): Seconds between polls; by default 1 at first, growing to 30.
            on_update (Callable[[Task], object] | None): Called with every state read.

        Returns:
            The task as it stands.

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
            await client.tasks.wait_for("a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28")
        """
        from ..api.tasks import tasks_get as _operation

        request = _operation.request(task_id)
        return await self._caller.wait(
            _operation.OPERATION, request, deadline=deadline, interval=interval, on_update=on_update
        )

    async def update(
        self,
        task_id: str,
        *,
        title: str | Unset = UNSET,
        description: str | Unset = UNSET,
        task_list_id: str | Unset | None = UNSET,
        status: TaskStatus | Unset = UNSET,
        assigned_agent_id: str | Unset | None = UNSET,
        depends_on: Sequence[str] | Unset = UNSET,
        metadata: JsonObjectParam | Unset = UNSET,
        progress: float | Unset = UNSET,
        progress_message: str | Unset = UNSET,
        result: JsonObjectParam | Unset = UNSET,
        error: str | Unset | None = UNSET,
        retry_count: int | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        blocked_reason: str | Unset | None = UNSET,
        blocked_by_task_ids: Sequence[str] | Unset | None = UNSET,
    ) -> TaskUpdated:
        """Update a task.

        Changes the fields that are sent and leaves the others alone, although the method is PUT. `metadata` is
        the one to watch: it is replaced as a whole, not merged.

        Any state may follow any other. Some moves set times by themselves:

        | From | To | Effect |
        |---|---|---|
        | `pending` | `in_progress` | sets `startedAt` |
        | any | `completed`, `failed`, `cancelled` | sets `completedAt`; `completed` also sets `expiresAt`, 30 days on |
        | any | `blocked` | sets `blockedAt` |
        | `blocked` | `in_progress`, `pending` | clears `blockedReason`, `blockedByTaskIds` and `blockedAt` |

        Args:
            task_id (str): The `taskId` of a task, as its creation or the list returns it.
            title (str): What is to be done, in a few words.
            description (str): What is to be done, at length.
            task_list_id (str | None): The list to move the task to; null takes it out of its list.
            status (TaskStatus): The state of a task. Known values: "pending", "in_progress", "completed",
                "failed", "cancelled", "blocked".
            assigned_agent_id (str | None): The agent that is to do it; null takes the task from its agent.
            depends_on (Sequence[str]): Ids of the tasks that should be done before this one; they replace the
                ones before.
            metadata (JsonObjectParam): Facts of your own about the task. They replace all that were there, so
                send the whole object.
            progress (float): Share of the work that is done, from 0 to 1.
            progress_message (str): How far the work is, in words.
            result (JsonObjectParam): What came out of the work, in any form.
            error (str | None): What went wrong; null takes an earlier error back.
            retry_count (int): How often the work was tried again so far.
            max_retries (int): How often a worker may try again. 0 to 10.
            blocked_reason (str | None): Why the task cannot go on; null takes the reason back.
            blocked_by_task_ids (Sequence[str] | None): The tasks that hold it up; null if none does any more.

        Returns:
            The task is changed. The reply is short; read the task for the rest.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.tasks.update(
                "a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28",
                status="in_progress",
                progress=0.4,
                progress_message="12 of 30 links checked",
            )
        """
        from ..api.tasks import tasks_update as _operation

        body = {
            "title": title,
            "description": description,
            "taskListId": task_list_id,
            "status": status,
            "assignedAgentId": assigned_agent_id,
            "dependsOn": depends_on,
            "metadata": metadata,
            "progress": progress,
            "progressMessage": progress_message,
            "result": result,
            "error": error,
            "retryCount": retry_count,
            "maxRetries": max_retries,
            "blockedReason": blocked_reason,
            "blockedByTaskIds": blocked_by_task_ids,
        }
        request = _operation.request(task_id, body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def delete(self, task_id: str, *, cascade: bool | Unset = UNSET) -> TaskDeleted:
        """Delete a task.

        Deletes a task for good. A task that others depend on is kept, and the answer is 409 with their ids,
        unless `cascade` is true: then they are deleted too, and those that depend on them, all the way down.

        Args:
            task_id (str): The `taskId` of a task, as its creation or the list returns it.
            cascade (bool): Delete the tasks that depend on this one as well, and those that depend on them.
                Server default: false.

        Returns:
            The task, and with `cascade` its dependents, are gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            409: The request contradicts the present state of what it addresses.
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.tasks.delete("a1d3f5b7-8c2e-4a90-b6d4-7e1f3c5a9b28")
        """
        from ..api.tasks import tasks_delete as _operation

        request = _operation.request(task_id, cascade=cascade)
        return await self._caller.call(_operation.OPERATION, request)

    async def get_dependency_graph(self, task_list_id: str) -> DependencyGraph:
        """Get the dependency graph of a task list.

        Returns who waits for whom within a task list: where work can begin (`roots`), where it ends (`leaves`)
        and the neighbours of every task. The path takes the id of a list, not of a task. Lists exist through
        their tasks alone, so a list that no task names has an empty graph.

        Args:
            task_list_id (str): The id of a task list, which is any text that tasks carry as their `taskListId`.

        Returns:
            The graph of all tasks in the list.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.tasks.get_dependency_graph("launch-2026")
        """
        from ..api.tasks import tasks_get_dependency_graph as _operation

        request = _operation.request(task_list_id)
        return await self._caller.call(_operation.OPERATION, request)
