"""A job: what a call returns whose work goes on after the reply, such as `chat.start`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from .polling import job_id

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from quant_ai_client.operation import Operation, Request

T = TypeVar("T")
Q_co = TypeVar("Q_co", covariant=True)


class AsyncJob(Generic[Q_co, T]):
    """A job that the service has accepted and is working on.

    Another process can wait for the same job by its `id`: `await client.chat.wait_for_execution(id)`.
    """

    def __init__(
        self,
        reply: Q_co,
        operation: Operation[T],
        request: Request,
        call: Callable[[Operation[T], Request], Awaitable[T]],
        wait: Callable[..., Awaitable[T]],
    ) -> None:
        self._reply, self._operation, self._request, self._call, self._wait = reply, operation, request, call, wait

    @property
    def reply(self) -> Q_co:
        """The reply that accepted the job."""
        return self._reply

    @property
    def id(self) -> str:
        """The job's id, which is valid in other processes too."""
        return job_id(self._operation, self._request)

    async def poll(self) -> T:
        """Read the job's state once."""
        return await self._call(self._operation, self._request)

    async def wait(
        self,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[T], object] | None = None,
    ) -> T:
        """Poll until the job has ended or waits for its caller.

        The first poll comes after 1 s, later ones at growing, jittered intervals up to 30 s, unless the spec gives
        other intervals for this kind of job. A Retry-After of the service takes precedence, but makes polling no
        faster than the first interval. Temporary errors do not end the wait.

        Args:
            deadline: Seconds after which to give up, counted from this call; `math.inf` for never. The spec's
                suggestion by default.
            interval: Seconds between polls, instead of growing intervals.
            on_update: Called with every state that is read, including the last one.

        Returns:
            The job in its last state, with its result. This includes a chat execution that waits for the results of
            tools: it continues only after `chat.submit_callback`, which `chat.run` calls for you.

        Raises:
            PollTimeout: The deadline passed; carries the last state. The job goes on and can be waited for again.
            ExecutionFailed: The job failed, or ended in another way such as "cancelled"; carries the service's error.
        """
        return await self._wait(
            self._operation, self._request, deadline=deadline, interval=interval, on_update=on_update
        )

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._operation.method} {self._request.path})"
