# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Callable, Sequence

from .. import encoding as _encoding
from .. import models
from ..pages import Page
from ..protocol import Caller
from ..types import UNSET, Unset
from .async_orchestrations import AsyncOrchestrations

__all__ = ["AsyncOrchestrations", "Orchestrations"]


class Orchestrations:
    """Process many items in batches. An orchestration can be started, paused, resumed and cancelled at any
    time.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self, *, status: models.OrchestrationStatus | None = None, limit: int | None = None, cursor: str | None = None
    ) -> Page[models.Orchestration, models.OrchestrationList]:
        """List orchestrations.

        Returns orchestrations with their status and progress, in pages. To follow one of them, get it by its
        `orchestration_id`.

        Args:
            status (OrchestrationStatus): Only orchestrations with this status. Known values: "pending",
                "running", "paused", "completed", "failed", "cancelled".
            limit (int): Maximum number of entries per page. 1 to 100. Server default: 20.
            cursor (str): The `next_cursor` of the previous page; leave it out for the first page. Keep the
                other parameters the same. A cursor is opaque: do not build one yourself.

        Returns:
            A page of orchestrations.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            for item in client.orchestrations.list():
                print(item)
        """
        from ..api.orchestrations import orchestrations_list as _operation

        _request = _operation.request(status=status, limit=limit, cursor=cursor)
        return self._caller.page(_operation.OPERATION, _request, _operation.items)

    def create(
        self,
        *,
        name: str,
        input_source: models.OrchestrationInput | models.OrchestrationInputParam,
        description: str | Unset | None = UNSET,
        agent_id: str | Unset | None = UNSET,
        tool_id: str | Unset | None = UNSET,
        workflow_id: str | Unset | None = UNSET,
        batch_size: int | None = None,
        concurrency: int | None = None,
        stop_condition: models.StopCondition | models.StopConditionParam | None = None,
        assigned_skills: Sequence[str] | None = None,
        context: models.JsonObjectParam | Unset | None = UNSET,
        auto_start: bool | None = None,
    ) -> models.Orchestration:
        """Create an orchestration.

        Creates a loop that runs an agent, a tool or a workflow over many items, batch by batch, until its stop
        condition is met. It starts immediately unless `auto_start` is false; then it stays `pending` until you
        start it. Send one of `agent_id`, `tool_id` and `workflow_id`.

        Args:
            name (str): Display name.
            input_source (OrchestrationInput | OrchestrationInputParam): Where the items come from. Set the
                field that belongs to the `type`; the others are ignored.
            description (str | None): What it is for. `None` is sent, `UNSET` is not.
            agent_id (str | None): Agent that processes each item. `None` is sent, `UNSET` is not.
            tool_id (str | None): Tool that is run on each item. `None` is sent, `UNSET` is not.
            workflow_id (str | None): Workflow that is run on each item. `None` is sent, `UNSET` is not.
            batch_size (int): Number of items per batch. 1 to 100. Server default: 10.
            concurrency (int): How many items of a batch are processed in parallel. 1 to 10. Server default: 1.
            stop_condition (StopCondition | StopConditionParam): When the orchestration stops.
            assigned_skills (Sequence[str]): Ids of the skills that may be used.
            context (JsonObjectParam | None): Data that is merged into every item. `None` is sent, `UNSET` is
                not.
            auto_start (bool): Start immediately. If false, the orchestration stays `pending` until you start
                it. Server default: True.

        Returns:
            The orchestration was created; `status` says whether it is already running.

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
            client.orchestrations.create(
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

        _body = {
            "name": name,
            "inputSource": input_source,
            "description": description,
            "agentId": agent_id,
            "toolId": tool_id,
            "workflowId": workflow_id,
            "context": context,
            **_encoding.given(
                {
                    "batchSize": batch_size,
                    "concurrency": concurrency,
                    "stopCondition": stop_condition,
                    "assignedSkills": assigned_skills,
                    "autoStart": auto_start,
                }
            ),
        }
        _request = _operation.request(body=_body)
        return self._caller.call(_operation.OPERATION, _request)

    def get(self, orchestration_id: str) -> models.Orchestration:
        """Get an orchestration.

        Returns an orchestration with its status, progress and settings.

        To wait for it, poll every 2 seconds at first and later every 30. It has finished when `status` is
        `completed`, `failed` or `cancelled`. A `paused` orchestration does nothing until it is resumed, so
        there is no point in polling it; a `pending` one continues once it is started. An orchestration is
        available until it is deleted.

        `wait_for()` waits until it has finished.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.

        Returns:
            The orchestration and its current status. A failed one also returns 200; `error` says why.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.orchestrations.get("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_get as _operation

        _request = _operation.request(orchestration_id)
        return self._caller.call(_operation.OPERATION, _request)

    def wait_for(
        self,
        orchestration_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[models.Orchestration], object] | None = None,
    ) -> models.Orchestration:
        """Wait for an orchestration to finish.

        It has finished when `status` is `completed`, `failed` or `cancelled`. A reply's URL to poll can be used
        in place of the id.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.
            deadline (float | None): Seconds to wait at most; by default 3600.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 30.
            on_update (Callable[[Orchestration], object] | None): Called after every poll.

        Returns:
            The orchestration and its current status. A failed one also returns 200; `error` says why.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.orchestrations.wait_for("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_get as _operation

        _request = _operation.request(orchestration_id)
        return self._caller.wait(
            _operation.OPERATION, _request, deadline=deadline, interval=interval, on_update=on_update
        )

    def delete(self, orchestration_id: str) -> None:
        """Delete an orchestration.

        Deletes an orchestration that has finished: `completed`, `failed` or `cancelled`. One that is `pending`,
        `running` or `paused` raises `BadRequestError`: cancel it first.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.

        Returns:
            The orchestration was deleted. The reply has no body.

        Raises:
            BadRequestError: The orchestration's status does not allow this.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.orchestrations.delete("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_delete as _operation

        _request = _operation.request(orchestration_id)
        return self._caller.call(_operation.OPERATION, _request)

    def start(self, orchestration_id: str) -> models.Orchestration:
        """Start an orchestration.

        Starts an orchestration that is `pending` (created with `auto_start` false). In any other status it
        raises `BadRequestError`; to continue after a pause, resume it instead.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.

        Returns:
            The orchestration, now running.

        Raises:
            BadRequestError: The orchestration's status does not allow this.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.orchestrations.start("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_start as _operation

        _request = _operation.request(orchestration_id)
        return self._caller.call(_operation.OPERATION, _request)

    def pause(self, orchestration_id: str) -> models.Orchestration:
        """Pause an orchestration.

        Pauses an orchestration that is `running`. The current batch is finished first; no further batch starts
        until you resume it. In any other status it raises `BadRequestError`.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.

        Returns:
            The orchestration, now paused.

        Raises:
            BadRequestError: The orchestration's status does not allow this.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.orchestrations.pause("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_pause as _operation

        _request = _operation.request(orchestration_id)
        return self._caller.call(_operation.OPERATION, _request)

    def resume(self, orchestration_id: str) -> models.Orchestration:
        """Resume an orchestration.

        Resumes a `paused` orchestration with its next batch; items that are done are not repeated. In any other
        status it raises `BadRequestError`.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.

        Returns:
            The orchestration, running again.

        Raises:
            BadRequestError: The orchestration's status does not allow this.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.orchestrations.resume("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_resume as _operation

        _request = _operation.request(orchestration_id)
        return self._caller.call(_operation.OPERATION, _request)

    def cancel(self, orchestration_id: str) -> models.Orchestration:
        """Cancel an orchestration.

        Cancels an orchestration that is `pending`, `running` or `paused`. Items in progress are finished, the
        others are dropped, and it cannot be resumed. One that is `completed` or `cancelled` raises
        `BadRequestError`. For one that has `failed` this is not documented: expect `BadRequestError` too.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.

        Returns:
            The orchestration, now cancelled.

        Raises:
            BadRequestError: The orchestration's status does not allow this.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            client.orchestrations.cancel("orch_1774085400_k3v9x2m7q")
        """
        from ..api.orchestrations import orchestrations_cancel as _operation

        _request = _operation.request(orchestration_id)
        return self._caller.call(_operation.OPERATION, _request)

    def list_batches(
        self, orchestration_id: str, *, limit: int | None = None, cursor: str | None = None
    ) -> Page[models.OrchestrationBatch, models.BatchList]:
        """List the batches of an orchestration.

        Returns the batches that an orchestration has started so far, in pages, with the number of completed and
        failed items in each.

        Args:
            orchestration_id (str): The `orchestration_id` of an orchestration.
            limit (int): Maximum number of entries per page. 1 to 100. Server default: 20.
            cursor (str): The `next_cursor` of the previous page; leave it out for the first page. Keep the
                other parameters the same. A cursor is opaque: do not build one yourself.

        Returns:
            A page of batches.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            UnprocessableError: The body or a query parameter is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            for item in client.orchestrations.list_batches("orch_1774085400_k3v9x2m7q"):
                print(item)
        """
        from ..api.orchestrations import orchestrations_list_batches as _operation

        _request = _operation.request(orchestration_id, limit=limit, cursor=cursor)
        return self._caller.page(_operation.OPERATION, _request, _operation.items)
