# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..models.batch_list import BatchList
    from ..models.json_object import JsonObjectParam
    from ..models.orchestration import Orchestration
    from ..models.orchestration_batch import OrchestrationBatch
    from ..models.orchestration_input import OrchestrationInput, OrchestrationInputParam
    from ..models.orchestration_list import OrchestrationList
    from ..models.orchestration_status import OrchestrationStatus
    from ..models.stop_condition import StopCondition, StopConditionParam
    from ..protocol import AsyncCaller, AsyncPage
    from ..types import Unset


class AsyncOrchestrations:
    """Work through many items in batches that keep their place: start, pause, resume and cancel at any time."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(
        self, *, status: OrchestrationStatus | Unset = UNSET, limit: int | Unset = UNSET, cursor: str | Unset = UNSET
    ) -> AsyncPage[Orchestration, OrchestrationList]:
        """List orchestrations.

        Returns orchestrations with their state and progress, a page at a time. To follow one of them, get it by
        its `orchestrationId`.

        Args:
            status (OrchestrationStatus): Only orchestrations in this state. Known values: "pending", "running",
                "paused", "completed", "failed", "cancelled".
            limit (int): The largest number of entries on a page. 1 to 100. Server default: 20.
            cursor (str): The `nextCursor` of the page before; leave it out for the first page. Keep the other
                parameters as they were, and do not build a cursor yourself.

        Returns:
            A page of orchestrations.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.orchestrations.list()
        """
        from ..api.orchestrations import orchestrations_list as _operation

        request = _operation.request(status=status, limit=limit, cursor=cursor)
        return await self._caller.page(_operation.OPERATION, request, _operation.items)

    async def create(
        self,
        *,
        name: str,
        input_source: OrchestrationInput | OrchestrationInputParam,
        description: str | Unset | None = UNSET,
        agent_id: str | Unset | None = UNSET,
        tool_id: str | Unset | None = UNSET,
        workflow_id: str | Unset | None = UNSET,
        batch_size: int | Unset = UNSET,
        concurrency: int | Unset = UNSET,
        stop_condition: StopCondition | StopConditionParam | Unset = UNSET,
        assigned_skills: Sequence[str] | Unset = UNSET,
        context: JsonObjectParam | Unset | None = UNSET,
        auto_start: bool | Unset = UNSET,
    ) -> Orchestration:
        """Create an orchestration.

        Sets up a loop that runs an agent, a tool or a workflow over many items, batch by batch, until its stop
        condition holds. It starts by itself unless `autoStart` is false; then it stays `pending` until you
        start it. Name what runs with one of `agentId`, `toolId` and `workflowId`.

        Args:
            name (str): Name, for people.
            input_source (OrchestrationInput | OrchestrationInputParam): Where the items come from. Fill in the
                member that belongs to the `type`; others are not used.
            description (str | None): What it is for.
            agent_id (str | None): The agent that works on each item.
            tool_id (str | None): The tool that is run on each item.
            workflow_id (str | None): The workflow that is run on each item.
            batch_size (int): How many items make a batch. 1 to 100. Server default: 10.
            concurrency (int): How many items of a batch are worked on at the same time. 1 to 10. Server
                default: 1.
            stop_condition (StopCondition | StopConditionParam): When the orchestration ends by itself.
            assigned_skills (Sequence[str]): Ids of skills that the work may use.
            context (JsonObjectParam | None): Facts that are merged into every item.
            auto_start (bool): Start at once. With false it stays `pending` until you start it. Server default:
                true.

        Returns:
            The orchestration exists; `status` says whether it already runs.

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
            await client.orchestrations.create(
                name="Summarise the archive",
                input_source={
                    "type": "static",
                    "items": [
                        {"url": "https://acme.example/articles/1"},
                        {"url": "https://acme.example/articles/2"},
                        {"url": "https://acme.example/articles/3"},
                    ],
                },
                description="One summary for each article",
                agent_id="8b7e2f1c-5a0d-4e63-9c1b-2d7f4a6e9031",
                batch_size=2,
                context={"language": "en"},
            )
        """
        from ..api.orchestrations import orchestrations_create as _operation

        body = {
            "name": name,
            "inputSource": input_source,
            "description": description,
            "agentId": agent_id,
            "toolId": tool_id,
            "workflowId": workflow_id,
            "batchSize": batch_size,
            "concurrency": concurrency,
            "stopCondition": stop_condition,
            "assignedSkills": assigned_skills,
            "context": context,
            "autoStart": auto_start,
        }
        request = _operation.request(body=body)
        return await self._caller.call(_operation.OPERATION, request)

    async def get(self, orchestration_id: str) -> Orchestration:
        """Get an orchestration.

        Reads one orchestration with its state, its progress and what it was created with.

        To wait for its end, poll every 2 seconds at first and later every 30. It has ended when `status` is
        `completed`, `failed` or `cancelled`. While it is `paused` nothing happens before somebody resumes it,
        so polling on is of no use; one that is `pending` goes on once it is started. An orchestration can be
        read until it is deleted.

        `wait_for()` polls until it has ended.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.

        Returns:
            The orchestration in its present state. One that failed is a 200 as well; its `error` says why.

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
            await client.orchestrations.get("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_get as _operation

        request = _operation.request(orchestration_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def wait_for(
        self,
        orchestration_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[Orchestration], object] | None = None,
    ) -> Orchestration:
        """Get an orchestration, polled until it has ended.

        It has ended when `status` is `completed`, `failed` or `cancelled`. A reply's URL to poll can be used in
        place of the id.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.
            deadline (float | None): Seconds after which to give up; by default 3600.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 30.
            on_update (Callable[[Orchestration], object] | None): Called with every state read.

        Returns:
            The orchestration in its present state. One that failed is a 200 as well; its `error` says why.

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
            await client.orchestrations.wait_for("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_get as _operation

        request = _operation.request(orchestration_id)
        return await self._caller.wait(
            _operation.OPERATION, request, deadline=deadline, interval=interval, on_update=on_update
        )

    async def delete(self, orchestration_id: str) -> None:
        """Delete an orchestration.

        Deletes an orchestration that has ended: one that is `completed`, `failed` or `cancelled`. One that is
        still `pending`, `running` or `paused` is answered with 400: cancel it first.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.

        Returns:
            The orchestration is gone. The reply has no body.

        Raises:
            400: The state that the orchestration is in does not allow this.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.orchestrations.delete("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_delete as _operation

        request = _operation.request(orchestration_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def start(self, orchestration_id: str) -> Orchestration:
        """Start an orchestration.

        Starts an orchestration that is `pending`, which one created with `autoStart` false is. In any other
        state the answer is 400; to go on after a pause, resume it instead.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.

        Returns:
            The orchestration, now running.

        Raises:
            400: The state that the orchestration is in does not allow this.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.orchestrations.start("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_start as _operation

        request = _operation.request(orchestration_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def pause(self, orchestration_id: str) -> Orchestration:
        """Pause an orchestration.

        Holds an orchestration that is `running`. The batch at work is still finished; no other is begun until
        you resume. In any other state the answer is 400.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.

        Returns:
            The orchestration, now paused.

        Raises:
            400: The state that the orchestration is in does not allow this.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.orchestrations.pause("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_pause as _operation

        request = _operation.request(orchestration_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def resume(self, orchestration_id: str) -> Orchestration:
        """Resume an orchestration.

        Lets an orchestration that is `paused` go on with its next batch; items already done are not done again.
        In any other state the answer is 400.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.

        Returns:
            The orchestration, running again.

        Raises:
            400: The state that the orchestration is in does not allow this.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.orchestrations.resume("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_resume as _operation

        request = _operation.request(orchestration_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def cancel(self, orchestration_id: str) -> Orchestration:
        """Cancel an orchestration.

        Ends an orchestration that is `pending`, `running` or `paused`. Items in flight are still finished; the
        rest are left undone, and it cannot be resumed. One that is already `completed` or `cancelled` is
        answered with 400. For one that has `failed` the answer is not documented: expect 400 there too.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.

        Returns:
            The orchestration, now cancelled.

        Raises:
            400: The state that the orchestration is in does not allow this.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            await client.orchestrations.cancel("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_cancel as _operation

        request = _operation.request(orchestration_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def list_batches(
        self, orchestration_id: str, *, limit: int | Unset = UNSET, cursor: str | Unset = UNSET
    ) -> AsyncPage[OrchestrationBatch, BatchList]:
        """List the batches of an orchestration.

        Returns the batches that an orchestration has begun so far, a page at a time, with the number of items
        that went well and that failed in each.

        Args:
            orchestration_id (str): The `orchestrationId` of an orchestration, as its creation or the list
                returns it.
            limit (int): The largest number of entries on a page. 1 to 100. Server default: 20.
            cursor (str): The `nextCursor` of the page before; leave it out for the first page. Keep the other
                parameters as they were, and do not build a cursor yourself.

        Returns:
            A page of batches.

        Raises:
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
            await client.orchestrations.list_batches("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_list_batches as _operation

        request = _operation.request(orchestration_id, limit=limit, cursor=cursor)
        return await self._caller.page(_operation.OPERATION, request, _operation.items)
